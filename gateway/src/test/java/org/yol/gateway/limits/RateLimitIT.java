package org.yol.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Neighbours;

@GatewayTest
@TestPropertySource(
        properties = {
            "yol.rates.user.requests=2",
            "yol.rates.user.period=1h",
            "yol.rates.address.requests=3",
            "yol.rates.address.period=1h",
            "yol.rates.sign-in.requests=1",
            "yol.rates.sign-in.period=1h"
        })
class RateLimitIT {

    private Browser client;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        client = Browser.at(port);
    }

    @Test
    void eachPersonHasAnAllowanceOfTheirOwn() {
        assertThat(callAs("nurlan")).isEqualTo(200);
        assertThat(callAs("nurlan")).isEqualTo(200);
        assertThat(callAs("nurlan")).isEqualTo(429);
        assertThat(callAs("maral")).isEqualTo(200);
    }

    @Test
    void addressOfPeopleWhoAreNotSignedInIsToldHowLongToWait() {
        var first = client.get("/api/programs").headers();
        assertThat(first.firstValue("RateLimit-Policy")).hasValue("\"address\";q=3;w=3600");
        assertThat(first.firstValue("RateLimit").orElseThrow()).startsWith("\"address\";r=2;");
        client.get("/api/log/tile/0/000");
        // An invented address is no other address.
        client.get("/api/programs", "X-Forwarded-For", "203.0.113.1");
        var answer = client.get("/api/programs", "X-Forwarded-For", "203.0.113.2");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("urn:yol:problem:too-many-requests");
        assertThat(Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 1200L);
        assertThat(client.get("/livez").statusCode()).isEqualTo(200);
    }

    @Test
    void startedSignInsAreCountedByThemselves() {
        assertThat(client.get("/login").statusCode()).isEqualTo(302);
        assertThat(client.get("/login").statusCode()).isEqualTo(429);
    }

    private int callAs(String account) {
        return client.get("/api/programs", "Authorization", "Bearer " + Neighbours.ISSUER.accessToken(account))
                .statusCode();
    }
}
