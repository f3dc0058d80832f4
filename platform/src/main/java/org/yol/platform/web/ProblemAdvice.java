package org.yol.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import org.yol.platform.document.StoreAway;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import tools.jackson.databind.DatabindException;

/** Every failure of a request as problem details. An exception's own message is never shown: it is for the log. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    static final String RETRY_AFTER_SECONDS = "5";

    private final ProblemTexts texts;

    ProblemAdvice(ProblemTexts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(Refused refused, Locale locale) {
        return respond(texts.detail(refused, locale), retryAfter(refused.problem()));
    }

    /** Whoever is refused for now hears when to come again. */
    private static HttpHeaders retryAfter(Problem problem) {
        HttpHeaders headers = new HttpHeaders();
        if (problem.isForNow()) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return headers;
    }

    /** A query that cannot be read, such as one with half an escape: thrown by whoever asks for a parameter first. */
    @ExceptionHandler
    ResponseEntity<Object> unreadableQuery(InvalidParameterException failure, Locale locale) {
        return respond(texts.detail(Problem.INVALID_REQUEST, List.of(), locale), new HttpHeaders());
    }

    private ResponseEntity<Object> storeAway(Exception failure, Locale locale) {
        LOG.warn("The store does not answer: {}", failure.getMessage());
        return respond(
                texts.detail(Problem.SERVICE_UNAVAILABLE, List.of(), locale), retryAfter(Problem.SERVICE_UNAVAILABLE));
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception failure, Locale locale, HttpServletResponse response) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        // Asked first: a line to the store breaks with the words of one to a client.
        boolean storeAway = StoreAway.isCauseOf(failure);
        if (!storeAway && DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return null;
        }
        if (response.isCommitted()) {
            LOG.error("What has begun to flow breaks off", failure);
            // The server then closes the connection, so that nobody takes the beginning for the whole.
            throw failure;
        }
        if (storeAway) {
            return storeAway(failure, locale);
        }
        LOG.error("Unexpected", failure);
        return respond(texts.detail(Problem.INTERNAL_ERROR, List.of(), locale), new HttpHeaders());
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return fieldErrors(failure.getBindingResult().getFieldErrors().stream().map(ProblemAdvice::fieldError));
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return fieldErrors(failure.getParameterValidationResults().stream()
                .flatMap(result -> result instanceof ParameterErrors body
                        ? body.getFieldErrors().stream().map(ProblemAdvice::fieldError)
                        : result.getResolvableErrors().stream()
                                .map(error -> FieldError.of(
                                        "/" + result.getMethodParameter().getParameterName(),
                                        error.getDefaultMessage()))));
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return failure.getPropertyName() == null
                ? super.handleTypeMismatch(failure, headers, status, request)
                : fieldErrors(Stream.of(FieldError.of(FieldPointer.of(failure.getPropertyName()), "field.unreadable")));
    }

    /** What could not even be read has no words but the exception's own, which are not for people. */
    private static FieldError fieldError(org.springframework.validation.FieldError error) {
        return FieldError.of(
                FieldPointer.of(error.getField()),
                error.isBindingFailure() ? "field.unreadable" : error.getDefaultMessage());
    }

    private ResponseEntity<Object> fieldErrors(Stream<FieldError> errors) {
        return respond(
                texts.detail(Refused.because(errors.toList()), LocaleContextHolder.getLocale()), new HttpHeaders());
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (failure.getCause() instanceof DatabindException unreadable
                && !unreadable.getPath().isEmpty()) {
            return fieldErrors(Stream.of(FieldError.of(FieldPointer.of(unreadable.getPath()), "field.unreadable")));
        }
        return respond(texts.detail(Problem.INVALID_REQUEST, List.of(), LocaleContextHolder.getLocale()), headers);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (request instanceof ServletWebRequest servlet
                && servlet.getResponse() != null
                && servlet.getResponse().isCommitted()) {
            return null; // a stream that timed out: what has been sent cannot be replaced
        }
        Problem problem = Problem.ofStatus(status.value());
        if (problem == Problem.INTERNAL_ERROR) {
            LOG.error("Unexpected", failure);
        }
        return respond(texts.detail(problem, List.of(), LocaleContextHolder.getLocale()), headers);
    }

    private static ResponseEntity<Object> respond(ProblemDetail detail, HttpHeaders headers) {
        return ResponseEntity.status(detail.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
