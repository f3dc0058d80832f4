package org.yol.platform.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.platform.problem.Problem;

/**
 * What fails before or outside any controller method, in a filter or the server, as problem details like all others.
 */
@RestController
@Hidden
class FailedDispatch implements ErrorController {

    private final ProblemTexts texts;

    FailedDispatch(ProblemTexts texts) {
        this.texts = texts;
    }

    @RequestMapping("/error")
    @PreAuthorize("permitAll()")
    ResponseEntity<ProblemDetail> failed(HttpServletRequest request, Locale locale) {
        Problem problem = isIdentityProviderAway(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))
                ? Problem.SERVICE_UNAVAILABLE
                : problem(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        var response = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem == Problem.SERVICE_UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, ProblemAdvice.RETRY_AFTER_SECONDS);
        }
        return response.body(texts.detail(problem, List.of(), locale));
    }

    /** A token that could not be checked, for want of the keys, says nothing about its bearer. */
    private static boolean isIdentityProviderAway(Object failure) {
        return failure instanceof AuthenticationServiceException
                || failure instanceof JwtDecoderInitializationException;
    }

    private static Problem problem(Object status) {
        return status instanceof Integer code ? Problem.ofStatus(code) : Problem.NOT_FOUND;
    }
}
