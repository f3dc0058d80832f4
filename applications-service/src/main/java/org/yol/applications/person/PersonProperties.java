package org.yol.applications.person;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people's data is kept, and how it is locked.
 *
 * @param databases by country, the name of a database of the service's own server, or the address of one elsewhere as
 *     {@code mongodb://host/database}; a country without one is kept in the service's own
 * @param masterKeys path of the file with the keys that lock people's keys, see {@link MasterKeys}
 * @param erasurePause until everything is gone through once more that somebody had erased; longer than any request may
 *     take that writes something of a person but the bytes of a file, which nothing names then
 * @param exportsAtOnce how many people this process sends all their data to at the same time
 */
@ConfigurationProperties("yol.person")
record PersonProperties(
        Map<Residence, String> databases,
        String masterKeys,
        @DefaultValue("1m") Duration erasurePause,
        @DefaultValue("4") int exportsAtOnce) {

    PersonProperties {
        databases = databases == null ? Map.of() : Map.copyOf(databases);
    }

    /** Leaves the addresses out, which may hold passwords. */
    @Override
    public String toString() {
        return "PersonProperties[databases=" + databases.keySet() + "]";
    }
}
