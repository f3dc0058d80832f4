package org.yol.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;
import org.yol.gateway.GatewayApplication;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.Neighbours;

class ShutdownIT {

    private final CountDownLatch finished = new CountDownLatch(1);

    @Test
    @Timeout(20)
    void openStreamDoesNotHoldUpTheStop() throws Exception {
        Neighbours.NOTIFICATIONS.on("/api/notifications/stream", this::streamWithoutEnd);
        var gateway = new SpringApplicationBuilder(GatewayApplication.class, OwnThreads.class)
                .initializers(new Neighbours())
                .run("--server.port=0");
        var port = gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        var token = "Bearer " + Neighbours.ISSUER.accessToken("nurlan");
        var answer = Browser.at(port).open("/api/notifications/stream", "Authorization", token);
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data:hello");
            var started = System.nanoTime();
            gateway.close();
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
            assertThat(lines.lines()).containsExactly("");
        } finally {
            finished.countDown();
        }
    }

    private void streamWithoutEnd(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("data:hello\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            finished.await(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Or the stop would take the threads that the gateways of the other tests still use. */
    @TestConfiguration(proxyBeanMethods = false)
    static class OwnThreads {

        @Bean
        ReactorResourceFactory ownThreads() {
            var threads = new ReactorResourceFactory();
            threads.setUseGlobalResources(false);
            return threads;
        }
    }
}
