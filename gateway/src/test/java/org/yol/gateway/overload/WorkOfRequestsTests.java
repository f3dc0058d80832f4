package org.yol.gateway.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.yol.gateway.GatewayProperties;
import org.yol.gateway.WorkKind;

class WorkOfRequestsTests {

    private final WorkOfRequests works = new WorkOfRequests(properties());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "TEXT/CSV;charset=utf-8",
                "application/zip",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                " text/csv",
                "application/xml, text/csv",
                "application/json;q=0.1,text/csv;q=0.9",
                "text/*"
            })
    void listThatMayBeAnsweredAsCsvIsAnExport(String accept) {
        assertThat(kind(accept)).isEqualTo(WorkKind.EXPORTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "*/*", "application/json, text/plain, */*", "text/csvx", "nonsense", ""})
    void everyOtherListIsAList(String accept) {
        assertThat(kind(accept)).isEqualTo(WorkKind.LISTS);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/applications/a/decision, DECISIONS",
        "POST, /api/applications/a/decision/publication, DECISIONS",
        "PUT, /api/applications/a/reviews/p, DECISIONS",
        "POST, /api/applications/a/submission, WRITES",
        "POST, /api/applications/a/offer/answer, WRITES",
        "PUT, /api/applications/a, WRITES",
        "GET, /api/applications/a/decision, READS",
        "GET, /api/receipts/keys, PUBLIC",
        "GET, /api/selections/calls/c, PUBLIC",
        "GET, /api/selections/s/input, DOWNLOADS",
        "POST, /api/selections/s/publication, WRITES",
        "POST, /api/receipts/verification, PUBLIC",
        "GET, /api/log/tile/0/x001/067.p/5, PUBLIC",
        "GET, /api/selections/lotteries/c, PUBLIC",
        "PUT, /api/selections/lotteries/c/opening, WRITES",
        "GET, /api/applications/a/log, READS",
        "POST, /api/log/cosignatures, PUBLIC",
        "POST, /api/log/evidence, PUBLIC"
    })
    void whatDecidesAboutApplicationsDoesNotStandInTheWayOfThoseWhoApply(
            HttpMethod method, String path, WorkKind kind) {
        assertThat(kind(MockServerHttpRequest.method(method, path))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/references/link/file, UPLOADS",
        "PUT, /api/references/link/letter, WRITES",
        "GET, /api/references/link, READS",
        "GET, /api/applications/a/references/r/file, DOWNLOADS",
        "GET, /api/applications/a/references, READS"
    })
    void lettersOfRefereesAreFilesLikeOthers(HttpMethod method, String path, WorkKind kind) {
        assertThat(kind(MockServerHttpRequest.method(method, path))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/calls/a/eligibility, PUBLIC",
        "PUT, /api/calls/a/eligibility, WRITES",
        "POST, /api/calls/a/publication, WRITES",
        "GET, /api/calls/a, PUBLIC"
    })
    void questionOfAnybodyIsPublicWork(HttpMethod method, String path, WorkKind kind) {
        assertThat(kind(MockServerHttpRequest.method(method, path))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/open-data/programmes.csv, EXPORTS",
        "/api/open-data/figures.json, EXPORTS",
        "/api/open-data, PUBLIC",
        "/api/figures, PUBLIC",
        "/api/programs, PUBLIC"
    })
    void filesForEverybodyDoNotStandInTheWayOfPagesForEverybody(String path, WorkKind kind) {
        assertThat(kind(MockServerHttpRequest.get(path))).isEqualTo(kind);
    }

    @Test
    void spreadsheetOfOnesOwnProgrammesIsAnExport() {
        assertThat(kind(MockServerHttpRequest.get("/api/programs/own").header(HttpHeaders.ACCEPT, "text/csv")))
                .isEqualTo(WorkKind.EXPORTS);
        assertThat(kind(MockServerHttpRequest.get("/api/programs/own").header(HttpHeaders.ACCEPT, "application/json")))
                .isEqualTo(WorkKind.PUBLIC);
    }

    private WorkKind kind(String accept) {
        return kind(MockServerHttpRequest.get("/api/applications?callId=1").header(HttpHeaders.ACCEPT, accept));
    }

    private WorkKind kind(MockServerHttpRequest.BaseBuilder<?> request) {
        return works.of(MockServerWebExchange.from(request)).orElseThrow().kind();
    }

    private static GatewayProperties properties() {
        var second = Duration.ofSeconds(1);
        var applications = new GatewayProperties.Service(
                URI.create("http://localhost"),
                List.of("applications", "references", "receipts", "log", "selections"),
                false,
                List.of("receipts", "log", "selections"),
                second,
                second);
        var programs = new GatewayProperties.Service(
                URI.create("http://localhost"),
                List.of("programs", "calls", "figures", "open-data"),
                true,
                null,
                second,
                second);
        var work = Arrays.stream(WorkKind.values())
                .collect(Collectors.toMap(
                        Function.identity(), _ -> new GatewayProperties.Work(1, 0, second, 1, second, second)));
        var services = Map.of("applications", applications, "programs", programs);
        return new GatewayProperties("", null, services, null, null, null, work, null);
    }
}
