package org.yol.applications.log;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yol.applications.commitment.LogOrigin;

@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    @Bean
    LogKeys logKeys(LogProperties properties, LogOrigin origin) {
        return LogKeys.read(properties.keys(), origin.origin());
    }
}
