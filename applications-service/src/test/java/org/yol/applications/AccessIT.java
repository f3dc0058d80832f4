package org.yol.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yol.applications.call.CallFixtures;
import org.yol.contracts.Topics;
import org.yol.platform.test.AccessTable;
import org.yol.platform.test.AccessTable.Cell;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.EventProbe;
import org.yol.platform.test.ServiceTest;

/** The table of {@code access.txt}, cell by cell, and that no endpoint is missing from it. */
@ServiceTest
class AccessIT {

    private static final AccessTable TABLE = AccessTable.read("access.txt");
    private static final Map<String, Account> READERS = Stream.of(
                    Account.AIGERIM,
                    Account.NURLAN,
                    Account.TANAKA,
                    Account.SUZUKI,
                    Account.SATO,
                    Account.KARIMOV,
                    Account.AUTHORITY_KZ,
                    Account.AUDITOR)
            .collect(Collectors.toMap(Account::id, Function.identity()));
    private static final Map<String, String> BODIES = Map.of(
            "PUT /api/profile", ApplicationsApi.DOSSIER,
            "POST /api/applications", "{\"callId\": \"unknown\"}",
            "POST /api/selections", "{\"callId\": \"unknown\"}",
            "PUT /api/applications/{id}", ApplicationsApi.COMPLETE,
            "POST /api/applications/{id}/submission", "{\"dossierVersion\": 1}",
            "PUT /api/applications/{id}/reviews/{placeId}", "{\"scores\": {}}",
            "PUT /api/applications/{id}/decision", "{\"outcome\": \"reserve\", \"reason\": \"x\"}",
            "POST /api/applications/{id}/return", "{\"reason\": \"x\", \"until\": \"2999-01-01T00:00:00Z\"}",
            "POST /api/profile/erasure", "{\"confirmation\": \"x\"}",
            "POST /api/applications/{id}/offer/answer", "{\"answer\": \"accepted\"}");

    private static final String NOBODY_LISTED = "{\"ranked\": [], \"declined\": []}";
    private static final Map<String, String> OTHERS = Map.of(
            "POST /api/applications/{id}/references",
            """
                    {"name": "Ivan Petrov", "institution": "KazNU", "email": "petrov@example.org", "language": "ru",
                     "relation": "Supervisor"}""",
            "PUT /api/nominations/{callId}",
            NOBODY_LISTED,
            "PUT /api/selections/lotteries/{callId}/contribution",
            "{\"commitment\": \"" + "ab".repeat(32) + "\"}",
            "PUT /api/selections/lotteries/{callId}/opening",
            "{\"part\": \"" + "ab".repeat(32) + "\"}",
            "PUT /api/references/link/letter",
            "{\"answers\": {}}",
            "POST /api/references/link/submission",
            "{\"answers\": {}}",
            "POST /api/applications/{id}/completion",
            "{\"endedOn\": \"2026-01-01\"}",
            "POST /api/awards/bulk",
            "{\"applications\": [\"kz-unknown\"], \"step\": \"award\"}",
            "POST /api/awards/{number}/revocation",
            "{\"reason\": \"mistake\", \"words\": \"x\"}");
    private static final Map<String, String> OF_REVIEWS = Map.of(
            "POST /api/applications/decisions",
            "{\"decisions\": [{\"applicationId\": \"x\", \"version\": 0, \"outcome\": \"reserve\", \"reason\": \"x\"}]}",
            "POST /api/applications/decisions/publication",
            "{\"applications\": [{\"applicationId\": \"x\", \"version\": 0}]}",
            "PUT /api/applications/{id}/reviews/{placeId}/conflict",
            "{\"reason\": \"x\"}",
            "PUT /api/reviews/panels/{callId}",
            "{\"places\": []}",
            "POST /api/reviews/panels/{callId}/assignment",
            "{\"rebalance\": false}",
            "POST /api/reviews/panels/{callId}/conflicts",
            "{\"applicationId\": \"kz-1\", \"reviewer\": \"x\", \"conflict\": true}",
            "POST /api/reviews/panels/{callId}/further-review",
            "{\"applicationId\": \"kz-1\", \"placeId\": \"x\"}",
            "POST /api/reviews/panels/{callId}/reassignment",
            "{\"applicationId\": \"kz-1\", \"placeId\": \"x\", \"reviewer\": \"x\"}");

    private static String nominating;
    private static String application;
    private static String receipt;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void applicationIsSubmitted(@LocalServerPort int port) {
        try (EventProbe events = EventProbe.listeningTo(Topics.APPLICATIONS)) {
            ApplicationsApi api = new ApplicationsApi(port, events);
            String call = "call-" + UUID.randomUUID();
            api.callIsOpen(call);
            nominating = call + "-nominating";
            api.callIsPublished(CallFixtures.forNominated(CallFixtures.publishedNow(nominating)), 1);
            assertThat(Api.as(Account.AUTHORITY_KZ, port)
                            .put("/api/nominations/" + nominating, "\"0\"", NOBODY_LISTED)
                            .status())
                    .isEqualTo(200);
            Answer submitted = api.submitted(Account.AIGERIM, call);
            application = submitted.at("/id");
            receipt = submitted.at("/receipt/id");
            await().until(() -> Api.asAnybody(port).get("/api/log/entries/0").status() == 200);
        }
    }

    @AfterAll
    static void nothingWasChanged(@LocalServerPort int port) {
        assertThat(Api.as(Account.AIGERIM, port)
                        .get("/api/applications/" + application)
                        .at("/state"))
                .isEqualTo("submitted");
    }

    @Test
    void everyEndpointHasARow(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        assertThat(TABLE.rows().keySet()).containsExactlyInAnyOrderElementsOf(AccessTable.endpoints(mapping));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void isAsTheTableSays(Cell cell) {
        Answer answer = send(cell);

        assertThat(Cell.meaning(answer.status()))
                .as("%s, was %s %s", cell, answer.status(), answer.text())
                .isEqualTo(cell.expected());
    }

    static Stream<Cell> cells() {
        return TABLE.cells();
    }

    /** With a version that was never there, so that even what is allowed changes nothing. */
    private Answer send(Cell cell) {
        Api api = cell.reader().equals("anonymous") ? Api.asAnybody(port) : Api.as(READERS.get(cell.reader()), port);
        String path = cell.path()
                .replace("{id}", application)
                .replace("{kind}", "passport")
                .replace("{sha256}", "ab".repeat(32))
                .replace("{receiptId}", receipt)
                .replace("{placeId}", "place-tsukuba")
                .replace("{callId}", nominating)
                .replace("{level}/{*path}", "0/000.p/1")
                .replace("{*path}", "000.p/1")
                .replace("{selectionId}", "00000000-0000-0000-0000-000000000000")
                .replace("{index}", "0")
                .replace("{list}", "1")
                .replace("{number}", "00".repeat(16))
                .replace("{leaf}", "ab".repeat(32))
                .replace("{referenceId}", "kz-00000000-0000-0000-0000-000000000000");
        String last = cell.endpoint().substring(cell.endpoint().lastIndexOf(' ') + 1);
        if (!last.startsWith("/")) {
            return api.get(path, "Accept", last);
        }
        if (cell.method().equals("PUT") && (path.endsWith("/passport") || path.endsWith("/file"))) {
            return api.sendForm(
                    HttpMethod.PUT, path, "\"999\"", ApplicationsApi.form("passport.pdf", ApplicationsApi.PDF));
        }
        if (cell.endpoint().startsWith("PUT") && cell.endpoint().endsWith("/parts/{sha256}")) {
            path += "?size=1&from=0";
        }
        if (path.equals("/api/nominations") || cell.endpoint().equals("GET /api/selections")) {
            path += "?callId=" + nominating;
        }
        if (path.endsWith("/comparison")) {
            path += "?with=00000000-0000-0000-0000-000000000001";
        }
        boolean reads = cell.method().equals("GET");
        return api.send(
                HttpMethod.valueOf(cell.method()),
                path,
                reads ? null : "\"999\"",
                reads ? null : UUID.randomUUID().toString(),
                reads ? null : body(cell.endpoint()));
    }

    private static String body(String endpoint) {
        return Stream.of(BODIES, OTHERS, OF_REVIEWS)
                .map(bodies -> bodies.get(endpoint))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("{}");
    }
}
