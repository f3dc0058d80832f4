package org.yol.gateway.limits;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.yol.gateway.GatewayProperties;
import org.yol.gateway.Paths;
import reactor.core.publisher.Mono;

/** Each started sign-in is work, here and at the identity provider: an address may start fewer of them. */
@Component
@Order(-110) // before Spring Security, at -100, which answers some of these paths itself
class SignInLimit implements WebFilter {

    private static final Paths STARTS = Paths.of("/login", "/oauth2/authorization/**");

    private final Buckets addresses;

    SignInLimit(GatewayProperties properties) {
        this.addresses = new Buckets(
                "sign-in", properties.rates().signIn(), properties.rates().remembered());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return STARTS.match(exchange.getRequest())
                ? Mono.fromRunnable(() -> addresses.take(Address.of(exchange), exchange))
                        .then(chain.filter(exchange))
                : chain.filter(exchange);
    }
}
