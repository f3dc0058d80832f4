package org.yol.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.gateway.support.Backend;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Neighbours;

@GatewayTest
class RetryIT {

    private final AtomicInteger calls = new AtomicInteger();
    private Browser client;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        client = Browser.at(port);
    }

    @Test
    void readIsRepeatedWhenTheConnectionBreaks() {
        Neighbours.PROGRAMS.on("/api/programs/breaks-once", this::breakOnce);
        assertThat(client.get("/api/programs/breaks-once").statusCode()).isEqualTo(200);
        assertThat(calls).hasValue(2);
    }

    @Test
    void writeIsNeverRepeated() {
        Neighbours.PROGRAMS.on("/api/programs/breaks-a-write", this::breakOnce);
        var token = "Bearer " + Neighbours.ISSUER.accessToken("sato");
        var answer = client.post("/api/programs/breaks-a-write", "{}", "Authorization", token);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("urn:yol:problem:service-unavailable");
        assertThat(calls).hasValue(1);
    }

    private void breakOnce(HttpExchange exchange) throws IOException {
        if (calls.incrementAndGet() == 1) {
            exchange.close();
        } else {
            Backend.answer(exchange, 200, "text/plain", "here again");
        }
    }
}
