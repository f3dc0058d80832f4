package org.yol.gateway.overload;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.yol.gateway.GatewayProperties;
import org.yol.gateway.WorkKind;
import org.yol.gateway.limits.RateLimits;
import reactor.core.publisher.Mono;

/** Lets a request through to its service when there is a place for its kind of work. */
@Component
public class Admission implements GlobalFilter, Ordered {

    private final GatewayProperties properties;
    private final WorkOfRequests works;
    private final ReceivedBodies bodies;
    private final MeterRegistry meters;
    private final Map<Work, Places> places = new ConcurrentHashMap<>();

    Admission(GatewayProperties properties, WorkOfRequests works, ReceivedBodies bodies, MeterRegistry meters) {
        this.properties = properties;
        this.works = works;
        this.bodies = bodies;
        this.meters = meters;
    }

    /**
     * Around the filter that writes the answer, at -1: a place is taken until the last byte is out. Outside of the
     * circuit breakers, too: whom nobody lets in says nothing about a service.
     */
    @Override
    public int getOrder() {
        return -20;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return works.of(exchange)
                .map(work -> admit(places(work), work.kind(), exchange, chain))
                .orElseGet(() -> chain.filter(exchange));
    }

    private Mono<Void> admit(Places places, WorkKind kind, ServerWebExchange exchange, GatewayFilterChain chain) {
        var caller = RateLimits.caller(exchange);
        return kind == WorkKind.WRITES
                // Who sends slowly takes no place meanwhile, but is counted: the memory of bodies is for all.
                ? places.counting(
                        caller,
                        () -> bodies.receive(exchange, places, whole -> places.during(() -> chain.filter(whole))),
                        () -> ReceivedBodies.skip(exchange))
                : places.counting(caller, () -> places.during(() -> chain.filter(exchange)), Mono::empty);
    }

    /** The places of that work. */
    Places places(Work work) {
        return places.computeIfAbsent(
                work, _ -> new Places(work, properties.work().get(work.kind()), meters));
    }
}
