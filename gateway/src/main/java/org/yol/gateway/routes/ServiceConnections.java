package org.yol.gateway.routes;

import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the gateway connects to services. */
@Configuration(proxyBeanMethods = false)
class ServiceConnections {

    /**
     * The HTTP client would repeat any request, a POST too, on a connection that was reset: our own retry is for GET
     * only.
     */
    @Bean
    HttpClientCustomizer noRetryBelowOurs() {
        return client -> client.disableRetry(true);
    }
}
