package org.yol.gateway.limits;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.yol.gateway.problems.Problem;
import org.yol.gateway.problems.ProblemException;
import reactor.core.publisher.Mono;

/** Refuses an address that is longer than services read, while its words still say what the person wanted. */
@Component
@Order(-122) // before anything looks at the address
class AddressLimit implements WebFilter {

    private static final int LETTERS = 8000;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var address = exchange.getRequest().getURI();
        var query = address.getRawQuery();
        return address.getRawPath().length() + (query == null ? 0 : query.length()) > LETTERS
                ? Mono.error(ProblemException.of(Problem.ADDRESS_TOO_LONG))
                : chain.filter(exchange);
    }
}
