package org.yol.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.gateway.support.Backend.Echo;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Neighbours;

@GatewayTest
class RoutesIT {

    private Browser client;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        client = Browser.at(port);
    }

    @ParameterizedTest
    @CsvSource({
        "programs, /api/programs?text=a",
        "programs, /api/calls/1",
        "programs, /api/hosts",
        "programs, /api/providers/jica-jice",
        "programs, /api/figures?country=KZ",
        "programs, /api/open-data/figures.csv",
        "applications, /api/applications/1/documents/passport",
        "applications, /api/reviews",
        "notifications, /api/notifications?unread=true",
        "notifications, /api/preferences"
    })
    void firstSegmentDecidesTheService(String service, String path) {
        var token = "Bearer " + Neighbours.ISSUER.accessToken("nurlan");
        var echo = Echo.of(client.get(path, "Authorization", token).body());
        assertThat(echo.service()).isEqualTo(service);
        assertThat(echo.path()).isEqualTo(path);
        assertThat(echo.header("Authorization")).isEqualTo(token);
    }

    @Test
    void everybodyMayReadProgrammes() {
        var echo = Echo.of(
                client.get("/api/programs", "Authorization", "Basic abc").body());
        assertThat(echo.headers()).doesNotContainKey("authorization");
    }

    @Test
    void everybodyMayTakeThePublicFilesAndFiguresWithThem() {
        for (var path : new String[] {"/api/figures", "/api/open-data", "/api/open-data/programmes.csv"}) {
            assertThat(client.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void everythingElseNeedsASignIn() {
        var answer = client.get("/api/applications", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(client.post("/api/programs", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void everybodyMayAskWhetherTheyAreEligible() {
        var echo = Echo.of(client.post("/api/calls/1/eligibility", "{}").body());
        assertThat(echo.service()).isEqualTo("programs");
        assertThat(client.post("/api/calls/1/publication", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void everybodyMayReadThePublicLogAndWitnessesMayCountersignIt() {
        for (var path :
                new String[] {"/api/log/checkpoint", "/api/log/tile/0/x001/067.p/5", "/api/log/entries?call=c"}) {
            assertThat(Echo.of(client.get(path).body())).as(path).satisfies(echo -> {
                assertThat(echo.service()).isEqualTo("applications");
                assertThat(echo.path()).isEqualTo(path);
            });
        }
        assertThat(client.send("HEAD", "/api/log/checkpoint", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(200);
        for (var path : new String[] {"/api/log/cosignatures", "/api/log/evidence"}) {
            var echo = Echo.of(
                    client.post(path, "a note", "Content-Type", "text/plain").body());
            assertThat(echo.path()).isEqualTo(path);
            assertThat(echo.length()).isEqualTo("a note".length());
        }
        assertThat(client.post("/api/log/checkpoint", "a note").statusCode()).isEqualTo(401);
    }

    @Test
    void everybodyMayReadTheRecordOfASelection() {
        for (var path :
                new String[] {"/api/selections/calls/c", "/api/selections/s/input", "/api/selections/lotteries/c"}) {
            assertThat(Echo.of(client.get(path).body()).path()).isEqualTo(path);
        }
        assertThat(client.post("/api/selections", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void unknownSegmentIsNotFound() {
        assertThat(client.get("/api/unknown").statusCode()).isEqualTo(404);
        assertThat(client.get("/api/unknown").body()).contains("urn:yol:problem:not-found");
    }

    @Test
    void traceOfTheCallerGoesOnToTheService() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var echo = Echo.of(client.get("/api/programs", "traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .body());
        assertThat(echo.header("traceparent")).contains(trace);
    }

    @Test
    void servicesKnowThePublicHostButBelieveNoClientAboutItsAddress(@LocalServerPort int port) {
        var echo = Echo.of(
                client.get("/api/programs", "X-Forwarded-For", "203.0.113.1", "X-Forwarded-Host", "evil.example")
                        .body());
        assertThat(echo.header("Host")).isEqualTo("localhost:" + port);
        assertThat(echo.headers()).doesNotContainKeys("x-forwarded-for", "x-forwarded-host");
    }

    @Test
    void servicesSetNoCookies() {
        assertThat(client.get("/api/programs").headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void apiDescriptionsOfServicesAreCollected() {
        var echo = Echo.of(client.get("/v3/api-docs/applications").body());
        assertThat(echo.service()).isEqualTo("applications");
        assertThat(echo.path()).isEqualTo("/v3/api-docs");
    }
}
