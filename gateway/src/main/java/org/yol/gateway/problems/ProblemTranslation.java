package org.yol.gateway.problems;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.reactive.function.client.WebClientException;
import org.yol.gateway.GatewayProperties;
import reactor.netty.channel.AbortedException;

/** Decides which problem stands for a failure. */
@Component
class ProblemTranslation {

    private final GatewayProperties properties;

    ProblemTranslation(GatewayProperties properties) {
        this.properties = properties;
    }

    ProblemException translate(Throwable failure) {
        return switch (failure) {
            case ProblemException problem
            when problem.problem().status() == HttpStatus.SERVICE_UNAVAILABLE
                    && problem.retryAfter().isEmpty() -> later(problem);
            case ProblemException problem -> problem;
            // The web client is used to talk to the identity provider only; services are reached by routes.
            case WebClientException e -> later(ProblemException.of(Problem.SIGN_IN_UNAVAILABLE, e));
            case AccessDeniedException e -> ProblemException.of(Problem.FORBIDDEN, e);
            case ErrorResponseException e -> byStatus(e.getStatusCode(), e);
            case ServiceUnavailableException e -> later(ProblemException.of(Problem.SERVICE_UNAVAILABLE, e));
            case IOException e -> later(ProblemException.of(Problem.SERVICE_UNAVAILABLE, e));
            // Clients that are gone are not answered: what is left are services that closed the connection.
            case AbortedException e -> later(ProblemException.of(Problem.SERVICE_UNAVAILABLE, e));
            case TimeoutException e -> later(ProblemException.of(Problem.SERVICE_UNAVAILABLE, e));
            default -> ProblemException.of(Problem.INTERNAL_ERROR, failure);
        };
    }

    private ProblemException byStatus(HttpStatusCode status, Exception cause) {
        return switch (status.value()) {
            case 401 -> ProblemException.of(Problem.UNAUTHENTICATED, cause);
            case 403 -> ProblemException.of(Problem.FORBIDDEN, cause);
            case 404 -> ProblemException.of(Problem.NOT_FOUND, cause);
            case 405 -> ProblemException.of(Problem.METHOD_NOT_ALLOWED, cause);
            case 406 -> ProblemException.of(Problem.NOT_ACCEPTABLE, cause);
            case 408 -> ProblemException.of(Problem.REQUEST_TIMEOUT, cause);
            case 413 -> ProblemException.of(Problem.REQUEST_TOO_LARGE, cause);
            case 415 -> ProblemException.of(Problem.UNSUPPORTED_MEDIA_TYPE, cause);
            case 502, 503, 504 -> later(ProblemException.of(Problem.SERVICE_UNAVAILABLE, cause));
            default ->
                ProblemException.of(
                        status.is4xxClientError() ? Problem.INVALID_REQUEST : Problem.INTERNAL_ERROR, cause);
        };
    }

    /** Once the service has been left alone, and not all at the same time. */
    ProblemException later(ProblemException problem) {
        var openFor = properties.circuitBreaker().openFor();
        return problem.retryAfter(openFor.plusMillis(ThreadLocalRandom.current().nextLong(openFor.toMillis() + 1)));
    }
}
