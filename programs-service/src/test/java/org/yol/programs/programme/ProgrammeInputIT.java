package org.yol.programs.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.platform.test.Account.SATO;
import static org.yol.programs.ProgrammeJson.complete;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.RealParts;
import org.yol.programs.ProgrammeJson;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ProgramsTest
class ProgrammeInputIT {

    @LocalServerPort
    int port;

    ProgramsApi api;

    @BeforeEach
    void hostsAreKnown() {
        api = new ProgramsApi(port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/kind; null",
                "/kind; \"holiday\"",
                "/destination; \"XX\"",
                "/origins/0; \"kg\"",
                "/levels/0; \"kindergarten\"",
                "/fields/0; \"41\"",
                "/languages/0; \"English\"",
                "/sectors/0; \"Public administration\"",
                "/months; 0",
                "/pays/currency; \"yen\"",
                "/pays/stipendPerMonth/0; -1",
                "/calls; []",
                "/calls/0/zone; \"Asia/Atlantis\"",
                "/calls/0/opens; \"tomorrow\"",
                "/calls/0/closes; \"+999999999-12-31T23:59\"",
                "/calls/0/documents/0; \"My passport\"",
                "/calls/0/references; -1",
                "/calls/0/rankAtMost; 0",
                "/calls/0/caps/master; 0",
                "/calls/0/places/0/seats; 10001",
                "/calls/0/places/1/hostId; \"atlantis-university\"",
                "/calls/0/places/1/level; null",
                "/calls/0/rubric/0/weight; 101",
                "/calls/0/rubric/1/criterion; \"academic\"",
            })
    void aWrongValueIsPointedOut(String pointer, String value) {
        Answer refused = api.as(SATO)
                .post("/api/programs", complete().with(pointer, value).toString());

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("/type")).isEqualTo("urn:yol:problem:field-errors");
        assertThat(pointers(refused)).containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{\"kind\": \"exchange\", \"calls\": [null]}"})
    void rubbishIsRefused(String body) {
        assertThat(api.as(SATO).post("/api/programs", body).status()).isIn(400, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$where", "a.b", "a]b", "", "EN", "en'{0}"})
    void aNameThatIsNoLanguageIsRefused(String language) {
        String title = JsonMapper.shared().writeValueAsString(Map.of(language, "Title"));

        Answer refused = api.as(SATO)
                .post("/api/programs", complete().with("/title", title).toString());

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(pointers(refused)).allMatch(pointer -> pointer.startsWith("/title"));
    }

    @ParameterizedTest
    @CsvSource({"en,JPY", "ja,大文字", "ru,заглавными"})
    void theWordsAreInTheReadersLanguage(String language, String expected) {
        JsonNode problem = postIn(language, complete().with("/pays/currency", "\"yen\""));

        assertThat(problem.at("/errors/0/detail").asString()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"en,300", "ja,300", "ru,300"})
    void limitsAreNamed(String language, String limit) {
        JsonNode problem = postIn(language, complete().titled("x".repeat(301)));

        assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/title/en");
        assertThat(problem.at("/errors/0/detail").asString()).contains(limit).doesNotContain("{", "'");
    }

    @ParameterizedTest
    @CsvSource({"en,not below 1.", "ja,1 以上", "ru,не меньше 1."})
    void boundsAreNamed(String language, String bound) {
        JsonNode problem = postIn(language, complete().with("/calls/0/places/1/seats", "0"));

        assertThat(problem.at("/errors/0/detail").asString()).contains(bound);
    }

    @Test
    void allThatIsMissingForPublicationIsSaidAtOnce() {
        Answer refused = api.publish(SATO, api.draft(SATO, ProgrammeJson.bare()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(pointers(refused))
                .containsExactly(
                        "/title/en",
                        "/destination",
                        "/origins",
                        "/calls/0/zone",
                        "/calls/0/opens",
                        "/calls/0/closes",
                        "/calls/0/places");
        assertThat(refused.text()).doesNotContain("publication.", "{0}");
    }

    private static List<String> pointers(Answer refused) {
        return refused.body()
                .at("/errors")
                .valueStream()
                .map(error -> error.at("/pointer").asString())
                .toList();
    }

    private JsonNode postIn(String language, ProgrammeJson programme) {
        String problem = RestClient.create("http://localhost:" + port)
                .post()
                .uri("/api/programs")
                .headers(headers -> headers.setBearerAuth(RealParts.issuer().token(SATO)))
                .header("Accept-Language", language)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(programme.toString())
                .exchange((_, response) -> response.bodyTo(String.class));
        return JsonMapper.shared().readTree(problem);
    }
}
