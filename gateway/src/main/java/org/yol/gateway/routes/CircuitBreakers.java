package org.yol.gateway.routes;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.time.Duration;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yol.gateway.GatewayProperties;
import org.yol.gateway.problems.ProblemException;

/**
 * When half of the last calls to a service failed, the next ones are refused at once for a while, so that neither
 * people nor the service wait for nothing. Uploads have a breaker of their own because they may take longer.
 */
@Configuration(proxyBeanMethods = false)
class CircuitBreakers {

    private static final float FAILURES_PERCENT = 50;

    static String uploadsOf(String service) {
        return service + "-uploads";
    }

    @Bean
    Customizer<ReactiveResilience4JCircuitBreakerFactory> breakerOfEachService(GatewayProperties properties) {
        var breaker = breaker(properties.circuitBreaker());
        return factory -> properties.services().forEach((name, service) -> {
            configure(factory, breaker, name, service.timeout());
            configure(factory, breaker, uploadsOf(name), service.uploadTimeout());
        });
    }

    private static CircuitBreakerConfig breaker(GatewayProperties.CircuitBreaker properties) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(properties.window())
                .minimumNumberOfCalls(Math.max(1, properties.window() / 2))
                .failureRateThreshold(FAILURES_PERCENT)
                .waitDurationInOpenState(properties.openFor())
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .permittedNumberOfCallsInHalfOpenState(2)
                // What the gateway refuses itself, such as a body that is too large, is no failure of the service.
                .ignoreExceptions(ProblemException.class)
                .build();
    }

    private static void configure(
            ReactiveResilience4JCircuitBreakerFactory factory,
            CircuitBreakerConfig breaker,
            String name,
            Duration timeout) {
        var limiter = TimeLimiterConfig.custom().timeoutDuration(timeout).build();
        factory.configure(builder -> builder.circuitBreakerConfig(breaker).timeLimiterConfig(limiter), name);
    }
}
