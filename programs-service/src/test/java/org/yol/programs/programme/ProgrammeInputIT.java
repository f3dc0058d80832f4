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
                "/pays/tuition; \"waived\\u202e\"",
                "/title/en; \"JDS\\nFrom: Somebody else\"",
                "/title/en; \"JDS\\u2028Accepted\"",
                "/website; \"http://www.example.org\"",
                "/website; \"https://www.example.org/a b\"",
                "/contact; \"nobody\"",
                "/title/ja; \"\\u202eSDJ\"",
                "/title/ja; \"J\\u0000DS\"",
                "/title/ja; \"J\\u0085DS\"",
                "/description/en; \"\\u2067turned\"",
            })
    void aWrongValueIsPointedOut(String pointer, String value) {
        Answer refused = api.as(SATO)
                .post("/api/programs", complete().with(pointer, value).toString());

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("/type")).isEqualTo("urn:yol:problem:field-errors");
        assertThat(pointers(refused)).containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\""})
    void rubbishIsRefused(String body) {
        assertThat(api.as(SATO).post("/api/programs", body).status()).isIn(400, 422);
    }

    @Test
    void aDescriptionHasLines() {
        Answer draft = api.as(SATO)
                .post(
                        "/api/programs",
                        complete()
                                .with("/description/en", "\"One\\n\\n\\tTwo\\r\\n\"")
                                .toString());

        assertThat(draft.status()).as(draft.text()).isEqualTo(201);
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
