package org.yol.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InlinePartsTests {

    @Test
    void importMapIsAllowedByTheHashOfItsText() {
        assertThat(InlineParts.scriptsOf("<script type=\"importmap\">{}</script><script>alert(1)</script>"))
                .containsExactly("'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o='");
    }

    @Test
    void pageWithoutOneAllowsNoInlineScript() {
        assertThat(InlineParts.scriptsOf("<script type=\"module\" src=\"/app/main.js\"></script>"))
                .isEmpty();
    }

    @Test
    void styleIsAllowedByTheHashOfItsText() {
        assertThat(InlineParts.stylesOf("<style>{}</style><link rel=\"stylesheet\" href=\"/all.css\">"))
                .containsExactly("'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o='");
        assertThat(InlineParts.stylesOf("<p style=\"color: red\">")).isEmpty();
    }
}
