package org.yol.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Neighbours;

/** Whoever writes a letter of an address in another way goes to the same place, under the same limits. */
@GatewayTest
@TestPropertySource(
        properties = {
            "FORWARD_HEADERS_STRATEGY=framework",
            "yol.rates.user.requests=3",
            "yol.rates.user.period=1h",
            "yol.rates.address.requests=3",
            "yol.rates.address.period=1h",
            "yol.rates.sign-in.requests=3",
            "yol.rates.sign-in.period=1h"
        })
class EncodedPathsIT {

    @ParameterizedTest
    @CsvSource({
        "/api/programs, /%61pi/programs, 203.0.113.1",
        "/api/applications, /a%70i/applications, 203.0.113.2",
        "/v3/api-docs/programs, /v%33/api-docs/programs, 203.0.113.3",
        "/session, /%73ession, 203.0.113.4",
        "/login, /%6Cogin, 203.0.113.5",
        "/oauth2/authorization/yol, /oauth2/%61uthorization/yol, 203.0.113.6"
    })
    void areCountedTogetherWithThePlainOne(String plain, String encoded, String address, @LocalServerPort int port) {
        var client = Browser.at(port);
        assertThat(left(client.get(plain, "X-Forwarded-For", address))).isEqualTo("2");
        assertThat(left(client.get(encoded, "X-Forwarded-For", address))).isEqualTo("1");
        assertThat(left(client.get(encoded, "X-Forwarded-For", address))).isEqualTo("0");
        assertThat(client.get(encoded, "X-Forwarded-For", address).statusCode()).isEqualTo(429);
        assertThat(client.get(plain, "X-Forwarded-For", address).statusCode()).isEqualTo(429);
    }

    @Test
    void areCountedForThePersonWhoIsSignedIn(@LocalServerPort int port) {
        var client = Browser.at(port);
        var token = "Bearer " + Neighbours.ISSUER.accessToken("nurlan");
        assertThat(left(client.get("/api/applications", "Authorization", token)))
                .isEqualTo("2");
        assertThat(left(client.get("/a%70i/applications", "Authorization", token)))
                .isEqualTo("1");
    }

    @Test
    void ofTheApiAreNoPages(@LocalServerPort int port) {
        var answer = Browser.at(port).get("/%61pi/unknown", "Accept", "text/html", "X-Forwarded-For", "203.0.113.7");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private static String left(HttpResponse<String> answer) {
        return answer.headers().firstValue("RateLimit").orElse("not counted").replaceAll(".*;r=([0-9]+);.*", "$1");
    }
}
