package org.yol.applications.person;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people's data is kept.
 *
 * @param databases name of the database by country; a country without one is kept in the service's own
 */
@ConfigurationProperties("yol.person")
record PersonProperties(Map<Residence, String> databases) {

    PersonProperties {
        databases = databases == null ? Map.of() : Map.copyOf(databases);
    }
}
