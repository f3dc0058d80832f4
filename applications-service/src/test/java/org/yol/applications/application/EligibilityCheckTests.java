package org.yol.applications.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.yol.applications.application.ApplicationFixtures.AIGERIM;
import static org.yol.applications.application.ApplicationFixtures.NOW;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallFixtures;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.EligibilityRule;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Localized;
import org.yol.platform.problem.Refused;
import tools.jackson.databind.json.JsonMapper;

/** Aigerim is a citizen of Kazakhstan, born on 21 March 1999, with a bachelor's degree, and ranks one place. */
class EligibilityCheckTests {

    @Test
    void withoutARuleTheProgrammeSaysWhoseCitizensMayStart() {
        Student dilnoza = new Student("dilnoza", "Dilnoza", "UZ");

        Refused refused = refusal(() -> Application.start("a", CallFixtures.open(), dilnoza, List.of(), NOW));

        assertThat(refused.problem()).isEqualTo(ApplicationProblem.NOT_ELIGIBLE);
        assertThat(refused.errors()).extracting(FieldError::pointer).containsExactly("/origins");
        assertThat(words(refused, Locale.ENGLISH))
                .containsExactly("Citizenship: Kazakhstan, Kyrgyzstan (Your citizenship: Uzbekistan)");
    }

    @Test
    void ruleOfCitizenshipTakesThePlaceOfWhatTheProgrammeSays() {
        Student dilnoza = new Student("dilnoza", "Dilnoza", "UZ");
        Call call = CallFixtures.openFor(rule("{\"citizenship\": [\"UZ\"]}"));

        assertThat(Application.start("a", call, dilnoza, List.of(), NOW).state().state())
                .isEqualTo(ApplicationState.DRAFT);
        assertThat(refusal(() -> Application.start("a", call, AIGERIM, List.of(), NOW))
                        .errors())
                .extracting(FieldError::pointer)
                .containsExactly("/eligibility/0");
    }

    @Test
    void whoHasNoCitizenshipInTheAccountMayStart() {
        Student unknown = new Student("somebody", "Somebody", null);

        assertThat(Application.start("zz-1", CallFixtures.open(), unknown, List.of(), NOW)
                        .state()
                        .state())
                .isEqualTo(ApplicationState.DRAFT);
    }

    @Test
    void everyRuleThatIsNotMetKeepsFromSubmittingAndIsNamed() {
        Call call = CallFixtures.openFor(
                rule("{\"citizenship\": [\"KZ\"]}"),
                rule("{\"bornOnOrAfter\": \"1999-03-22\"}"),
                rule("{\"degreeAtLeast\": \"master\"}"),
                rule("{\"yearsOfWork\": 3}"));

        Refused refused = refusal(() -> submit(call));

        assertThat(refused.problem()).isEqualTo(ApplicationProblem.NOT_ELIGIBLE);
        assertThat(refused.errors())
                .extracting(FieldError::pointer)
                .containsExactly("/eligibility/1", "/eligibility/2");
        assertThat(words(refused, Locale.of("ru")))
                .containsExactly(
                        "Дата рождения не ранее 22 марта 1999 г. (Ваша дата рождения: 21 марта 1999 г.)",
                        "Степень не ниже магистра (Ваша высшая степень: бакалавр)");
    }

    @Test
    void whatIsMetOrNotKnownKeepsNobodyFromSubmitting() {
        Call call = CallFixtures.openFor(
                rule("{\"bornOnOrAfter\": \"1999-03-21\"}"),
                rule("{\"degreeAtLeast\": \"bachelor\"}"),
                rule("{\"choicesAtMost\": 1}"),
                rule("{\"yearsOfWork\": 3}"),
                rule("{\"language\": \"en\", \"atLeast\": \"B2\"}"));

        assertThat(submit(call).state()).isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    void ruleOfANewerReleaseKeepsNobodyFromSubmitting() {
        assertThat(submit(CallFixtures.openFor(rule("{\"addedLater\": 1}"))).state())
                .isEqualTo(ApplicationState.SUBMITTED);
    }

    private static Application submit(Call call) {
        return ApplicationFixtures.submit(ApplicationFixtures.complete(), call, NOW)
                .state();
    }

    private static EligibilityRule rule(String json) {
        return JsonMapper.shared().readValue(json, EligibilityRule.class);
    }

    private static Refused refusal(Runnable step) {
        return catchThrowableOfType(Refused.class, step::run);
    }

    /** Some languages keep parts of a date together. */
    private static String breakable(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private static List<String> words(Refused refused, Locale reader) {
        return refused.errors().stream()
                .flatMap(error -> error.arguments().stream())
                .flatMap(argument ->
                        argument instanceof Localized words ? Stream.of(breakable(words.in(reader))) : Stream.empty())
                .toList();
    }
}
