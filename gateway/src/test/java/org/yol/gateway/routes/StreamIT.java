package org.yol.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Neighbours;

@GatewayTest
@TestPropertySource(properties = "yol.services.notifications.timeout=300ms")
class StreamIT {

    private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();

    @Test
    @Timeout(20)
    void eventsComeOneByOneAndTheStreamOutlivesEveryTimeout(@LocalServerPort int port) throws Exception {
        Neighbours.NOTIFICATIONS.on("/api/notifications/stream", this::stream);
        var token = "Bearer " + Neighbours.ISSUER.accessToken("nurlan");
        var answer = Browser.at(port)
                .open(
                        "/api/notifications/stream",
                        "Authorization",
                        token,
                        "Accept",
                        "text/event-stream",
                        "Accept-Encoding",
                        "gzip");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            // Each event is sent only after the one before has arrived: a buffer anywhere would wait for ever.
            assertThat(lines.readLine()).isEqualTo("data:hello");
            lines.readLine();
            for (int number = 0; number < 3; number++) {
                events.add("data:" + number);
                assertThat(lines.readLine()).isEqualTo("data:" + number);
                lines.readLine();
            }
            events.add("end");
            assertThat(lines.readLine()).isNull();
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            var event = "data:hello";
            while (!"end".equals(event)) {
                exchange.getResponseBody().write((event + "\n\n").getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                event = events.poll(15, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
