package org.yol.gateway.routes;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yol.gateway.GatewayProperties;
import org.yol.gateway.WorkKind;
import org.yol.gateway.overload.Work;
import org.yol.gateway.problems.ProblemException;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * When half of the last calls to a service failed, the next ones are refused at once for a while, so that neither
 * people nor the service wait for nothing. Each kind of work has a breaker of its own: slow files or lists keep nobody
 * from submitting. Who gets no place for their work never comes to a breaker, and an answer of the service, such as 429
 * or 503, is no failure: a breaker does not open because people are many.
 */
@Configuration(proxyBeanMethods = false)
class CircuitBreakers {

    private static final float FAILURES_PERCENT = 50;

    @Bean
    Customizer<ReactiveResilience4JCircuitBreakerFactory> breakerOfEachService(GatewayProperties properties) {
        var breaker = breaker(properties.circuitBreaker());
        var openFor = properties.circuitBreaker().openFor();
        return factory -> properties.services().forEach((name, service) -> {
            for (var kind : WorkKind.values()) {
                var limit = kind == WorkKind.UPLOADS ? service.uploadTimeout() : service.timeout();
                configure(factory, breaker, new Work(name, kind).name(), limit.plus(openFor));
            }
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
            CircuitBreakerConfig config,
            String name,
            Duration undecided) {
        factory.configure(builder -> builder.circuitBreakerConfig(config), name);
        factory.addCircuitBreakerCustomizer(
                Customizer.once(breaker -> closeWhenUndecided(breaker, undecided), CircuitBreaker::getName), name);
    }

    /**
     * The calls that decide whether a half-open breaker closes may be of people who send slowly, and meanwhile
     * everybody else is refused. Resilience4j's own limit would open the breaker again, and go on so for as long as
     * such people come; but nothing speaks against the service.
     */
    private static void closeWhenUndecided(CircuitBreaker breaker, Duration undecided) {
        var closing = Disposables.swap();
        breaker.getEventPublisher()
                .onStateTransition(event -> closing.update(
                        event.getStateTransition().getToState() == CircuitBreaker.State.HALF_OPEN
                                ? Mono.delay(undecided).subscribe(_ -> breaker.transitionToClosedState())
                                : Disposables.disposed()));
    }
}
