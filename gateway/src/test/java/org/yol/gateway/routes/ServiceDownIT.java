package org.yol.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.yol.gateway.support.Backend;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Neighbours;

@GatewayTest
@TestPropertySource(
        properties = {
            "yol.circuit-breaker.window=4",
            "yol.circuit-breaker.open-for=1s",
            "yol.services.programs.timeout=300ms",
            "yol.services.applications.timeout=300ms"
        })
class ServiceDownIT {

    private static Backend programs = Backend.start("programs");

    private Browser client;

    @DynamicPropertySource
    static void ownService(DynamicPropertyRegistry properties) {
        properties.add("yol.services.programs.uri", programs::uri);
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        client = Browser.at(port);
    }

    @Test
    void downServiceIsAnsweredForAndItsReturnIsNoticed() {
        var port = programs.port();
        programs.stop();
        for (int call = 0; call < 5; call++) {
            var answer = client.get("/api/programs");
            assertThat(answer.statusCode()).isEqualTo(503);
            // Not the same for all, who would come back as one.
            assertThat(answer.headers().firstValue("Retry-After").orElseThrow()).isIn("1", "2");
            assertThat(answer.body()).contains("urn:yol:problem:service-unavailable");
        }
        programs = Backend.start("programs", port);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> client.get("/api/programs").statusCode() == 200);
    }

    @Test
    void slowServiceIsNotWaitedForAndThenLeftAlone() {
        var calls = new AtomicInteger();
        var released = new CountDownLatch(1);
        Neighbours.APPLICATIONS.on("/api/applications/slow", exchange -> {
            calls.incrementAndGet();
            try (exchange) {
                released.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        var token = "Bearer " + Neighbours.ISSUER.accessToken("nurlan");
        for (int call = 0; call < 6; call++) {
            assertThat(client.get("/api/applications/slow", "Authorization", token)
                            .statusCode())
                    .isEqualTo(503);
        }
        released.countDown();
        assertThat(calls).hasValueLessThan(6);
    }
}
