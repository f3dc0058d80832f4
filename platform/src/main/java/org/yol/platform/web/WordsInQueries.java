package org.yol.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;

/**
 * Refuses {@link UnknownWord} in a query where {@link WordsInAddresses} alone does not: what no converter takes is
 * tried once more as the name of a constant.
 */
final class WordsInQueries implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null && handler instanceof HandlerMethod method) {
            Arrays.stream(method.getMethodParameters())
                    .flatMap(WordsInQueries::words)
                    .filter(word -> word.isUnknown(request.getParameterValues(word.name())))
                    .findFirst()
                    .ifPresent(word -> {
                        throw Refused.because(List.of(FieldError.of("/" + word.name(), "field.unreadable")));
                    });
        }
        return true;
    }

    /** A parameter of a query that is an enumeration, by itself, several times or as a component of a record. */
    private record Word(String name, Class<?> type) {

        boolean isUnknown(String[] values) {
            return values != null
                    && Arrays.stream(values)
                            .flatMap(value -> Arrays.stream(value.split(",")))
                            .anyMatch(this::isUnknown);
        }

        private boolean isUnknown(String value) {
            return Arrays.stream(type.getEnumConstants())
                    .anyMatch(constant -> UnknownWord.is(constant)
                            && ((Enum<?>) constant).name().equals(value.strip()));
        }
    }

    private static Stream<Word> words(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        if (type.isEnum()) {
            return Stream.of(new Word(parameter.getParameter().getName(), type));
        }
        if (Collection.class.isAssignableFrom(type)) {
            Class<?> element = ResolvableType.forMethodParameter(parameter).resolveGeneric();
            return element != null && element.isEnum()
                    ? Stream.of(new Word(parameter.getParameter().getName(), element))
                    : Stream.empty();
        }
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .filter(component -> component.getType().isEnum())
                        .map(component -> new Word(component.getName(), component.getType()))
                : Stream.empty();
    }
}
