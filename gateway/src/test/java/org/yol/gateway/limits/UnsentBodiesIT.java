package org.yol.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.yol.gateway.support.Backend;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Line;
import org.yol.gateway.support.Neighbours;

/** What a client does not send is no failure of a service: everybody else is served. */
@GatewayTest
@TestPropertySource(
        properties = {
            "yol.circuit-breaker.window=4",
            "yol.circuit-breaker.open-for=1h",
            "yol.bodies.usual.timeout=500ms",
            "yol.bodies.upload.timeout=1s",
            "yol.services.applications.timeout=2s",
            "yol.services.applications.upload-timeout=2s"
        })
class UnsentBodiesIT {

    private static final String UPLOAD = "/api/applications/1/documents/passport";
    private static final Backend APPLICATIONS = Backend.start("applications");

    private int port;
    private Browser client;
    private String token;

    @DynamicPropertySource
    static void ownService(DynamicPropertyRegistry properties) {
        properties.add("yol.services.applications.uri", APPLICATIONS::uri);
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
        client = Browser.at(port);
        token = "Bearer " + Neighbours.ISSUER.accessToken("nurlan");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v3/api-docs/applications, Content-Length: 50",
        "GET, /api/programs, Content-Length: 50",
        "GET, /api/programs, Transfer-Encoding: chunked",
        "HEAD, /api/programs, Content-Length: 50",
    })
    void bodyOfARequestThatReadsIsRefusedWithoutWaitingForIt(String method, String path, String announced) {
        var answer =
                answers(1, "", method + " " + path + " HTTP/1.1", announced).getFirst();
        assertThat(answer).startsWith("HTTP/1.1 400 ");
        if (!method.equals("HEAD")) {
            assertThat(answer).contains("urn:yol:problem:body-not-expected");
        }
    }

    @Test
    void announcedBodiesOfPeopleWithoutAnAccountKeepNobodyOut() {
        assertThat(answers(42, "", "GET /v3/api-docs/applications HTTP/1.1", "Content-Length: 50"))
                .allSatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 400 "));
        everybodyElseIsServed();
    }

    @Test
    void documentationThatFailsKeepsNobodyOut() {
        APPLICATIONS.on("/v3/api-docs", HttpExchange::close);
        for (int call = 0; call < 5; call++) {
            assertThat(client.get("/v3/api-docs/applications").statusCode()).isEqualTo(503);
        }
        everybodyElseIsServed();
    }

    @Test
    void bodiesThatNeverComeKeepNobodyOut() {
        assertThat(ofStudents(22, "{", "POST /api/applications HTTP/1.1", "Content-Length: 50"))
                .allSatisfy(answer ->
                        assertThat(answer).startsWith("HTTP/1.1 408 ").contains("urn:yol:problem:request-timeout"));
        everybodyElseIsServed();
    }

    @Test
    void uploadsThatNeverEndKeepNobodyOut() {
        assertThat(ofStudents(22, "%PDF", "PUT " + UPLOAD + " HTTP/1.1", "Content-Length: 50"))
                .allSatisfy(answer ->
                        assertThat(answer).startsWith("HTTP/1.1 408 ").contains("urn:yol:problem:request-timeout"));
        everybodyElseIsServed();
    }

    @Test
    void uploadsThatTheServiceGivesUpWaitingForKeepNobodyOut() {
        var path = "/api/applications/2/documents/passport";
        APPLICATIONS.on(path, HttpExchange::close);
        var lines = linesOfStudents(22, "%PDF", "PUT " + path + " HTTP/1.1", "Content-Length: 50");
        lines.forEach(line -> assertThat(line.status()).isEqualTo("HTTP/1.1 503 Service Unavailable"));
        lines.forEach(Line::close);
        everybodyElseIsServed();
    }

    @Test
    void formsAreRefusedBeforeAnybodyReadsThem() {
        for (int call = 0; call < 5; call++) {
            var answer = client.post(
                    "/api/applications",
                    "_csrf=abc",
                    "Content-Type",
                    "application/x-www-form-urlencoded;charset=UTF-8",
                    "Authorization",
                    token);
            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(answer.body()).contains("urn:yol:problem:unsupported-media-type");
        }
        everybodyElseIsServed();
    }

    private List<String> answers(int clients, String body, String... head) {
        return answers(Stream.generate(() -> Line.open(port, body, head))
                .limit(clients)
                .toList());
    }

    private List<String> ofStudents(int clients, String body, String... head) {
        return answers(linesOfStudents(clients, body, head));
    }

    /** Each of another student: one alone may not have so much under way. */
    private List<Line> linesOfStudents(int clients, String body, String... head) {
        return IntStream.range(0, clients)
                .mapToObj(number -> Line.open(
                        port,
                        body,
                        Stream.concat(
                                        Stream.of(head),
                                        Stream.of("Authorization: Bearer "
                                                + Neighbours.ISSUER.accessToken("student-" + number)))
                                .toArray(String[]::new)))
                .toList();
    }

    private static List<String> answers(List<Line> lines) {
        var answers = lines.stream().map(Line::answerAndEnd).toList();
        lines.forEach(Line::close);
        return answers;
    }

    private void everybodyElseIsServed() {
        for (int call = 0; call < 5; call++) {
            assertThat(client.get("/api/applications", "Authorization", token).statusCode())
                    .isEqualTo(200);
            assertThat(client.send("PUT", UPLOAD, BodyPublishers.ofString("%PDF"), "Authorization", token)
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
