package org.yol.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImportMapTests {

    @Test
    void importMapIsAllowedByTheHashOfItsText() {
        assertThat(ImportMap.sourcesIn("<script type=\"importmap\">{}</script><script>alert(1)</script>"))
                .containsExactly("'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o='");
    }

    @Test
    void pageWithoutOneAllowsNoInlineScript() {
        assertThat(ImportMap.sourcesIn("<script type=\"module\" src=\"/app/main.js\"></script>"))
                .isEmpty();
    }
}
