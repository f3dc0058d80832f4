package org.yol.gateway.limits;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.yol.gateway.Paths;
import org.yol.gateway.problems.Problem;
import org.yol.gateway.problems.ProblemException;
import reactor.core.publisher.Mono;

/**
 * Refuses bodies that nobody reads, before anybody waits for them: those of requests that read, and forms below
 * {@code /api}, where everything is JSON or a file.
 */
@Component
@Order(-121) // before the body is waited for
class UnexpectedBodies implements WebFilter {

    private static final Paths API = Paths.of("/api/**");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (isRead(request) && RequestBody.isAnnounced(request)) {
            return Mono.error(ProblemException.of(Problem.BODY_NOT_EXPECTED));
        }
        if (isForm(request.getHeaders()) && API.match(request)) {
            return Mono.error(ProblemException.of(Problem.UNSUPPORTED_MEDIA_TYPE));
        }
        return chain.filter(exchange);
    }

    private static boolean isRead(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
    }

    // As text: what is no media type at all is for the service to refuse.
    private static boolean isForm(HttpHeaders headers) {
        var type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        var form = MediaType.APPLICATION_FORM_URLENCODED_VALUE;
        return type != null && type.regionMatches(true, 0, form, 0, form.length());
    }
}
