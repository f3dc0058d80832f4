package org.yol.gateway.limits;

import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import org.yol.gateway.GatewayProperties;
import org.yol.gateway.Paths;
import reactor.core.publisher.Mono;

/** Answers each person, or each address of people who are not signed in, only so many requests in a time. */
@Component
public class RateLimits {

    private static final String CALLER = RateLimits.class.getName() + ".caller";
    private static final Paths COUNTED = Paths.of("/api/**", "/v3/**", "/session");

    private final Buckets users;
    private final Buckets addresses;

    RateLimits(GatewayProperties properties) {
        var rates = properties.rates();
        this.users = new Buckets("user", rates.user(), rates.remembered());
        this.addresses = new Buckets("address", rates.address(), rates.remembered());
    }

    /** Counts requests that make work elsewhere; static files and health probes cost next to nothing. */
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!COUNTED.match(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .filter(authentication -> !(authentication instanceof AnonymousAuthenticationToken))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .doOnNext(authentication -> take(authentication, exchange))
                .then(chain.filter(exchange));
    }

    /** Whose request it is, a person's or an address's, once it has been counted. */
    public static String caller(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(CALLER);
    }

    private void take(Optional<Authentication> authentication, ServerWebExchange exchange) {
        var person = authentication.map(Authentication::getName);
        var caller = person.orElseGet(() -> Address.of(exchange));
        // No account can be named like an address, nor the other way round.
        exchange.getAttributes().put(CALLER, (person.isPresent() ? "user:" : "address:") + caller);
        (person.isPresent() ? users : addresses).take(caller, exchange);
    }
}
