package org.yol.applications.inspection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What looking at files may cost.
 *
 * @param atOnce how many processes look at a file each
 * @param waiting how long a file waits for one of them
 * @param longest how long one may look at a file
 * @param heap of each of them
 * @param idle how long one that has nothing to do stays
 */
@ConfigurationProperties("yol.applications.inspections")
record InspectionProperties(
        @DefaultValue("2") int atOnce,
        @DefaultValue("15s") Duration waiting,
        @DefaultValue("10s") Duration longest,
        @DefaultValue("96MB") DataSize heap,
        @DefaultValue("5m") Duration idle) {}
