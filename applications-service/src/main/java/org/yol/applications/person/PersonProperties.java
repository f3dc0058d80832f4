package org.yol.applications.person;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people's data is kept, and how it is locked.
 *
 * @param databases name of the database by country; a country without one is kept in the service's own
 * @param masterKeys path of the file with the keys that lock people's keys, see {@link MasterKeys}
 */
@ConfigurationProperties("yol.person")
record PersonProperties(Map<Residence, String> databases, String masterKeys) {

    PersonProperties {
        databases = databases == null ? Map.of() : Map.copyOf(databases);
    }
}
