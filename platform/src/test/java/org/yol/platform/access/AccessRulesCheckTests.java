package org.yol.platform.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class AccessRulesCheckTests {

    @RestController
    static class Guarded {
        @GetMapping("/guarded")
        @PreAuthorize("hasRole('AUDITOR')")
        void read() {}
    }

    @RestController
    @PreAuthorize("hasRole('AUDITOR')")
    static class GuardedAsAWhole {
        @GetMapping("/guarded-as-a-whole")
        void read() {}
    }

    @RestController
    static class Forgotten {
        @GetMapping("/forgotten")
        void read() {}
    }

    @Test
    void controllersWithRulesPass() {
        assertThatCode(() -> check(Guarded.class, GuardedAsAWhole.class)).doesNotThrowAnyException();
    }

    @Test
    void serviceWithAForgottenRuleDoesNotStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> check(Guarded.class, Forgotten.class))
                .withMessageContaining("@PreAuthorize")
                .withMessageContaining("Forgotten#read")
                .withMessageNotContaining("Guarded#");
    }

    private static void check(Class<?>... controllers) {
        try (var context = new GenericWebApplicationContext(new MockServletContext())) {
            for (Class<?> controller : controllers) {
                context.registerBean(controller);
            }
            context.refresh();
            var mapping = new RequestMappingHandlerMapping();
            mapping.setApplicationContext(context);
            mapping.afterPropertiesSet();
            new AccessRulesCheck(List.of(mapping)).afterSingletonsInstantiated();
        }
    }
}
