package org.yol.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Neighbours;

@GatewayTest
class CsrfIT {

    private Browser browser;

    @BeforeEach
    void signIn(@LocalServerPort int port) {
        browser = Browser.at(port);
        browser.signIn("/login");
    }

    @Test
    void tokenCookieIsSetByTheFirstRequestAndReadableByScripts() {
        var setCookie =
                browser.get("/session").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(setCookie).startsWith("XSRF-TOKEN=").doesNotContainIgnoringCase("HttpOnly");
    }

    @Test
    void unsafeRequestWithoutTheTokenIsRefused() {
        browser.get("/session");
        var answer = browser.post("/api/applications", "{}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("urn:yol:problem:csrf-missing");
    }

    @Test
    void unsafeRequestWithAnotherTokenIsRefused() {
        browser.get("/session");
        assertThat(browser.post("/api/applications", "{}", "X-XSRF-TOKEN", "guessed")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void unsafeRequestWithTheTokenPasses() {
        browser.get("/session");
        assertThat(browser.post("/api/applications", "{}", browser.csrf()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void tokenInTheBodyIsLookedForWhenSigningOutOnly() {
        browser.get("/session");
        var form = "_csrf=" + browser.csrf()[1];
        var type = "application/x-www-form-urlencoded";
        assertThat(browser.post("/session", form, "Content-Type", type).statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/logout", form, "Content-Type", type).statusCode())
                .isEqualTo(200);
    }

    @Test
    void formIsRefusedWithTheTokenToo() {
        browser.get("/session");
        var answer = browser.send(
                "POST",
                "/api/applications",
                BodyPublishers.ofString("a=b"),
                browser.csrf()[0],
                browser.csrf()[1],
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void bearerTokenNeedsNoOther() {
        var answer = browser.post(
                "/api/applications", "{}", "Authorization", "Bearer " + Neighbours.ISSUER.accessToken("nurlan"));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void signOutNeedsTheToken() {
        assertThat(browser.post("/logout", "").statusCode()).isEqualTo(403);
    }
}
