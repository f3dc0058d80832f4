package org.yol.applications.person;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people's data is kept, and how it is locked.
 *
 * @param databases by country, the name of a database of the service's own server, or the address of one elsewhere as
 *     {@code mongodb://host/database}; a country without one is kept in the service's own
 * @param masterKeys path of the file with the keys that lock people's keys, see {@link MasterKeys}
 */
@ConfigurationProperties("yol.person")
record PersonProperties(Map<Residence, String> databases, String masterKeys) {

    PersonProperties {
        databases = databases == null ? Map.of() : Map.copyOf(databases);
    }

    /** Leaves the addresses out, which may hold passwords. */
    @Override
    public String toString() {
        return "PersonProperties[databases=" + databases.keySet() + "]";
    }
}
