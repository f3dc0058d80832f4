package org.yol.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.LocaleResolver;
import org.yol.platform.problem.Problem;
import tools.jackson.databind.json.JsonMapper;

/** Refusals made before any controller is reached, as problem details like all others. */
public final class ProblemResponses implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemTexts texts;
    private final LocaleResolver locales;
    private final JsonMapper json;

    ProblemResponses(ProblemTexts texts, LocaleResolver locales, JsonMapper json) {
        this.texts = texts;
        this.locales = locales;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(request, response, Problem.UNAUTHENTICATED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        write(request, response, Problem.FORBIDDEN);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        ProblemDetail detail = texts.detail(problem, List.of(), locales.resolveLocale(request));
        detail.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), detail);
    }
}
