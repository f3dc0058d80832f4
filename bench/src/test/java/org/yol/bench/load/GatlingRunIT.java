package org.yol.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.yol.bench.load.Crowd.Arrival;
import org.yol.bench.load.Crowd.Ask;
import org.yol.bench.load.Crowd.Deed;
import org.yol.bench.load.Crowd.Step;
import org.yol.bench.load.Plan.Fact;
import org.yol.bench.platform.Installation;

/** The load's own process against a stand-in for the gateway, which refuses everybody once. */
class GatlingRunIT {

    private static final int STUDENTS = 12;

    private final Map<String, Set<String>> keys = new ConcurrentHashMap<>();
    private final Map<String, String> versions = new ConcurrentHashMap<>();
    private HttpServer server;

    /** Some JVM that does nothing, for the processes of the platform. */
    private Process measured;

    private GatlingRun gatling;

    @BeforeEach
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path home) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/preferences", exchange -> answer(exchange, 200, "{}"));
        server.createContext("/api/applications", this::application);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        measured = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-m",
                        "jdk.httpserver",
                        "-p",
                        "0",
                        "-d",
                        home.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Files.writeString(
                Files.createDirectories(home.resolve("pids")).resolve("gateway"), Long.toString(measured.pid()));
        gatling = new GatlingRun(home.resolve("reports"), Installation.own(home, Map.of()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        measured.destroy();
    }

    @Test
    void whoIsRefusedWaitsAsToldAndComesAgainUnderTheSameKey() {
        Figures figures = play(new Crowd(
                "students",
                Deed.SUBMIT,
                IntStream.range(0, STUDENTS)
                        .mapToObj(number -> Visitor.bearer("student-" + number, "kz-" + number, "Bearer " + number))
                        .toList(),
                Arrival.closed(4, 20),
                List.of()));

        assertThat(figures.of("submit").answered()).isEqualTo(STUDENTS);
        assertThat(figures.of("submit").refused()).isEqualTo(STUDENTS);
        assertThat(figures.of("submit").failed()).isZero();
        assertThat(figures.answered()).isEqualTo(STUDENTS);
        assertThat(figures.receipts())
                .hasSize(STUDENTS)
                .contains(new Figures.Receipt("student-3", "kz-3", "receipt-of-kz-3"));
        assertThat(keys)
                .hasSize(STUDENTS)
                .allSatisfy((_, used) -> assertThat(used).hasSize(1));
        assertThat(versions.values()).containsOnly("\"7\"");
        assertThat(figures.spent()).containsOnlyKeys("gateway", "local-run", "load");
        assertThat(figures.spent().get("local-run").allocated()).isPositive();
        assertThat(figures.memory().get("gateway")).isPositive();
        assertThat(figures.report()).exists();
    }

    @Test
    void whatIsNeitherASuccessNorARefusalThatSaysWhenToComeAgainIsAFailure() {
        Figures figures = play(new Crowd(
                "readers",
                Deed.READ,
                List.of(Visitor.anonymous()),
                Arrival.open(new Step(5, 1)),
                List.of(
                        Ask.json("there", "/api/applications/there"),
                        Ask.json("away", "/api/applications/away"),
                        Ask.json("unanswered", "/api/applications/unanswered"))));

        assertThat(figures.of("there").answered()).isEqualTo(5);
        assertThat(figures.of("away").failures()).isEqualTo(Map.of("503", 5));
        assertThat(figures.of("unanswered").failures()).isEqualTo(Map.of("no answer", 5));
        assertThat(figures.answered()).isEqualTo(5);
    }

    @Test
    void whoCannotStartGoesAway() {
        Figures figures = play(new Crowd(
                "students",
                Deed.APPLY,
                List.of(Visitor.bearer("student", "", "Bearer 1")),
                Arrival.open(new Step(1, 1)),
                List.of()));

        assertThat(figures.of("start").failures()).isEqualTo(Map.of("409", 1, "given up", 1));
        assertThat(figures.requests()).containsOnlyKeys("open the site", "start");
    }

    private Figures play(Crowd crowd) {
        URI address = URI.create("http://localhost:" + server.getAddress().getPort());
        return gatling.play(new Plan(
                "test",
                List.of(address),
                List.of(crowd),
                0,
                false,
                Map.of(Fact.DRAFT_VERSION, "7", Fact.DOSSIER_VERSION, "2", Fact.CALL, "call", Fact.PLACE, "place")));
    }

    private void application(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        String id = path.length > 3 ? path[3] : "";
        switch (id) {
            case "" -> answer(exchange, 409, "{}");
            case "there" -> answer(exchange, 200, "{}");
            case "away" -> answer(exchange, 503, "{}");
            case "unanswered" -> exchange.close();
            default -> submission(exchange, id);
        }
    }

    private void submission(HttpExchange exchange, String id) throws IOException {
        exchange.getRequestBody().readAllBytes();
        boolean first = !keys.containsKey(id);
        keys.computeIfAbsent(id, _ -> ConcurrentHashMap.newKeySet())
                .add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        versions.put(id, exchange.getRequestHeaders().getFirst("If-Match"));
        if (first) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            answer(exchange, 503, "{}");
        } else {
            answer(exchange, 200, "{\"receipt\": {\"id\": \"receipt-of-" + id + "\"}}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
