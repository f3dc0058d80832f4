package org.yol.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Line;
import org.yol.gateway.support.Neighbours;

/** What no browser sends. */
@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
@Timeout(30)
@TestPropertySource(
        properties = {"yol.bodies.untaken=500ms", "yol.bodies.usual.timeout=1s", "yol.services.applications.timeout=20s"
        })
class BadInputIT {

    private int port;
    private Browser client;
    private String token;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
        client = Browser.at(port);
        token = "Authorization: Bearer " + Neighbours.ISSUER.accessToken("nurlan");
    }

    @Test
    void addressThatIsTooLongIsAProblemInThePersonsLanguage() {
        var answer = client.get("/api/programs?text=" + "a".repeat(9_000), "Accept-Language", "ja");
        assertThat(answer.statusCode()).isEqualTo(414);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).contains("urn:yol:problem:address-too-long", "アドレス");
        assertThat(client.get("/api/programs?text=" + "a".repeat(4_000)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"70000, 1, 414, address-too-long", "1, 20000, 431, headers-too-large"})
    void whatTheServerDoesNotReadIsAProblemToo(int address, int header, int status, String problem) {
        try (var line = Line.open(
                port, "", "GET /api/programs?text=" + "a".repeat(address) + " HTTP/1.1", "X: " + "a".repeat(header))) {
            assertThat(line.answerAndEnd())
                    .startsWith("HTTP/1.1 " + status + " ")
                    .contains("application/problem+json", "\"urn:yol:problem:" + problem + "\"");
        }
    }

    @Test
    void whatIsNoHttpIsAProblem() {
        try (var line = Line.open(port, "", "hello there")) {
            assertThat(line.answerAndEnd()).startsWith("HTTP/1.1 400 ").contains("urn:yol:problem:invalid-request");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /api/applications", "PUT /api/applications/1", "POST /nowhere", "POST /logout"})
    void bodyThatNobodyReadsIsNotWaitedFor(String request) {
        try (var line = Line.open(port, " ".repeat(1000), request + " HTTP/1.1", "Content-Length: 2000")) {
            assertThat(line.answerAndEnd()).startsWith("HTTP/1.1 ").containsIgnoringCase("connection: close");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /api/applications", "PUT /api/applications/1/documents/passport"})
    void bodyOfAGigabyteIsRefusedBeforeItComes(String request) {
        try (var line = Line.open(port, "", request + " HTTP/1.1", "Content-Length: 1000000000", token)) {
            assertThat(line.answerAndEnd()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void bodyOfAByteNowAndThenIsGivenUp() throws Exception {
        try (var line = Line.open(port, "{", "POST /api/applications HTTP/1.1", "Content-Length: 1000", token)) {
            var dripping = Thread.startVirtualThread(() -> line.drip(1000));
            assertThat(line.status()).startsWith("HTTP/1.1 408 ");
            dripping.interrupt();
        }
    }

    @Test
    void clientThatGoesAwayIsNoError(CapturedOutput output) {
        var arrived = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        var path = "/api/applications/slow";
        Neighbours.APPLICATIONS.on(path, exchange -> {
            arrived.countDown();
            await().until(() -> released.getCount() == 0);
        });
        try (var _ = Line.open(port, "", "GET " + path + " HTTP/1.1", token);
                var _ = Line.open(port, "{", "POST " + path + " HTTP/1.1", "Content-Length: 50", token);
                var _ = Line.open(
                        port, "{", "PUT " + path + "/documents/passport HTTP/1.1", "Content-Length: 50", token)) {
            await().until(() -> underWay("reads") == 1 && underWay("uploads") == 1 && arrived.getCount() == 0);
        }
        await().until(() -> underWay("reads") + underWay("uploads") == 0);
        released.countDown();
        assertThat(output.getAll()).doesNotContain(" ERROR ", "\tat ");
    }

    @Test
    void answerThatIsNeverTakenIsGivenUp() throws Exception {
        var isGivenUp = new CountDownLatch(1);
        var path = "/api/applications/endless";
        Neighbours.APPLICATIONS.on(path, exchange -> endless(exchange, isGivenUp));
        try (var line = Line.open(port, "", "GET " + path + " HTTP/1.1", token)) {
            assertThat(line.status()).isEqualTo("HTTP/1.1 200 OK");
            // The service hears of it too: its connection is closed.
            await().until(() -> isGivenUp.getCount() == 0);
        }
        await().until(() -> underWay("reads") == 0);
    }

    private double underWay(String kind) {
        return client.get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("yol_work_under_way{") && line.contains('"' + kind + '"'))
                .filter(line -> line.contains("\"applications\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static void endless(HttpExchange exchange, CountDownLatch isGivenUp) {
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            var piece = new byte[64 * 1024];
            while (true) {
                exchange.getResponseBody().write(piece);
            }
        } catch (IOException _) {
            isGivenUp.countDown();
        }
    }
}
