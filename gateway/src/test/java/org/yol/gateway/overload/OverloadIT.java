package org.yol.gateway.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.yol.gateway.support.Backend;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Line;
import org.yol.gateway.support.Neighbours;

/** Two writes and one download at once; two more writes may wait. */
@GatewayTest
@Timeout(60)
@TestPropertySource(
        properties = {
            "yol.circuit-breaker.window=4",
            "yol.circuit-breaker.open-for=1h",
            "yol.bodies.held=2MB",
            "yol.work.writes.at-once=2",
            "yol.work.writes.waiting=2",
            // Long enough to see somebody wait on a slow machine.
            "yol.work.writes.patience=3s",
            "yol.services.applications.timeout=25s",
            "yol.work.writes.per-caller=3",
            "yol.work.downloads.at-once=1",
            "yol.work.downloads.waiting=0",
        })
class OverloadIT {

    private static final Backend APPLICATIONS = Backend.start("applications");
    private static final String HELD = "/api/applications/held";
    private static final String FILE = "/api/applications/1/documents/passport";

    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger arrived = new AtomicInteger();
    private final AtomicInteger students = new AtomicInteger();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    private int port;
    private Browser client;

    @DynamicPropertySource
    static void ownService(DynamicPropertyRegistry properties) {
        properties.add("yol.services.applications.uri", APPLICATIONS::uri);
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
        client = Browser.at(port);
        APPLICATIONS.on(HELD, this::hold);
    }

    @AfterEach
    void nothingIsLeftUnderWay() {
        released.countDown();
        clients.close();
        await().untilAsserted(
                        () -> assertThat(metric("yol_work_under_way", "writes") + metric("yol_work_waiting", "writes"))
                                .isZero());
    }

    @Test
    void whoFindsNoPlaceIsToldWhenToComeBackAndOthersAreServedMeanwhile() throws Exception {
        var full = metric("yol_work_refused_total", "writes", "full");
        var patience = metric("yol_work_refused_total", "writes", "patience");
        var underWay = write(2);
        await().until(() -> arrived.get() == 2);
        var later = write(2);
        await().until(() -> metric("yol_work_waiting", "writes") == 2);
        var refusedAtOnce = write(1);
        for (var refused : List.of(refusedAtOnce.getFirst(), later.getFirst(), later.getLast())) {
            assertThat(refused.get().statusCode()).isEqualTo(503);
            assertThat(refused.get().body()).contains("urn:yol:problem:busy");
            assertThat(Integer.parseInt(
                            refused.get().headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(2, 6);
        }
        assertThat(client.get("/api/applications/1", "Authorization", student()).statusCode())
                .isEqualTo(200);
        released.countDown();
        for (var answer : underWay) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
        }
        assertThat(metric("yol_work_refused_total", "writes", "full") - full).isEqualTo(1);
        assertThat(metric("yol_work_refused_total", "writes", "patience") - patience)
                .isEqualTo(2);
    }

    @Test
    void whoWaitsInTimeIsServed() throws Exception {
        var answers = write(2);
        await().until(() -> arrived.get() == 2);
        var waiting = write(1);
        await().until(() -> metric("yol_work_waiting", "writes") == 1);
        released.countDown();
        for (var answer : Stream.concat(answers.stream(), waiting.stream()).toList()) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void manyWhoAreRefusedOpenNoBreaker() throws Exception {
        write(2);
        await().until(() -> arrived.get() == 2);
        for (var refused : write(20)) {
            assertThat(refused.get().statusCode()).isEqualTo(503);
        }
        released.countDown();
        await().until(() -> metric("yol_work_under_way", "writes") == 0);
        assertThat(write(1).getFirst().get().statusCode()).isEqualTo(200);
    }

    @Test
    void onePersonDoesNotTakeAllPlaces() throws Exception {
        var one = student();
        var answers = IntStream.range(0, 4).mapToObj(_ -> write(one)).toList();
        await().until(() -> answers.stream().anyMatch(Future::isDone));
        var refused = answers.stream()
                .filter(Future::isDone)
                .findFirst()
                .orElseThrow()
                .get();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("urn:yol:problem:too-much-at-once");
    }

    @Test
    void whoGoesAwayLeavesTheirPlace() {
        for (int round = 0; round < 5; round++) {
            var before = arrived.get();
            var lines = Stream.generate(() -> Line.open(
                            port,
                            "{}",
                            "POST " + HELD + " HTTP/1.1",
                            "Content-Length: 2",
                            "Authorization: " + student()))
                    .limit(2)
                    .toList();
            await().until(() -> arrived.get() == before + 2);
            lines.forEach(Line::close);
            await().until(() -> metric("yol_work_under_way", "writes") == 0);
        }
    }

    @Test
    void whoSendsSlowlyTakesNoPlace() throws Exception {
        var lines = Stream.generate(() -> Line.open(
                        port, "{", "POST " + HELD + " HTTP/1.1", "Content-Length: 2", "Authorization: " + student()))
                .limit(10)
                .toList();
        released.countDown();
        assertThat(write(1).getFirst().get().statusCode()).isEqualTo(200);
        lines.forEach(Line::close);
    }

    /** Often: who is refused in the middle of sending must not be cut off, or would not know why. */
    @RepeatedTest(10)
    void bodiesThatWaitTakeUpOnlySoMuchMemoryTogether() {
        var refused = metric("yol_work_refused_total", "writes", "memory");
        var lines = new ArrayList<Line>();
        for (int number = 0; number < 4; number++) {
            lines.add(Line.open(
                    port,
                    " ".repeat(900_000),
                    "POST " + HELD + " HTTP/1.1",
                    "Content-Length: 900001",
                    "Authorization: " + student()));
        }
        await().untilAsserted(() -> assertThat(metric("yol_work_refused_total", "writes", "memory") - refused)
                .isPositive());
        lines.forEach(Line::close);
        released.countDown();
        await().untilAsserted(
                        () -> assertThat(write(1).getFirst().get().statusCode()).isEqualTo(200));
    }

    @Test
    void onePersonWhoSendsSlowlyDoesNotTakeUpTheMemoryOfAll() {
        var refused = metric("yol_work_refused_total", "writes", "caller");
        var one = student();
        var lines = Stream.generate(() -> Line.open(
                        port,
                        " ".repeat(200_000),
                        "POST " + HELD + " HTTP/1.1",
                        "Content-Length: 200001",
                        "Authorization: " + one))
                .limit(15)
                .toList();
        await().untilAsserted(() -> assertThat(metric("yol_work_refused_total", "writes", "caller") - refused)
                .isEqualTo(12));
        released.countDown();
        var other = client.send("POST", HELD, BodyPublishers.ofString(" ".repeat(900_000)), "Authorization", student());
        assertThat(other.statusCode()).isEqualTo(200);
        lines.forEach(Line::close);
    }

    @Test
    void placeIsTakenUntilTheLastByteIsOutOrTheClientIsGone() {
        APPLICATIONS.on(FILE, OverloadIT::endless);
        var slow = Line.open(port, "", "GET " + FILE + " HTTP/1.1", "Authorization: " + student());
        assertThat(slow.status()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(download().statusCode()).isEqualTo(503);
        slow.close();
        APPLICATIONS.on(FILE, exchange -> Backend.answer(exchange, 200, "application/pdf", "%PDF"));
        await().untilAsserted(() -> assertThat(download().statusCode()).isEqualTo(200));
    }

    private HttpResponse<String> download() {
        return client.get(FILE, "Authorization", student());
    }

    private List<Future<HttpResponse<String>>> write(int times) {
        return Stream.generate(() -> write(student())).limit(times).toList();
    }

    private Future<HttpResponse<String>> write(String token) {
        return clients.submit(() -> client.send("POST", HELD, BodyPublishers.ofString("{}"), "Authorization", token));
    }

    private String student() {
        return "Bearer " + Neighbours.ISSUER.accessToken("student-" + students.incrementAndGet());
    }

    private void hold(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        arrived.incrementAndGet();
        try {
            released.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Backend.answer(exchange, 200, "text/plain", "done");
    }

    private static void endless(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            var piece = new byte[64 * 1024];
            while (true) {
                exchange.getResponseBody().write(piece);
            }
        }
    }

    /** The sum of what the metric says about applications with these labels. */
    private double metric(String name, String... labels) {
        return client.get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") && line.contains("\"applications\""))
                .filter(line -> Stream.of(labels).allMatch(label -> line.contains("\"" + label + "\"")))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
