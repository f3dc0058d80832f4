package org.yol.applications.pace;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of what may wait is done in a second by this process while others write.
 *
 * @param rows of exports, of all together
 * @param bytes of files that are read, of all together
 */
@ConfigurationProperties("yol.applications.pace")
record PaceProperties(
        @DefaultValue("1000") int rows,
        @DefaultValue("16MB") DataSize bytes) {}
