package org.yol.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yol.gateway.support.Backend;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Neighbours;

@GatewayTest
@TestPropertySource(properties = {"yol.work.public.at-once=64", "yol.work.writes.at-once=64"})
class ManyAtOnceIT {

    private static final int CLIENTS = 64;

    /** Nobody is answered before all are there. */
    private final CyclicBarrier allAreThere = new CyclicBarrier(CLIENTS);

    @ParameterizedTest
    @CsvSource({
        "GET, /api/programs/many",
        "POST, /api/applications/many",
        "PUT, /api/applications/many/documents/passport",
        "GET, /api/notifications/many"
    })
    void everybodyIsAnsweredHoweverManyAskAtTheSameTime(String method, String path, @LocalServerPort int port)
            throws Exception {
        for (var service : new Backend[] {Neighbours.PROGRAMS, Neighbours.APPLICATIONS, Neighbours.NOTIFICATIONS}) {
            service.on(path, this::answerWhenAllAreThere);
        }
        var client = Browser.at(port);
        var body = method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}");
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, CLIENTS)
                    .mapToObj(number -> clients.submit(() -> client.send(
                            method,
                            path,
                            body,
                            "Authorization",
                            "Bearer " + Neighbours.ISSUER.accessToken("student-" + number))))
                    .toList();
            assertThat(answers)
                    .extracting(Future::get)
                    .allSatisfy(answer ->
                            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200));
        }
    }

    private void answerWhenAllAreThere(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        try {
            allAreThere.await(8, TimeUnit.SECONDS);
            Backend.answer(exchange, 200, "text/plain", "all are there");
        } catch (BrokenBarrierException | TimeoutException e) {
            Backend.answer(exchange, 500, "text/plain", "others are missing");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
