package org.yol.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.PageRequest;

/**
 * Says in OpenAPI which problems each operation can answer: they follow from what it takes and from whom it lets in, so
 * that no controller has to say it, or can forget to.
 */
final class ProblemAnswers implements OperationCustomizer {

    private static final String SCHEMA = "Problem";

    /** Adds the form all problems have. */
    static Components describe(Components components) {
        Schema<?> error = new ObjectSchema()
                .addProperty("pointer", new StringSchema().description("JSON pointer into the request"))
                .addProperty("detail", new StringSchema().description("in the reader's language"));
        return components.addSchemas(
                SCHEMA,
                new ObjectSchema()
                        .description("Problem details (RFC 9457)")
                        .addProperty("type", new StringSchema().description("`urn:yol:problem:` and a stable name"))
                        .addProperty("title", new StringSchema())
                        .addProperty("status", new IntegerSchema())
                        .addProperty("detail", new StringSchema())
                        .addProperty("instance", new StringSchema())
                        .addProperty("errors", new ArraySchema().items(error)));
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        answers(method)
                .forEach((status, why) -> operation
                        .getResponses()
                        .computeIfAbsent(
                                status,
                                _ -> new ApiResponse()
                                        .description(why)
                                        .content(new Content()
                                                .addMediaType(
                                                        org.springframework.http.MediaType
                                                                .APPLICATION_PROBLEM_JSON_VALUE,
                                                        new MediaType()
                                                                .schema(new Schema<>()
                                                                        .$ref("#/components/schemas/" + SCHEMA))))));
        return operation;
    }

    private static Map<String, String> answers(HandlerMethod method) {
        Set<Class<?>> taken = Arrays.stream(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .collect(Collectors.toSet());
        Map<String, String> answers = new LinkedHashMap<>();
        if (has(method, RequestBody.class)
                || taken.contains(IdempotencyKey.class)
                || taken.contains(PageRequest.class)) {
            answers.put("400", "It cannot be read, or a header or cursor is missing or wrong");
        }
        PreAuthorize rule = method.getMethodAnnotation(PreAuthorize.class);
        if (rule != null && !rule.value().equals("permitAll()")) {
            answers.put("401", "Nobody is signed in");
            answers.put("403", "Not for this role");
        }
        if (has(method, PathVariable.class)) {
            answers.put("404", "It is not there, or not for this reader");
        }
        if (taken.contains(ExpectedVersion.class)) {
            answers.put("409", "Not in the state it is in");
            answers.put("412", "It has changed since that version");
            answers.put("428", "`If-Match` is missing");
        }
        if (has(method, RequestBody.class) || has(method, RequestParam.class) || taken.contains(IdempotencyKey.class)) {
            answers.put("422", "Fields are missing or wrong: `errors` names each");
        }
        return answers;
    }

    private static boolean has(HandlerMethod method, Class<? extends java.lang.annotation.Annotation> annotation) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(annotation));
    }
}
