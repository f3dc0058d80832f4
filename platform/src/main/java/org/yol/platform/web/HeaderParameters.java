package org.yol.platform.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.PageRequest;

/** Shows in OpenAPI what the platform's own argument types read from the request. */
final class HeaderParameters implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Arrays.stream(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .forEach(type -> describe(operation, type));
        return operation;
    }

    private static void describe(Operation operation, Class<?> type) {
        if (type == ExpectedVersion.class) {
            operation.addParametersItem(
                    header("If-Match").description("The ETag last seen; 412 when the document has changed since"));
        } else if (type == IdempotencyKey.class) {
            operation.addParametersItem(header("Idempotency-Key")
                    .description("A fresh UUID; the same key and body answer the same result"));
        } else if (type == PageRequest.class) {
            operation.addParametersItem(query("limit")
                    .schema(new IntegerSchema()._default(PageRequest.USUAL))
                    .description("1 to 100"));
            operation.addParametersItem(
                    query("after").schema(new StringSchema()).description("The cursor `next` of the page before"));
        }
    }

    private static Parameter header(String name) {
        return new Parameter().in("header").name(name).required(true).schema(new StringSchema());
    }

    private static Parameter query(String name) {
        return new Parameter().in("query").name(name).required(false);
    }
}
