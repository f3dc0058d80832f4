package org.yol.platform.web;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.PageRequest;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import tools.jackson.databind.json.JsonMapper;

/** Lets a controller method take {@link ExpectedVersion}, {@link IdempotencyKey} and {@link PageRequest}. */
final class RequestArguments implements HandlerMethodArgumentResolver {

    private static final Set<Class<?>> TYPES = Set.of(ExpectedVersion.class, IdempotencyKey.class, PageRequest.class);
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})(?:-[\\w-]+)?\"");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern LIMIT = Pattern.compile("\\d{1,9}");

    private final JsonMapper json;

    RequestArguments(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        Class<?> type = parameter.getParameterType();
        if (type == ExpectedVersion.class) {
            return expectedVersion(request.getHeader(HttpHeaders.IF_MATCH));
        }
        return type == IdempotencyKey.class ? idempotencyKey((ServletWebRequest) request) : pageRequest(request);
    }

    private static ExpectedVersion expectedVersion(String header) {
        if (header == null) {
            throw new Refused(Problem.PRECONDITION_REQUIRED);
        }
        Matcher etag = ETAG.matcher(header);
        if (!etag.matches()) {
            throw new Refused(Problem.STALE_VERSION);
        }
        return new ExpectedVersion(Long.parseLong(etag.group(1)));
    }

    private IdempotencyKey idempotencyKey(ServletWebRequest request) {
        String key = request.getHeader("Idempotency-Key");
        if (key == null || !KEY.matcher(key).matches()) {
            throw new Refused(Problem.IDEMPOTENCY_KEY_MISSING);
        }
        return new IdempotencyKey(request.getRemoteUser(), request.getRequest().getRequestURI(), key, json);
    }

    private static PageRequest pageRequest(NativeWebRequest request) {
        String limit = request.getParameter("limit");
        if (limit == null || limit.isEmpty()) {
            return new PageRequest(PageRequest.USUAL, cursor(request));
        }
        if (!LIMIT.matcher(limit).matches() || Integer.parseInt(limit) < 1) {
            throw Refused.because(java.util.List.of(FieldError.of("/limit", "field.limit", PageRequest.MOST)));
        }
        return new PageRequest(Math.min(Integer.parseInt(limit), PageRequest.MOST), cursor(request));
    }

    private static String cursor(NativeWebRequest request) {
        String after = request.getParameter("after");
        return after == null || after.isEmpty() ? null : after;
    }
}
