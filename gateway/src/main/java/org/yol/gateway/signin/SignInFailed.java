package org.yol.gateway.signin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.yol.gateway.problems.Problem;
import org.yol.gateway.problems.ProblemException;
import reactor.core.publisher.Mono;

/** Tells a person whose sign-in was cancelled, or did not add up, what to do. */
@Component
class SignInFailed implements ServerAuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(SignInFailed.class);

    @Override
    public Mono<Void> onAuthenticationFailure(WebFilterExchange web, AuthenticationException failure) {
        // The error code only: descriptions come from outside and may repeat what was sent.
        log.warn(
                "A sign-in failed: {}",
                failure instanceof OAuth2AuthenticationException e
                        ? e.getError().getErrorCode()
                        : failure.getClass().getSimpleName());
        return Mono.error(ProblemException.of(Problem.SIGN_IN_FAILED));
    }
}
