package org.yol.gateway.web;

import java.util.List;
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

    /** The attribute that holds the path that was asked for. */
    static final String PATH = FrontEndPages.class.getName() + ".path";

    private static final Paths SESSION = Paths.of("/session");

    private final FirstWords words;

    FrontEndPages(FirstWords words) {
        this.words = words;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (Page.isAskedBy(exchange.getRequest())) {
            exchange.getResponse()
                    .getHeaders()
                    .addAll(HttpHeaders.VARY, List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE));
            exchange.getAttributes().put(PATH, exchange.getRequest().getPath().value());
            var index = exchange.mutate()
                    .request(request -> request.path("/index.html"))
                    .build();
            return setTokenCookie(exchange)
                    .then(words.of(exchange).doOnNext(head -> head.keep(exchange)))
                    .then(chain.filter(index));
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
