package org.yol.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.eligibility.Answer.MET;
import static org.yol.eligibility.Answer.NOT_MET;
import static org.yol.eligibility.Answer.UNKNOWN;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yol.contracts.StudyLevel;
import org.yol.eligibility.Applicant.Certificate;
import org.yol.eligibility.Applicant.Residence;

class EvaluationTests {

    private static final ZonedDateTime DEADLINE =
            ZonedDateTime.of(2026, 10, 20, 18, 0, 0, 0, ZoneId.of("Asia/Bishkek"));

    private static Answer answer(Applicant applicant, String rule) {
        return rule(applicant, rule).answer();
    }

    private static RuleAnswer rule(Applicant applicant, String rule) {
        return Evaluation.of(Rules.good(rule), applicant, DEADLINE).rules().getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "1983-04-01, NOT_MET",
        "1983-04-02, MET",
        "1990-05-17, MET",
        "2002-04-01, MET",
        "2002-04-02, NOT_MET",
    })
    void jdsKyrgyzRepublicTakesBirthDatesFromTheFirstToTheLast(String born, Answer expected) {
        assertThat(answer(Somebody.born(born), "{\"bornBetween\": [\"1983-04-02\", \"2002-04-01\"]}"))
                .isEqualTo(expected);
    }

    /** 22 to 40 years old on 1 April 2024, which is how the birth dates of the same programme are explained. */
    @ParameterizedTest
    @CsvSource({"1983-04-01, NOT_MET", "1983-04-02, MET", "2002-04-01, MET", "2002-04-02, NOT_MET"})
    void agesAndBirthDatesOfTheSameProgrammeAgree(String born, Answer expected) {
        assertThat(answer(Somebody.born(born), "{\"ageAtLeast\": 22, \"ageAtMost\": 40, \"on\": \"2024-04-01\"}"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2000-02-29, 2027-02-28, 26",
        "2000-02-29, 2027-03-01, 27",
        "2000-02-29, 2028-02-28, 27",
        "2000-02-29, 2028-02-29, 28",
        "2000-02-28, 2027-02-28, 27",
        "2000-03-01, 2027-02-28, 26",
    })
    void bornOn29FebruaryIsAYearOlderOn1MarchOfACommonYear(LocalDate born, LocalDate on, int age) {
        assertThat(Age.on(on, born)).isEqualTo(age);
    }

    @Test
    void ageWithoutADateIsTheOneOnTheDayOfTheDeadlineInItsZone() {
        Instant closes = Instant.parse("2024-03-31T20:00:00Z");
        List<Rule> rules = Rules.good("{\"ageAtLeast\": 22}");
        Applicant turnsOlderOn1April = Somebody.born("2002-04-01");

        assertThat(Evaluation.of(rules, turnsOlderOn1April, closes.atZone(ZoneId.of("Asia/Bishkek")))
                        .answer())
                .isEqualTo(MET);
        assertThat(Evaluation.of(rules, turnsOlderOn1April, closes.atZone(ZoneId.of("UTC")))
                        .answer())
                .isEqualTo(NOT_MET);
        assertThat(Evaluation.of(rules, turnsOlderOn1April, null).rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.missing()).containsExactly(Missing.DEADLINE));
    }

    @Test
    void oneOfSeveralCitizenshipsIsEnough() {
        String rule = "{\"citizenship\": [\"KG\", \"KZ\"]}";

        assertThat(answer(Somebody.citizenOf("DE", "KG"), rule)).isEqualTo(MET);
        assertThat(answer(Somebody.citizenOf("DE", "UZ"), rule)).isEqualTo(NOT_MET);
        assertThat(answer(Somebody.citizenOf(), rule)).isEqualTo(NOT_MET);
    }

    @ParameterizedTest
    @CsvSource({
        "NON_DEGREE, NOT_MET",
        "TRAINING, NOT_MET",
        "BACHELOR, NOT_MET",
        "MASTER, MET",
        "DOCTORATE, MET",
        "POSTDOCTORAL, MET",
        "UNKNOWN, UNKNOWN",
    })
    void higherDegreeIsEnoughAndALowerOneIsNot(StudyLevel held, Answer expected) {
        assertThat(answer(Somebody.withDegree(held), "{\"degreeAtLeast\": \"master\"}"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "3.0, 4.0, MET",
        "3, 4, MET",
        "2.99, 4, NOT_MET",
        "4.0, 4.0, MET",
        "80, 100, MET",
        "79.9, 100, NOT_MET",
        "5, 5, UNKNOWN",
        "4.5, 4.5, UNKNOWN",
    })
    void gradeIsComparedOnTheScalesTheRuleNamesOnly(String grade, String outOf, Answer expected) {
        assertThat(answer(
                        Somebody.graded(grade, outOf),
                        "{\"gradeAtLeast\": 3.0, \"outOf\": 4.0, \"orGrades\": [{\"grade\": 80, \"outOf\": 100}]}"))
                .isEqualTo(expected);
    }

    @Test
    void gradeOnAnotherScaleSaysWhatIsMissing() {
        RuleAnswer answer = rule(Somebody.graded("4.9", "5"), "{\"gradeAtLeast\": 3.0, \"outOf\": 4.0}");

        assertThat(answer.answer()).isEqualTo(UNKNOWN);
        assertThat(answer.missing()).containsExactly(Missing.GRADE_ON_SCALE);
    }

    @ParameterizedTest
    @CsvSource({
        // a certificate of a level
        "en, CEFR, B2, , B2, MET",
        "en, CEFR, C1, , B2, MET",
        "en, CEFR, B1, , B2, NOT_MET",
        // IELTS: B1 from 4, B2 from 5.5, C1 from 7, C2 from 8.5
        "en, IELTS, 5.5, , B2, MET",
        "en, IELTS, 5.0, , B2, NOT_MET",
        "en, IELTS, 5, , B1, MET",
        "en, IELTS, 8.0, , C2, NOT_MET",
        "en, IELTS, 8.5, , C2, MET",
        "en, IELTS, 3.5, , B1, NOT_MET",
        "en, IELTS, 3.5, , A2, UNKNOWN",
        // TOEFL iBT, both scales
        "en, TOEFL_IBT, 72, , B2, MET",
        "en, TOEFL_IBT, 71, , B2, NOT_MET",
        "en, TOEFL_IBT, 114, , C2, MET",
        "en, TOEFL_IBT, 41, , A2, UNKNOWN",
        "en, TOEFL_IBT, 4, , B2, MET",
        "en, TOEFL_IBT, 3.5, , B2, NOT_MET",
        "en, TOEFL_IBT, 1.0, , A2, NOT_MET",
        // JLPT: the total decides between two levels
        "ja, JLPT, N1, , B2, MET",
        "ja, JLPT, N1, , C1, UNKNOWN",
        "ja, JLPT, N1, 142, C1, MET",
        "ja, JLPT, N1, 141, C1, NOT_MET",
        "ja, JLPT, N2, 112, B2, MET",
        "ja, JLPT, N2, 111, B2, NOT_MET",
        "ja, JLPT, N3, 104, B1, MET",
        "ja, JLPT, N3, 103, B1, NOT_MET",
        "ja, JLPT, N4, , A2, MET",
        "ja, JLPT, N5, , A2, NOT_MET",
        "ja, JLPT, N1, 180, C2, NOT_MET",
    })
    void levelIsMetByWhatATestIsPublishedToStandFor(
            String language, LanguageTest test, String result, BigDecimal total, String level, Answer expected) {
        Certificate certificate = new Certificate(language, test, result, total);

        assertThat(answer(
                        Somebody.with(certificate),
                        "{\"language\": \"%s\", \"atLeast\": \"%s\"}".formatted(language, level)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "en, IELTS, 6.5, IELTS, 6.5, MET",
        "en, IELTS, 6.5, IELTS, 6.0, NOT_MET",
        "en, TOEFL iBT, 80, TOEFL_IBT, 100, MET",
        "en, TOEFL iBT, 80, TOEFL_IBT, 79, NOT_MET",
        "en, TOEFL iBT, 80, TOEFL_IBT, 4.5, UNKNOWN",
        "ja, JLPT, N3, JLPT, N2, MET",
        "ja, JLPT, N3, JLPT, N4, NOT_MET",
        "en, IELTS, 6.5, TOEFL_IBT, 120, NOT_MET",
    })
    void testThatARuleNamesIsComparedInItsOwnOrder(
            String language, String asked, String atLeast, LanguageTest held, String result, Answer expected) {
        assertThat(answer(
                        Somebody.with(new Certificate(language, held, result, null)),
                        "{\"language\": \"%s\", \"test\": \"%s\", \"atLeast\": \"%s\"}"
                                .formatted(language, asked, atLeast)))
                .isEqualTo(expected);
    }

    @Test
    void bestCertificateOfTheLanguageCounts() {
        String rule = "{\"language\": \"en\", \"atLeast\": \"B2\"}";
        Certificate weak = new Certificate("en", LanguageTest.CEFR, "A2", null);
        Certificate strong = new Certificate("en", LanguageTest.IELTS, "7.0", null);
        Certificate other = new Certificate("ja", LanguageTest.JLPT, "N1", null);

        assertThat(answer(Somebody.with(weak, strong), rule)).isEqualTo(MET);
        assertThat(answer(Somebody.with(weak, other), rule)).isEqualTo(NOT_MET);
        assertThat(answer(Somebody.with(other), rule)).isEqualTo(NOT_MET);
        assertThat(answer(Somebody.with(), rule)).isEqualTo(NOT_MET);
    }

    @Test
    void jlptWithoutItsTotalSaysThatTheTotalIsMissing() {
        RuleAnswer answer = rule(
                Somebody.with(new Certificate("ja", LanguageTest.JLPT, "N2", null)),
                "{\"language\": \"ja\", \"atLeast\": \"B2\"}");

        assertThat(answer.answer()).isEqualTo(UNKNOWN);
        assertThat(answer.missing()).containsExactly(Missing.TOTAL_SCORE);
    }

    @ParameterizedTest
    @CsvSource({"2, NOT_MET", "3, MET", "4, MET"})
    void yearsOfWorkAreCounted(int years, Answer expected) {
        assertThat(answer(Somebody.working(years, null), "{\"yearsOfWork\": 3}"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"GOVERNMENT, MET, MET", "OTHER, NOT_MET, MET", "NONE, NOT_MET, NOT_MET"})
    void employerIsOfThePublicServiceOrAny(Employer employer, Answer government, Answer any) {
        assertThat(answer(Somebody.working(null, employer), "{\"worksFor\": \"government\"}"))
                .isEqualTo(government);
        assertThat(answer(Somebody.working(null, employer), "{\"worksFor\": \"any\"}"))
                .isEqualTo(any);
    }

    @ParameterizedTest
    @CsvSource({
        // place, country, region, rural, years of the person
        "rural, , , true, 2, MET",
        "rural, , , true, 1, NOT_MET",
        "rural, , , false, 9, NOT_MET",
        "rural, , , true, , UNKNOWN",
        "rural, , , false, , NOT_MET",
        "rural, KZ, KZ-75, , 9, UNKNOWN",
        "KZ, KZ, , , 2, MET",
        "KZ, , KZ-75, , 2, MET",
        "KZ, KG, , , 2, NOT_MET",
        "KZ, , , , 2, UNKNOWN",
        "KZ-75, KZ, KZ-75, , 2, MET",
        "KZ-75, KZ, KZ-71, , 2, NOT_MET",
        "KZ-75, KG, , , 2, NOT_MET",
        "KZ-75, KZ, , , 2, UNKNOWN",
    })
    void residenceIsAPlaceAndATime(
            String place, String country, String region, Boolean rural, Integer years, Answer expected) {
        assertThat(answer(
                        Somebody.living(new Residence(country, region, rural, years)),
                        "{\"residesIn\": \"%s\", \"years\": 2}".formatted(place)))
                .isEqualTo(expected);
    }

    @Test
    void formerHoldersAreNotTaken() {
        String any = "{\"notFormerHolderOf\": \"any-scholarship-abroad\"}";
        String one = "{\"notFormerHolderOf\": \"jds-kyrgyz-republic\"}";

        assertThat(answer(Somebody.holding(), any)).isEqualTo(MET);
        assertThat(answer(Somebody.holding("bolashak"), any)).isEqualTo(NOT_MET);
        assertThat(answer(Somebody.holding("any-scholarship-abroad"), any)).isEqualTo(NOT_MET);
        assertThat(answer(Somebody.holding(), one)).isEqualTo(MET);
        assertThat(answer(Somebody.holding("bolashak"), one)).isEqualTo(MET);
        assertThat(answer(Somebody.holding("bolashak", "jds-kyrgyz-republic"), one))
                .isEqualTo(NOT_MET);
        assertThat(answer(Somebody.holding("any-scholarship-abroad"), one)).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"0, MET", "2, MET", "3, NOT_MET"})
    void choicesAreCounted(int ranked, Answer expected) {
        assertThat(answer(Somebody.ranking(ranked), "{\"choicesAtMost\": 2}")).isEqualTo(expected);
    }

    @Test
    void ofSomebodyUnknownEveryRuleSaysWhatIsMissing() {
        Evaluation evaluation = Evaluation.of(EveryRule.good(), Applicant.UNKNOWN, DEADLINE);

        assertThat(evaluation.answer()).isEqualTo(UNKNOWN);
        assertThat(evaluation.rules()).allSatisfy(rule -> {
            assertThat(rule.answer()).isEqualTo(UNKNOWN);
            assertThat(rule.missing()).isNotEmpty();
        });
    }

    @Test
    void somebodyWellKnownMeetsEveryRule() {
        assertThat(Evaluation.of(EveryRule.good(), Somebody.wellKnown(), DEADLINE)
                        .rules())
                .allSatisfy(rule -> {
                    assertThat(rule.answer()).isEqualTo(MET);
                    assertThat(rule.missing()).isEmpty();
                });
    }

    @Test
    void oneRuleThatIsNotMetDecidesAndOneThatIsUnknownLeavesItOpen() {
        List<Rule> rules = Rules.good("{\"citizenship\": [\"KG\"]}", "{\"yearsOfWork\": 3}");
        Applicant kyrgyz = Somebody.citizenOf("KG");
        Applicant german = Somebody.citizenOf("DE");

        assertThat(Evaluation.of(rules, kyrgyz, DEADLINE).answer()).isEqualTo(UNKNOWN);
        assertThat(Evaluation.of(rules, german, DEADLINE).answer()).isEqualTo(NOT_MET);
        assertThat(Evaluation.of(rules, german, DEADLINE).rules())
                .extracting(RuleAnswer::answer)
                .containsExactly(NOT_MET, UNKNOWN);
        assertThat(Evaluation.of(rules, Somebody.wellKnown(), DEADLINE).answer())
                .isEqualTo(MET);
        assertThat(Evaluation.of(List.of(), Applicant.UNKNOWN, null).answer()).isEqualTo(MET);
    }

    @Test
    void ruleOfANewerReleaseRefusesNobodyAndLetsNobodyIn() {
        List<Rule> rules = RuleReading.read(List.of(), "").rules();
        assertThat(rules).isEmpty();

        assertThat(Evaluation.of(Rules.read("{}").rules(), Somebody.wellKnown(), DEADLINE)
                        .answer())
                .isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void everyTestHasALevelForEveryResult(LanguageTest test) {
        Set<String> results = switch (test) {
            case CEFR -> Set.of("A1", "A2", "B1", "B2", "C1", "C2");
            case IELTS -> Set.of("0", "0.5", "4.0", "9", "9.0");
            case TOEFL_IBT -> Set.of("1", "1.0", "6.0", "6", "7", "10", "99", "100", "119", "120");
            case JLPT -> Set.of("N1", "N2", "N3", "N4", "N5");
        };

        assertThat(results).allSatisfy(result -> {
            assertThat(test.hasResult(result)).isTrue();
            assertThat(test.range(result, null).highest()).isNotNull();
        });
        assertThat(Set.of("", "A3", "N6", "9.5", "6.3", "0121", "-1", "6,5", "1e1"))
                .noneMatch(test::hasResult);
    }
}
