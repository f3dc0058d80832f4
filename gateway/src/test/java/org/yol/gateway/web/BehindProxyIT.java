package org.yol.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;

@GatewayTest
@TestPropertySource(
        properties = {
            "FORWARD_HEADERS_STRATEGY=framework",
            "yol.rates.address.requests=1",
            "yol.rates.address.period=1h"
        })
class BehindProxyIT {

    private static final String[] HTTPS = {"X-Forwarded-Proto", "https", "X-Forwarded-Host", "yol.example"};

    @Test
    void httpsIsRememberedByBrowsersAndNeededByCookies(@LocalServerPort int port) {
        var headers = Browser.at(port).get("/oauth2/authorization/yol", HTTPS).headers();
        assertThat(headers.firstValue("Strict-Transport-Security")).isPresent();
        assertThat(headers.firstValue("Set-Cookie").orElseThrow()).contains("Secure");
    }

    @Test
    void signInComesBackToThePublicAddress(@LocalServerPort int port) {
        var location = Browser.at(port)
                .get("/oauth2/authorization/yol", HTTPS)
                .headers()
                .firstValue("Location");
        assertThat(location.orElseThrow()).contains("redirect_uri=https://yol.example/login/oauth2/code/yol");
    }

    @Test
    void addressesAreThoseTheProxyNames(@LocalServerPort int port) {
        var client = Browser.at(port);
        assertThat(client.get("/api/programs", "X-Forwarded-For", "203.0.113.1").statusCode())
                .isEqualTo(200);
        assertThat(client.get("/api/programs", "X-Forwarded-For", "203.0.113.2").statusCode())
                .isEqualTo(200);
        assertThat(client.get("/api/programs", "X-Forwarded-For", "203.0.113.2").statusCode())
                .isEqualTo(429);
    }
}
