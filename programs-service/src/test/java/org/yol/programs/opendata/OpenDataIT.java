package org.yol.programs.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.platform.test.Account.SATO;
import static org.yol.programs.ProgrammeJson.complete;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.platform.test.Api.Answer;
import org.yol.programs.CallJson;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;
import tools.jackson.databind.JsonNode;

@ProgramsTest
class OpenDataIT {

    @LocalServerPort
    int port;

    final String title = "=HYPERLINK(\"http://example.org\"), \"quoted\" " + UUID.randomUUID();

    ProgramsApi api;
    Answer published;
    Answer draft;

    @BeforeEach
    void oneProgrammeIsPublicAndOneIsNot() {
        api = new ProgramsApi(port);
        published = api.published(SATO, complete().titled(title));
        draft = api.draft(SATO, complete(), CallJson.complete());
    }

    @Test
    void publishedProgrammesAreThereAndDraftsAreNot() throws IOException {
        List<CSVRecord> rows = rows("programmes");

        assertThat(rows)
                .filteredOn(row -> row.get("id").equals(published.at("/id")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("kind")).isEqualTo("scholarship");
                    assertThat(row.get("origins")).isEqualTo("KG");
                    assertThat(row.get("levels")).isEqualTo("doctorate master");
                    assertThat(row.get("months")).isEqualTo("24");
                    assertThat(row.get("currency")).isEqualTo("JPY");
                    assertThat(row.get("title_en")).isEqualTo("'" + title);
                    assertThat(row.get("title_kk")).isEmpty();
                });
        assertThat(rows).noneMatch(row -> row.get("id").equals(draft.at("/id")));
    }

    @Test
    void publishedCallsAreThereAndDraftsAreNot() throws IOException {
        List<CSVRecord> rows = rows("calls");

        assertThat(rows)
                .filteredOn(row -> row.get("programme").equals(published.at("/id")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("id")).isEqualTo(published.at("/calls/0/id"));
                    assertThat(row.get("phase")).isEqualTo("open");
                    assertThat(row.get("closes"))
                            .startsWith(published.at("/calls/0/closes").substring(0, 16));
                    assertThat(row.get("seats")).isEqualTo("6");
                    assertThat(row.get("hosts")).isEqualTo("jp-hiroshima-university jp-university-of-tsukuba");
                    assertThat(row.get("applied")).isEqualTo("0");
                });
        assertThat(rows).noneMatch(row -> row.get("programme").equals(draft.at("/id")));
    }

    @Test
    void theSameIsThereAsJson() {
        assertThat(json("programmes")
                        .valueStream()
                        .map(programme -> programme.at("/title/en").asString()))
                .contains(title);
        assertThat(json("calls").valueStream().map(call -> call.at("/id").asString()))
                .contains(published.at("/calls/0/id"))
                .doesNotContain(draft.at("/calls/0/id"));
        assertThat(json("figures")
                        .valueStream()
                        .map(group -> group.at("/callId").asString()))
                .contains(published.at("/calls/0/id"))
                .doesNotContain(draft.at("/calls/0/id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"programmes", "calls", "figures"})
    void everyFileIsDescribedColumnByColumn(String table) throws IOException {
        JsonNode catalogue = api.asAnybody().get("/api/open-data").body();
        JsonNode described = catalogue
                .get("tables")
                .valueStream()
                .filter(each -> each.get("url").asString().equals("/api/open-data/" + table + ".csv"))
                .findFirst()
                .orElseThrow();

        assertThat(catalogue.at("/dc:license/@id").asString())
                .isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(described
                        .at("/tableSchema/columns")
                        .valueStream()
                        .map(column -> column.get("name").asString()))
                .containsExactlyElementsOf(parsed(csv(table, "").text()).getHeaderNames());
        assertThat(described.at("/tableSchema/columns").valueStream())
                .allSatisfy(column ->
                        assertThat(column.get("dc:description").asString()).isNotBlank());
    }

    @Test
    void filesSayWhatTheyAre() {
        Answer csv = csv("programmes", "");

        assertThat(csv.headers().getContentType()).hasToString("text/csv;charset=UTF-8");
        assertThat(csv.headers().getContentDisposition().getFilename()).isEqualTo("yol-programmes.csv");
        assertThat(csv.headers().getCacheControl()).isEqualTo("max-age=60, public");
        assertThat(csv.headers().get("Link"))
                .contains("</api/open-data>; rel=\"describedby\"; type=\"application/csvm+json\"");
        assertThat(csv.text()).startsWith("id,kind,").endsWith("\r\n");
        assertThat(csv("programmes", "?bom=true").text()).startsWith("\uFEFFid,kind,");
    }

    private List<CSVRecord> rows(String table) throws IOException {
        return parsed(csv(table, "").text()).getRecords();
    }

    private static CSVParser parsed(String csv) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv));
    }

    private Answer csv(String table, String query) {
        Answer answer = api.asAnybody().get("/api/open-data/" + table + ".csv" + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private JsonNode json(String table) {
        return api.asAnybody().get("/api/open-data/" + table + ".json").body();
    }
}
