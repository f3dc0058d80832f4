package org.yol.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Neighbours;

@GatewayTest
class SecurityHeadersIT {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/session", "/api/programs", "/api/applications", "/nothing-here.js", "/docs"})
    void everyAnswerTellsTheBrowserToTrustNothingElse(String path, @LocalServerPort int port) {
        var headers = Browser.at(port).get(path).headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("strict-origin-when-cross-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "script-src 'self'", "object-src 'none'", "base-uri 'self'")
                .contains("form-action 'self' " + Neighbours.ISSUER.uri(), "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval", "script-src 'self' 'unsafe-inline'", "*");
    }

    @Test
    void inlineStylesAreAllowedInTheDocumentationOnly(@LocalServerPort int port) {
        var browser = Browser.at(port);
        assertThat(policy(browser, "/docs")).contains("'unsafe-inline'");
        assertThat(policy(browser, "/do%63s")).contains("'unsafe-inline'");
        assertThat(policy(browser, "/")).doesNotContain("'unsafe-inline'");
        assertThat(policy(browser, "/docsXYZ")).doesNotContain("'unsafe-inline'");
    }

    @Test
    void aServicesStricterPolicyStands(@LocalServerPort int port) {
        Neighbours.PROGRAMS.on("/api/programs/poster", exchange -> {
            exchange.getResponseHeaders().set("Content-Security-Policy", "sandbox; default-src 'none'");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });

        assertThat(Browser.at(port).get("/api/programs/poster").headers().allValues("Content-Security-Policy"))
                .containsExactly("sandbox; default-src 'none'");
    }

    private static String policy(Browser browser, String path) {
        return browser.get(path).headers().firstValue("Content-Security-Policy").orElseThrow();
    }
}
