package org.yol.programs.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.NURLAN;
import static org.yol.platform.test.Account.SATO;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;
import org.yol.programs.CallJson;
import org.yol.programs.ProgrammeJson;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ProgramsTest
class EligibilityIT {

    private static final String RULES = """
            [{"citizenship": ["KG"]}, {"bornBetween": ["1983-04-02", "2002-04-01"]},
             {"degreeAtLeast": "bachelor"}, {"language": "en", "atLeast": "B2"}]""";

    @LocalServerPort
    int port;

    ProgramsApi api;
    String path;

    @BeforeEach
    void aCallWithRulesIsPublic() {
        api = new ProgramsApi(port);
        Answer published = api.published(
                SATO, ProgrammeJson.complete(), CallJson.complete().with("/eligibility", RULES));
        path = "/api/calls/" + published.at("/calls/0/id") + "/eligibility";
    }

    @Test
    void anybodyHearsRuleByRuleByAFewAnswers() {
        Answer answer = check(api.asAnybody(), """
                {"citizenships": ["KG"], "birthDate": "1983-04-01", "degree": "master"}""");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("/answer")).isEqualTo("not-met");
        assertThat(answers(answer)).containsExactly("met", "not-met", "met", "unknown");
        assertThat(answer.at("/rules/1/requirement")).isEqualTo("Born between 2 April 1983 and 1 April 2002");
        assertThat(answer.at("/rules/1/reason")).isEqualTo("You were born on 1 April 1983");
        assertThat(answer.at("/rules/1/rule/bornBetween/0")).isEqualTo("1983-04-02");
        assertThat(answer.at("/rules/3/missing/0")).isEqualTo("certificates");
        assertThat(answer.at("/rules/3/missingText")).isEqualTo("Not known yet: your language certificates");
    }

    @Test
    void whomSeatsAreKeptForIsSaidInTheSameWords() {
        Answer published = api.published(
                SATO,
                ProgrammeJson.complete(),
                CallJson.complete()
                        .with(
                                "/categories",
                                "[{\"id\": \"women\"}, {\"id\": \"rural\", \"eligibility\": [{\"yearsOfWork\": 2}]}]"));
        path = "/api/calls/" + published.at("/calls/0/id") + "/eligibility";

        Answer answer = check(api.asAnybody(), "{\"yearsOfWork\": 1}");

        assertThat(answer.body().at("/categories")).hasSize(1);
        assertThat(answer.at("/categories/0/id")).isEqualTo("rural");
        assertThat(answer.at("/categories/0/answer")).isEqualTo("not-met");
        assertThat(answer.at("/categories/0/rules/0/requirement")).isEqualTo("At least 2 years of work");
        assertThat(answer.at("/answer")).isEqualTo("unknown");
    }

    @Test
    void nothingIsKnownOfSomebodyWhoTellsNothing() {
        Answer answer = check(api.asAnybody(), "{}");

        assertThat(answer.at("/answer")).isEqualTo("unknown");
        assertThat(answers(answer)).containsOnly("unknown");
    }

    @Test
    void citizenshipOfTheAccountIsKnownUnlessAnotherIsTold() {
        assertThat(answers(check(api.as(NURLAN), "{}")).getFirst()).isEqualTo("met");
        assertThat(answers(check(api.as(AIGERIM), "{}")).getFirst()).isEqualTo("not-met");
        assertThat(answers(check(api.as(AIGERIM), "{\"citizenships\": [\"KZ\", \"KG\"]}"))
                        .getFirst())
                .isEqualTo("met");
        assertThat(answers(check(api.as(SATO), "{}")).getFirst()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({"ja, 1983年4月2日から2002年4月1日までに生まれた方", "ru, Дата рождения с 2 апреля 1983"})
    void answersInTheReadersLanguage(String language, String requirement) {
        String answer = RestClient.create("http://localhost:" + port)
                .post()
                .uri(path)
                .header("Accept-Language", language)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}")
                .retrieve()
                .body(String.class);

        assertThat(JsonMapper.shared()
                        .readTree(answer)
                        .at("/rules/1/requirement")
                        .asString()
                        .replace('\u00a0', ' ')
                        .replace('\u202f', ' '))
                .startsWith(requirement);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/birthDate; {\"birthDate\": \"1983-02-30\"}",
                "/citizenships/0; {\"citizenships\": [\"XX\"]}",
                "/degree; {\"degree\": \"wizard\"}",
                "/employer; {\"employer\": \"wizard\"}",
                "/yearsOfWork; {\"yearsOfWork\": -1}",
                "/grade/outOf; {\"grade\": {\"grade\": 3}}",
                "/grade/grade; {\"grade\": {\"grade\": 1e400000, \"outOf\": 4}}",
                "/grade/grade; {\"grade\": {\"grade\": 3.00001, \"outOf\": 4}}",
                "/certificates/0/test; {\"certificates\": [{\"language\": \"en\", \"test\": \"TOEIC\", \"result\": \"800\"}]}",
                "/certificates/0/result; {\"certificates\": [{\"language\": \"en\", \"test\": \"IELTS\", \"result\": \"10\"}]}",
                "/residence/region; {\"residence\": {\"region\": \"Almaty\"}}",
                "/programmesHeld/0; {\"programmesHeld\": [\"My programme\"]}",
            })
    void aWrongAnswerIsPointedOut(String pointer, String told) {
        Answer refused = check(api.asAnybody(), told);

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.body()
                        .at("/errors")
                        .valueStream()
                        .map(error -> error.at("/pointer").asString()))
                .containsExactly(pointer);
        assertThat(refused.text()).doesNotContain("rule.", "field.", "eligibility.");
    }

    @Test
    void rulesComeBackAsTheyWereStated() {
        JsonNode call = api.asAnybody().get(path.replace("/eligibility", "")).body();

        assertThat(call.at("/eligibility")).isEqualTo(JsonMapper.shared().readTree(RULES));
    }

    @Test
    void faultsOfSeveralRulesAreNamedAtOnceAlreadyInADraft() {
        String programme = api.programme(SATO, ProgrammeJson.bare()).at("/id");

        Answer refused = api.as(SATO)
                .post(
                        "/api/programs/" + programme + "/calls",
                        CallJson.bare()
                                .with("/eligibility", """
                        [{"citizenship": ["XX"]}, {}, {"yearsOfWork": 1, "worksFor": "any"},
                         {"gradeAtLeast": 3.5}, {"bornBetween": ["2002-04-01", "1983-04-02"]}]""")
                                .with(
                                        "/categories",
                                        "[{\"id\": \"rural\", \"eligibility\": [{\"residesIn\": \"nowhere\"}]}]")
                                .toString());

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.body()
                        .at("/errors")
                        .valueStream()
                        .map(error -> error.at("/pointer").asString()))
                .containsExactly(
                        "/eligibility/0/citizenship/0",
                        "/eligibility/1",
                        "/eligibility/2/worksFor",
                        "/eligibility/3/outOf",
                        "/eligibility/4/bornBetween/1",
                        "/categories/0/eligibility/0/residesIn");
        assertThat(refused.text()).doesNotContain("rule.", "{0}");
    }

    private Answer check(Api reader, String answers) {
        return reader.post(path, answers);
    }

    private static List<String> answers(Answer answer) {
        return answer.body()
                .at("/rules")
                .valueStream()
                .map(rule -> rule.at("/answer").asString())
                .toList();
    }
}
