package org.yol.gateway.web;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.yol.gateway.Paths;
import reactor.core.publisher.Mono;

/** Tells caches between here and the browser that libraries, which they may keep, come compressed or not. */
@Component
class LibraryFiles implements WebFilter {

    private static final Paths LIBRARIES = Paths.of("/webjars/**");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (LIBRARIES.match(exchange.getRequest())) {
            exchange.getResponse().getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        return chain.filter(exchange);
    }
}
