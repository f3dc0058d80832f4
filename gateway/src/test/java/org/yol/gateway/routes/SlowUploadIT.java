package org.yol.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yol.gateway.support.Backend.Echo;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Neighbours;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;

/** The times of the real settings, much shorter. */
@GatewayTest
@TestPropertySource(
        properties = {
            "yol.circuit-breaker.window=10",
            "yol.circuit-breaker.open-for=1h",
            "yol.services.applications.upload-timeout=1s",
            "spring.cloud.gateway.server.webflux.httpclient.response-timeout=1s"
        })
class SlowUploadIT {

    private static final int PIECES = 20;
    private static final int PIECE = 1000;

    private Browser client;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        client = Browser.at(port);
    }

    @Test
    void takesLongerThanAnyAnswerMayAndSucceeds() throws Exception {
        try (var students = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 5)
                    .mapToObj(_ -> students.submit(() -> upload("1", slowly())))
                    .toList();
            assertThat(answers).extracting(Future::get).allSatisfy(answer -> {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(Echo.of(answer.body()).length()).isEqualTo(PIECES * PIECE);
            });
        }
        assertThat(upload("1", BodyPublishers.ofString("%PDF")).statusCode()).isEqualTo(200);
    }

    @Test
    void isWaitedForNoLongerThanOthersOnceItIsSent() {
        var released = new CountDownLatch(1);
        Neighbours.APPLICATIONS.on(
                "/api/applications/unanswered/documents/passport", exchange -> hold(exchange, released));
        var started = System.nanoTime();
        assertThat(upload("unanswered", BodyPublishers.ofString("%PDF")).statusCode())
                .isEqualTo(503);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(8));
        released.countDown();
    }

    private HttpResponse<String> upload(String application, BodyPublisher file) {
        return client.send(
                "PUT",
                "/api/applications/" + application + "/documents/passport",
                file,
                "Authorization",
                "Bearer " + Neighbours.ISSUER.accessToken("nurlan"));
    }

    /** Two seconds for the whole file. */
    private static BodyPublisher slowly() {
        var pieces = Flux.interval(Duration.ofMillis(100))
                .take(PIECES)
                .onBackpressureBuffer()
                .map(_ -> ByteBuffer.wrap(new byte[PIECE]));
        return BodyPublishers.fromPublisher(JdkFlowAdapter.publisherToFlowPublisher(pieces), PIECES * PIECE);
    }

    private static void hold(HttpExchange exchange, CountDownLatch released) {
        try (exchange) {
            released.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
