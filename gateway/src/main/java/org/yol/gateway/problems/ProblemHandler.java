package org.yol.gateway.problems;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.yol.gateway.Paths;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/**
 * Answers every failure inside the gateway as a problem (RFC 9457), or as a small page when a person's browser asked
 * for one.
 */
@Component
@Order(-2) // before Spring Boot's own handler, at -1
class ProblemHandler implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private static final Paths API = Paths.of("/api/**");

    private final ProblemTranslation translation;
    private final ProblemDocument document;
    private final ProblemPage page;

    ProblemHandler(ProblemTranslation translation, ProblemDocument document, ProblemPage page) {
        this.translation = translation;
        this.document = document;
        this.page = page;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (isGone(exchange.getRequest())) {
            log.debug("A client went away: {}", failure.toString());
            return Mono.empty();
        }
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        var problem = translation.translate(failure);
        report(exchange.getRequest(), problem);
        return answer(exchange, ofSignIn(exchange.getRequest(), problem), failure);
    }

    private Mono<Void> answer(ServerWebExchange exchange, ProblemException problem, Throwable failure) {
        setHeaders(exchange, problem, failure);
        return wantsPage(exchange.getRequest())
                ? page.write(exchange, problem)
                : document.write(exchange, problem.problem());
    }

    /** Whatever was wrong when somebody came back from the identity provider: all they can do is to begin again. */
    private ProblemException ofSignIn(ServerHttpRequest request, ProblemException problem) {
        return problem.problem() == Problem.INTERNAL_ERROR && ProblemPage.SENT_BACK.match(request)
                ? translation.later(ProblemException.of(Problem.SIGN_IN_UNAVAILABLE, problem.getCause()))
                : problem;
    }

    /** Whether nobody is there who could be answered, which is no failure of anybody. */
    private static boolean isGone(ServerHttpRequest request) {
        return ServerHttpRequestDecorator.getNativeRequest(request) instanceof Connection connection
                && !connection.channel().isActive();
    }

    private static void report(ServerHttpRequest request, ProblemException problem) {
        var cause = problem.getCause();
        var path = request.getPath().value();
        if (problem.problem() == Problem.INTERNAL_ERROR) {
            log.error("{} {} failed", request.getMethod(), path, cause);
        } else if (problem.problem().status().is5xxServerError() && cause != null) {
            log.warn("{} {}: {}: {}", request.getMethod(), path, problem.getMessage(), cause.toString());
        }
    }

    private static void setHeaders(ServerWebExchange exchange, ProblemException problem, Throwable failure) {
        var response = exchange.getResponse();
        response.setStatusCode(problem.problem().status());
        var headers = response.getHeaders();
        headers.setCacheControl("no-store");
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        problem.retryAfter()
                .ifPresent(after -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(after))));
        if (failure instanceof MethodNotAllowedException e) {
            headers.setAllow(e.getSupportedMethods());
        }
        switch (problem.problem()) {
            case UNAUTHENTICATED -> headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            // The rest of the body may never come: nobody waits for it.
            case BODY_NOT_EXPECTED, REQUEST_TIMEOUT -> headers.set(HttpHeaders.CONNECTION, "close");
            default -> {}
        }
    }

    static long wholeSeconds(Duration duration) {
        return Math.max(1, duration.plusMillis(999).toSeconds());
    }

    private static boolean wantsPage(ServerHttpRequest request) {
        return !API.match(request)
                && request.getHeaders().getAccept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }
}
