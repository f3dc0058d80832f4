package org.yol.applications.log;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the public log is kept.
 *
 * @param keys path of the file with the keys, see {@link LogKeys}
 * @param witnesses path of the file with the witnesses, see {@link Witnesses}; empty without
 */
@ConfigurationProperties("yol.log")
record LogProperties(String keys, String witnesses) {}
