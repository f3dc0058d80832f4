package org.yol.gateway.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** Nobody looks at an observation of each security filter, and they cost more than the filters do. */
@Configuration(proxyBeanMethods = false)
class QuietSecurity {

    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }
}
