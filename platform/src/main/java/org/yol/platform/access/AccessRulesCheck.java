package org.yol.platform.access;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Denied by default, at the earliest moment: a service whose controllers leave out a rule does not start. */
final class AccessRulesCheck implements SmartInitializingSingleton {

    private final List<RequestMappingHandlerMapping> mappings;

    AccessRulesCheck(List<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> open = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(method -> method.getBeanType().getPackageName().startsWith("org.yol."))
                .filter(method -> Stream.of(method.getMethod(), method.getBeanType())
                        .noneMatch(element -> AnnotatedElementUtils.hasAnnotation(element, PreAuthorize.class)))
                .map(HandlerMethod::toString)
                .toList();
        if (!open.isEmpty()) {
            throw new IllegalStateException("Without an access rule (@PreAuthorize): " + open);
        }
    }
}
