package org.yol.programs.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.platform.test.Account.KARIMOV;
import static org.yol.platform.test.Account.SATO;

import java.util.List;
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
import org.yol.programs.CallJson;
import org.yol.programs.ProgrammeJson;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;
import tools.jackson.databind.json.JsonMapper;

@ProgramsTest
class CallInputIT {

    @LocalServerPort
    int port;

    ProgramsApi api;
    String path;

    @BeforeEach
    void aProgrammeIsThere() {
        api = new ProgramsApi(port);
        path = "/api/programs/" + api.programme(SATO, ProgrammeJson.bare()).at("/id") + "/calls";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/zone; \"Asia/Atlantis\"",
                "/opens; \"tomorrow\"",
                "/closes; \"+999999999-12-31T23:59\"",
                "/documents/0; \"My passport\"",
                "/answerBy; \"in spring\"",
                "/referencesClose; \"in spring\"",
                "/resultsOn; \"in spring\"",
                "/references; -1",
                "/rankAtMost; 0",
                "/caps/master; 0",
                "/places/0/seats; 10001",
                "/places/1/hostId; \"atlantis-university\"",
                "/places/1/level; null",
                "/rubric/0/weight; 101",
                "/rubric/1/criterion; \"academic\"",
                "/eligibility/1/outOf; null",
            })
    void aWrongValueIsPointedOut(String pointer, String value) {
        Answer refused =
                api.as(SATO).post(path, CallJson.complete().with(pointer, value).toString());

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("/type")).isEqualTo("urn:yol:problem:field-errors");
        assertThat(pointers(refused)).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/template; {\"document\": \"passport\", \"template\": \"http://www.example.org\"}",
                "/template; {\"document\": \"passport\", \"template\": \"javascript:alert(1)\"}",
                "/text/en; {\"document\": \"passport\", \"text\": {\"en\": \"\u2067turned\"}}",
                "/document; {\"template\": \"https://www.example.org\"}",
            })
    void aWrongNoteIsPointedOut(String pointer, String note) {
        Answer refused = api.as(SATO)
                .post(
                        path,
                        CallJson.complete()
                                .with("/documentNotes", "[" + note + "]")
                                .toString());

        assertThat(pointers(refused)).containsExactly("/documentNotes/0" + pointer);
    }

    /** Drafts of others are not there. */
    @Test
    void onlyProgrammesAreExcludedThatAreThere() {
        String own = path.split("/")[3];
        String draftOfAnother = api.programme(KARIMOV, ProgrammeJson.bare()).at("/id");

        Answer refused = api.as(SATO).post(path, excluding(own, "mext", draftOfAnother));

        assertThat(pointers(refused)).containsExactly("/excludes/programmes/1", "/excludes/programmes/2");
        assertThat(refused.text()).contains("There is no such programme.");
        Answer kept = api.as(SATO).post(path, excluding(own));
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        assertThat(kept.at("/excludes/programmes/0")).isEqualTo(own);
    }

    private static String excluding(String... programmes) {
        String excludes = "{\"all\": false, \"programmes\": [\"" + String.join("\", \"", programmes) + "\"]}";
        return CallJson.complete().with("/excludes", excludes).toString();
    }

    @Test
    void aCountryNominatesOneAtLeastAndIsOne() {
        CallJson none = CallJson.complete().with("/nominationsAtMost", "{\"KZ\": 0}");
        CallJson nowhere = CallJson.complete().with("/nominationsAtMost", "{\"XX\": 1}");

        assertThat(pointers(api.as(SATO).post(path, none.toString()))).containsExactly("/nominationsAtMost/KZ");
        assertThat(api.as(SATO).post(path, nowhere.toString()).status()).isIn(400, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{\"places\": [null]}"})
    void rubbishIsRefused(String body) {
        assertThat(api.as(SATO).post(path, body).status()).isIn(400, 422);
    }

    @ParameterizedTest
    @CsvSource({"en,not below 1.", "ja,1 以上", "ru,не меньше 1."})
    void boundsAreNamedInTheReadersLanguage(String language, String bound) {
        String problem = RestClient.create("http://localhost:" + port)
                .post()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(RealParts.issuer().token(SATO)))
                .header("Accept-Language", language)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(CallJson.complete().with("/places/1/seats", "0").toString())
                .exchange((_, response) -> response.bodyTo(String.class));

        assertThat(JsonMapper.shared().readTree(problem).at("/errors/0/detail").asString())
                .contains(bound);
    }

    @Test
    void allThatIsMissingForPublicationIsSaidAtOnce() {
        Answer refused =
                api.publish(SATO, api.as(SATO).post(path, CallJson.bare().toString()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(pointers(refused))
                .containsExactly(
                        "/title/en", "/destination", "/origins", "/zone", "/opens", "/closes", "/places", "/agreement");
        assertThat(refused.text()).doesNotContain("publication.", "{0}");
    }

    @Test
    void capsThatCrossAndCapsBesideReservesAreRefusedWhenACallIsPublished() {
        CallJson crossing = CallJson.complete()
                .with("/caps", "{\"east\": 3, \"master\": 5}")
                .with("/places", """
                [{"hostId": "jp-university-of-tsukuba", "level": "master", "seats": 4, "group": "east"},
                 {"hostId": "jp-university-of-tsukuba", "level": "doctorate", "seats": 2, "group": "east"},
                 {"hostId": "jp-hiroshima-university", "level": "master", "seats": 3}]""");
        Answer crossed = api.publish(SATO, api.as(SATO).post(path, crossing.toString()));
        assertThat(pointers(crossed)).contains("/caps/east").doesNotContain("/caps/master");
        assertThat(crossed.text()).contains("master");

        CallJson mixed = CallJson.complete()
                .with("/caps", "{\"call\": 5}")
                .with("/categories", "[{\"id\": \"rural\", \"eligibility\": [{\"residesIn\": \"rural\"}]}]")
                .with("/places/0/reserves", "{\"rural\": 1}");
        assertThat(pointers(api.publish(SATO, api.as(SATO).post(path, mixed.toString()))))
                .contains("/caps/call");
    }

    private static List<String> pointers(Answer refused) {
        return refused.body()
                .at("/errors")
                .valueStream()
                .map(error -> error.at("/pointer").asString())
                .toList();
    }
}
