package org.yol.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yol.eligibility.RuleReading.Result;

class RuleReadingTests {

    @Test
    void everyKindOfRuleIsUnderstood() {
        Set<Class<?>> kinds = new HashSet<>(List.of(Rule.class.getPermittedSubclasses()));
        kinds.remove(UnreadableRule.class);

        assertThat(EveryRule.good().stream().<Class<?>>map(Rule::getClass)).containsAll(kinds);
    }

    @Test
    void rulesOfTheKnownProgrammesAreUnderstood() {
        assertThat(Rules.good(
                        "{\"citizenship\": [\"KZ\"]}",
                        "{\"gradeAtLeast\": 3.0, \"outOf\": 4.0}",
                        "{\"language\": \"kk\", \"atLeast\": \"B1\"}",
                        "{\"residesIn\": \"rural\", \"years\": 2}",
                        "{\"yearsOfWork\": 2}"))
                .containsExactly(
                        new CitizenshipRule(List.of("KZ")),
                        new GradeRule(new GradeOnScale(new BigDecimal("3.0"), new BigDecimal("4.0")), List.of()),
                        new LanguageRule("kk", LanguageTest.CEFR, "B1"),
                        new ResidenceRule("rural", 2),
                        new WorkRule(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{}; ; rule.nothing-stated",
                "{\"outOf\": 4}; ; rule.nothing-stated",
                "{\"citizenship\": []}; ; rule.nothing-stated",
                "{\"citizenship\": [\"KG\"], \"yearsOfWork\": 3}; /yearsOfWork; rule.two-in-one",
                "{\"bornOnOrAfter\": \"1990-01-01\", \"bornOnOrBefore\": \"2000-01-01\"}; /bornOnOrBefore; rule.two-in-one",
                "{\"citizenship\": [\"KG\"], \"outOf\": 4}; /outOf; rule.not-of-this-rule",
                "{\"citizenship\": [\"KG\", \"XX\"]}; /citizenship/1; rule.country",
                "{\"citizenship\": [null]}; /citizenship/0; rule.country",
                "{\"bornBetween\": [\"1990-01-01\"]}; /bornBetween; rule.two-dates",
                "{\"bornBetween\": [\"1990-01-01\", null]}; /bornBetween; rule.two-dates",
                "{\"bornBetween\": [\"2002-04-01\", \"1983-04-02\"]}; /bornBetween/1; rule.dates-crossed",
                "{\"bornOnOrAfter\": \"0988-04-02\"}; /bornOnOrAfter; rule.date",
                "{\"ageAtLeast\": 40, \"ageAtMost\": 22}; /ageAtMost; rule.ages-crossed",
                "{\"ageAtMost\": -1}; /ageAtMost; rule.number",
                "{\"ageAtMost\": 30, \"on\": \"9999-01-01\"}; /on; rule.date",
                "{\"degreeAtLeast\": \"training\"}; /degreeAtLeast; rule.degree",
                "{\"gradeAtLeast\": 3.0}; /outOf; rule.required",
                "{\"gradeAtLeast\": 5, \"outOf\": 4}; /gradeAtLeast; rule.grade",
                "{\"gradeAtLeast\": 0, \"outOf\": 0}; /outOf; rule.number",
                "{\"gradeAtLeast\": 3.00001, \"outOf\": 4}; /gradeAtLeast; rule.grade",
                "{\"gradeAtLeast\": 1, \"outOf\": 1e400000}; /outOf; rule.number",
                "{\"gradeAtLeast\": 3, \"outOf\": 4, \"orGrades\": [{\"grade\": 80}]}; /orGrades/0/outOf; rule.required",
                "{\"gradeAtLeast\": 3, \"outOf\": 4, \"orGrades\": [null]}; /orGrades/0; rule.required",
                "{\"gradeAtLeast\": 3, \"outOf\": 4, \"orGrades\": [{\"grade\": 2, \"outOf\": 4.0}]}; /orGrades/0/outOf; rule.scale-twice",
                "{\"language\": \"klingon\", \"atLeast\": \"B1\"}; /language; rule.language",
                "{\"language\": \"qq\", \"atLeast\": \"B1\"}; /language; rule.language",
                "{\"language\": \"en\"}; /atLeast; rule.required",
                "{\"language\": \"en\", \"atLeast\": \"fluent\"}; /atLeast; rule.level",
                "{\"language\": \"en\", \"test\": \"IELTS\", \"atLeast\": \"6.7\"}; /atLeast; rule.level",
                "{\"language\": \"en\", \"test\": \"TOEFL iBT\", \"atLeast\": \"121\"}; /atLeast; rule.level",
                "{\"language\": \"ja\", \"test\": \"JLPT\", \"atLeast\": \"N6\"}; /atLeast; rule.level",
                "{\"language\": \"en\", \"test\": \"TOEIC\", \"atLeast\": \"800\"}; /test; rule.test",
                "{\"language\": \"ja\", \"test\": \"IELTS\", \"atLeast\": \"6.5\"}; /test; rule.test-of-another-language",
                "{\"yearsOfWork\": 0}; /yearsOfWork; rule.number",
                "{\"worksFor\": \"nasa\"}; /worksFor; rule.employer",
                "{\"residesIn\": \"XX\"}; /residesIn; rule.place",
                "{\"residesIn\": \"XX-75\"}; /residesIn; rule.place",
                "{\"residesIn\": \"rural\", \"years\": 0}; /years; rule.number",
                "{\"notFormerHolderOf\": \" \"}; /notFormerHolderOf; rule.programme",
                "{\"choicesAtMost\": 0}; /choicesAtMost; rule.number",
            })
    void faultIsNamedWithItsField(String stated, String field, String key) {
        Result result = Rules.read("{\"yearsOfWork\": 1}", stated);

        assertThat(result.faults())
                .extracting(RuleFault::pointer, RuleFault::key)
                .containsExactly(tuple("/eligibility/1" + (field == null ? "" : field), key));
        assertThat(result.rules()).containsExactly(new WorkRule(1), new UnreadableRule());
        assertThat(RuleFault.KEYS).contains(key);
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        Result result = Rules.read(
                "{\"citizenship\": [\"XX\", \"KG\", \"YY\"]}",
                "{\"language\": \"en\", \"test\": \"JLPT\", \"atLeast\": \"B1\", \"years\": 2}");

        assertThat(result.faults())
                .extracting(RuleFault::pointer)
                .containsExactly(
                        "/eligibility/0/citizenship/0",
                        "/eligibility/0/citizenship/2",
                        "/eligibility/1/years",
                        "/eligibility/1/test",
                        "/eligibility/1/atLeast");
    }

    @Test
    void noRulesAreNoFault() {
        assertThat(RuleReading.read(null, "/eligibility")).isEqualTo(new Result(List.of(), List.of()));
    }

    @Test
    void ruleThatIsNullIsAFault() {
        assertThat(RuleReading.read(Arrays.asList(null, null), "/eligibility").faults())
                .extracting(RuleFault::pointer)
                .containsExactly("/eligibility/0", "/eligibility/1");
    }
}
