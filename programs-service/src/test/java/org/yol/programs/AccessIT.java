package org.yol.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yol.platform.test.AccessTable;
import org.yol.platform.test.AccessTable.Cell;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;

/** The table of {@code access.txt}, cell by cell, and that no endpoint is missing from it. */
@ProgramsTest
class AccessIT {

    private static final String CSV = "text/csv";
    private static final String PUBLISHED = " published";
    private static final String SECOND = " second";
    private static final AccessTable TABLE = AccessTable.read("access.txt");
    private static final Map<String, Account> READERS = Stream.of(
                    Account.AIGERIM,
                    Account.TANAKA,
                    Account.SATO,
                    Account.KARIMOV,
                    Account.AUTHORITY_KZ,
                    Account.AUDITOR)
            .collect(Collectors.toMap(Account::id, Function.identity()));

    private static Answer draft;
    private static Answer published;
    private static Answer secondDraft;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void oneDraftAndOneForEverybody(@LocalServerPort int port) {
        ProgramsApi api = new ProgramsApi(port);
        draft = api.draft(Account.SATO, ProgrammeJson.complete(), CallJson.complete());
        published = api.published(Account.SATO, ProgrammeJson.complete());
        secondDraft = api.call(Account.SATO, published.at("/id"), CallJson.complete());
    }

    @Test
    void everyEndpointHasARow(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        assertThat(TABLE.rows().keySet().stream()
                        .map(row -> row.replace(PUBLISHED, "").replace(SECOND, "")))
                .containsAll(AccessTable.endpoints(mapping));
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
        String id = id(cell);
        if (cell.endpoint().endsWith(CSV)) {
            return api.get(cell.path(), "Accept", CSV);
        }
        boolean reads = cell.method().equals("GET");
        return api.send(
                HttpMethod.valueOf(cell.method()),
                cell.path().replaceFirst("\\{\\w+}", id) + (cell.path().endsWith("/candidates") ? "?name=Tsukuba" : ""),
                reads ? null : "\"999\"",
                reads ? null : UUID.randomUUID().toString(),
                reads ? null : body(cell.path()));
    }

    private static String id(Cell cell) {
        if (cell.path().startsWith("/api/hosts")) {
            return "jp-university-of-tsukuba";
        }
        if (cell.path().startsWith("/api/providers")) {
            return "jica-jice";
        }
        if (cell.endpoint().endsWith(SECOND)) {
            return secondDraft.at("/id");
        }
        Answer programme = cell.endpoint().endsWith(PUBLISHED) ? published : draft;
        return programme.at(cell.path().startsWith("/api/calls") ? "/calls/0/id" : "/id");
    }

    private static String body(String path) {
        if (path.startsWith("/api/hosts") || path.startsWith("/api/providers")) {
            return "{\"name\": \"University of Tsukuba\", \"country\": \"JP\"}";
        }
        if (path.endsWith("/eligibility")) {
            return "{}";
        }
        if (path.endsWith("/archive") || path.endsWith("/return")) {
            return "{\"reason\": \"It is over\"}";
        }
        if (path.endsWith("/extensions") || path.endsWith("/closing")) {
            return "{\"closes\": \"2099-01-01T18:00\", \"reason\": \"Snow\"}";
        }
        return path.contains("/calls")
                ? CallJson.complete().toString()
                : ProgrammeJson.complete().toString();
    }
}
