package org.yol.gateway.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.yol.gateway.Paths;
import reactor.core.publisher.Mono;

/** Answers every page of the front end with the same file, and gives its scripts their CSRF token. */
@Component
@Order(0) // after Spring Security, at -100
class FrontEndPages implements WebFilter {

    private static final Paths SESSION = Paths.of("/session");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (Page.isAskedBy(exchange.getRequest())) {
            exchange.getResponse().getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            var index = exchange.mutate()
                    .request(request -> request.path("/index.html"))
                    .build();
            return setTokenCookie(exchange).then(chain.filter(index));
        }
        if (SESSION.match(exchange.getRequest())) {
            return setTokenCookie(exchange).then(chain.filter(exchange));
        }
        return chain.filter(exchange);
    }

    // The token is made, and its cookie set, only when somebody asks for it.
    private static Mono<CsrfToken> setTokenCookie(ServerWebExchange exchange) {
        return exchange.<Mono<CsrfToken>>getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
    }
}
