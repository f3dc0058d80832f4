package org.yol.gateway.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yol.gateway.support.Backend;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Neighbours;

@GatewayTest
@Timeout(30)
@TestPropertySource(properties = "yol.shared-answers.keep=1h")
class SharedAnswersIT {

    private static final int CLIENTS = 30;

    private final AtomicInteger asked = new AtomicInteger();
    private final String path = "/api/programs/" + UUID.randomUUID();

    private Browser client;
    private String cacheControl = "max-age=3600, public";

    @BeforeEach
    void connect(@LocalServerPort int port) {
        client = Browser.at(port);
        Neighbours.PROGRAMS.on(path, this::answer);
    }

    @Test
    void publicAnswerIsAskedForOnce() {
        var first = client.get(path);
        var second = client.get(path);
        assertThat(asked).hasValue(1);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Age")).isPresent();
        for (var header : new String[] {
            "Content-Type", "Cache-Control", "ETag", "Content-Security-Policy", "X-Content-Type-Options"
        }) {
            assertThat(second.headers().firstValue(header))
                    .as(header)
                    .isPresent()
                    .isEqualTo(first.headers().firstValue(header));
        }
        assertThat(second.headers().map()).doesNotContainKey("ratelimit");
    }

    @Test
    void browserThatHasItHearsThatItIsTheSame() {
        client.get(path);
        assertThat(client.get(path, "If-None-Match", "\"7\"").statusCode()).isEqualTo(304);
        assertThat(client.get(path, "If-None-Match", "\"6\"").statusCode()).isEqualTo(200);
        assertThat(asked).hasValue(1);
    }

    @Test
    void isCompressedForThoseWhoTakeIt(@LocalServerPort int port) throws Exception {
        var plain = client.get(path).body();
        var answer = client.open(path, "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (var gzip =
                new GZIPInputStream(new ByteArrayInputStream(answer.body().readAllBytes()))) {
            assertThat(new String(gzip.readAllBytes())).isEqualTo(plain);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void isPlainForThoseWhoTakeNoGzipThoughTheFirstDid() throws Exception {
        var first = client.open(path, "Accept-Encoding", "gzip");
        assertThat(first.headers().firstValue("Content-Encoding")).hasValue("gzip");
        first.body().readAllBytes();
        var second = client.get(path);
        assertThat(second.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(second.body()).startsWith("[\"open").endsWith("\"]");
        assertThat(asked).hasValue(1);
    }

    @Test
    void manyWhoAskAtTheSameTimeAreAnsweredByOneQuestion() throws Exception {
        var waiting = new CountDownLatch(1);
        Neighbours.PROGRAMS.on(path, exchange -> {
            await(waiting);
            answer(exchange);
        });
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, CLIENTS)
                    .mapToObj(_ -> clients.submit(() -> client.get(path)))
                    .toList();
            waiting.countDown();
            assertThat(answers)
                    .extracting(Future::get)
                    .extracting(HttpResponse::statusCode)
                    .containsOnly(200);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void whoIsSignedInGetsAnAnswerOfTheirOwnThatNobodyElseSees() {
        var token = "Bearer " + Neighbours.ISSUER.accessToken("nurlan");
        assertThat(client.get(path, "Authorization", token).body()).contains("draft");
        assertThat(client.get(path).body()).doesNotContain("draft");
        assertThat(client.get(path, "Authorization", token).body()).contains("draft");
        client.signIn("/login");
        assertThat(client.get(path).body()).contains("draft");
    }

    @Test
    void otherQuestionsAndLanguagesAreOtherAnswers() {
        client.get(path);
        client.get(path + "?level=master");
        client.get(path, "Accept-Language", "ja");
        client.get(path, "Accept", "text/csv");
        assertThat(asked).hasValue(4);
        client.get(path, "Accept-Language", "ja-JP, en;q=0.3");
        assertThat(asked).hasValue(4);
    }

    @Test
    void onlyWhatTheServiceCallsPublicIsKept() {
        for (var control : new String[] {"max-age=10", "no-store", "max-age=0, public", "private"}) {
            cacheControl = control;
            var before = asked.get();
            client.get(path);
            client.get(path);
            assertThat(asked.get() - before).as(control).isEqualTo(2);
        }
    }

    @Test
    void failureIsNotKept() {
        Neighbours.PROGRAMS.on(path, exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().set("Cache-Control", cacheControl);
            Backend.answer(exchange, 503, "application/problem+json", "{}");
        });
        assertThat(client.get(path).statusCode()).isEqualTo(503);
        Neighbours.PROGRAMS.on(path, this::answer);
        assertThat(client.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void whatStudentsWriteChangesNothingThatIsPublic() {
        client.get(path);
        client.post("/api/applications", "{}", "Authorization", "Bearer " + Neighbours.ISSUER.accessToken("nurlan"));
        client.get(path);
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatACoordinatorChangesShowsAtOnce() {
        client.get(path);
        client.post("/api/programs", "{}", "Authorization", "Bearer " + Neighbours.ISSUER.accessToken("sato"));
        client.get(path);
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatNeverChangesStaysWhateverACoordinatorChanges() {
        cacheControl = "public, max-age=31536000, immutable";
        client.get(path);
        client.post("/api/programs", "{}", "Authorization", "Bearer " + Neighbours.ISSUER.accessToken("sato"));
        client.get(path);
        assertThat(asked).hasValue(1);
    }

    @Test
    void tilesOfThePublicLogAreAskedForOnceThoughLittleElseOfTheirServiceIsPublic() {
        cacheControl = "public, max-age=31536000, immutable";
        var tile = "/api/log/tile/entries/x001/234/" + UUID.randomUUID();
        Neighbours.APPLICATIONS.on(tile, this::answer);
        client.get(tile);
        assertThat(client.get(tile).statusCode()).isEqualTo(200);
        assertThat(asked).hasValue(1);
    }

    /** As c2sp.org/tlog-tiles asks of entries, which each auditor reads once. */
    @Test
    void bytesOfThePublicLogAreCompressedForTheFirstWhoAsks() throws Exception {
        var tile = "/api/log/tile/entries/" + UUID.randomUUID();
        Neighbours.APPLICATIONS.on(
                tile, exchange -> Backend.answer(exchange, 200, "application/octet-stream", "an entry ".repeat(200)));
        var answer = client.open(tile, "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (var gzip =
                new GZIPInputStream(new ByteArrayInputStream(answer.body().readAllBytes()))) {
            assertThat(new String(gzip.readAllBytes())).isEqualTo("an entry ".repeat(200));
        }
    }

    @Test
    void whatIsRefusedChangesNothingThatIsPublic() {
        var refusing = "/api/programs/" + UUID.randomUUID();
        Neighbours.PROGRAMS.on(refusing, exchange -> Backend.answer(exchange, 403, "application/problem+json", "{}"));
        client.get(path);
        var token = "Bearer " + Neighbours.ISSUER.accessToken("nurlan");
        assertThat(client.post(refusing, "{}", "Authorization", token).statusCode())
                .isEqualTo(403);
        assertThat(client.post(refusing, "{}", "Authorization", "Bearer wrong").statusCode())
                .isEqualTo(401);
        client.get(path);
        assertThat(asked).hasValue(1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        var isSignedIn = exchange.getRequestHeaders().containsKey("Authorization");
        exchange.getResponseHeaders().set("ETag", "\"7\"");
        exchange.getResponseHeaders().set("Vary", "Authorization, Cookie");
        if (!isSignedIn) {
            exchange.getResponseHeaders().set("Cache-Control", cacheControl);
        }
        Backend.answer(
                exchange, 200, "application/json", "[\"" + "open ".repeat(400) + (isSignedIn ? "draft" : "") + "\"]");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
