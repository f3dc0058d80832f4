package org.yol.applications.file;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What files may cost.
 *
 * @param largest file
 * @param part of a file that comes in parts, at most
 * @param uploadWithin how long an upload may take from its first byte to its last
 * @param atOnce how many uploads of one student may be under way in this process
 * @param bytesEach how much is kept of one student, files not yet cleared away included
 * @param numberEach how many files, likewise
 * @param keepUnnamed how long a file stays that nothing names; far above {@code uploadWithin}
 * @param clamd where ClamAV listens, {@code unix:/run/clamav/clamd.ctl} or {@code tcp://host:3310}; empty without one
 * @param sweep how often a process looks for what is to be cleared away
 */
@ConfigurationProperties("yol.applications.files")
record FileProperties(
        @DefaultValue("10MB") DataSize largest,
        @DefaultValue("1MB") DataSize part,
        @DefaultValue("3m") Duration uploadWithin,
        @DefaultValue("3") int atOnce,
        @DefaultValue("300MB") DataSize bytesEach,
        @DefaultValue("200") int numberEach,
        @DefaultValue("1d") Duration keepUnnamed,
        @DefaultValue("") String clamd,
        @DefaultValue("1m") Duration sweep) {

    FileProperties {
        if (keepUnnamed.compareTo(uploadWithin.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException(
                    "yol.applications.files.keep-unnamed must leave an upload the time to be named");
        }
    }
}
