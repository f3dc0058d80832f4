package org.yol.gateway.routes;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yol.gateway.support.Backend;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Line;
import org.yol.gateway.support.Neighbours;

@GatewayTest
@TestPropertySource(
        properties = {
            "yol.circuit-breaker.window=4",
            "yol.circuit-breaker.open-for=500ms",
            "yol.services.applications.upload-timeout=1s"
        })
class HalfOpenIT {

    private static final String FAILING = "/api/applications/failing/documents/passport";
    private static final String SLOW = "/api/applications/slow/documents/passport";
    private static final String USUAL = "/api/applications/usual/documents/passport";

    private final AtomicInteger slowOnes = new AtomicInteger();
    private final String token = "Bearer " + Neighbours.ISSUER.accessToken("nurlan");

    @Test
    @Timeout(30)
    void twoWhoSendSlowlyDoNotKeepTheOthersOutAfterAnOutage(@LocalServerPort int port) {
        var client = Browser.at(port);
        Neighbours.APPLICATIONS.on(FAILING, HalfOpenIT::fail).on(SLOW, this::receiveSlowly);
        await().until(() -> {
            upload(client, FAILING);
            return upload(client, USUAL) == 503;
        });
        var lines = new ArrayList<Line>();
        try {
            await().until(() -> {
                lines.add(Line.open(
                        port, "%PDF", "PUT " + SLOW + " HTTP/1.1", "Content-Length: 50", "Authorization: " + token));
                return slowOnes.get() == 2;
            });
            await().atMost(Duration.ofSeconds(10)).until(() -> upload(client, USUAL) == 200);
        } finally {
            lines.forEach(Line::close);
        }
    }

    private int upload(Browser client, String path) {
        return client.send("PUT", path, BodyPublishers.ofString("%PDF"), "Authorization", token)
                .statusCode();
    }

    private static void fail(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.close();
    }

    private void receiveSlowly(HttpExchange exchange) throws IOException {
        slowOnes.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        Backend.answer(exchange, 200, "text/plain", "received");
    }
}
