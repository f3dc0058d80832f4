package org.yol.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Issuer;

@GatewayTest
class IssuerDownIT {

    private static final int PORT = freePort();

    @DynamicPropertySource
    static void issuerThatIsNotThereYet(DynamicPropertyRegistry properties) {
        properties.add("yol.issuer", () -> "http://localhost:" + PORT);
    }

    @Test
    void gatewayIsReadyWithoutTheIssuerAndSignsInWhenItIsThere(@LocalServerPort int port) {
        var browser = Browser.at(port);
        assertThat(browser.get("/readyz").statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/programs").statusCode()).isEqualTo(200);

        var start = browser.get("/oauth2/authorization/yol");
        assertThat(start.statusCode()).isEqualTo(503);
        assertThat(start.headers().firstValue("Retry-After")).isPresent();
        assertThat(start.body()).contains("urn:yol:problem:sign-in-unavailable");
        var page = browser.get("/oauth2/authorization/yol", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).containsPattern("<meta http-equiv=\"refresh\" content=\"\\d+\">");
        assertThat(page.body()).containsPattern("tries again by itself in \\d+ seconds");
        var call = browser.get("/api/applications", "Authorization", "Bearer eyJhbGciOiJSUzI1NiJ9.e30.c2ln");
        assertThat(call.statusCode()).isEqualTo(503);

        var issuer = Issuer.start(PORT);
        try {
            issuer.missKeys(true);
            var sentBack = browser.sentBack("/login?to=/inbox");
            var failed = browser.get(sentBack, "Accept", "text/html");
            assertThat(failed.statusCode()).isEqualTo(503);
            assertThat(failed.body())
                    .containsPattern("<meta http-equiv=\"refresh\" content=\"\\d+; url=/oauth2/authorization/yol\">");

            issuer.missKeys(false);
            assertThat(browser.signIn("/login?to=/inbox")).isEqualTo("/inbox");
            var token = issuer.accessToken("nurlan");
            assertThat(browser.get("/api/applications", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            issuer.stop();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
