package org.yol.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yol.contracts.Language;
import org.yol.contracts.StudyLevel;
import org.yol.eligibility.Applicant.Certificate;
import org.yol.eligibility.Applicant.Residence;

class EligibilityWordsTests {

    private static final ZonedDateTime DEADLINE =
            ZonedDateTime.of(2026, 10, 20, 18, 0, 0, 0, ZoneId.of("Asia/Bishkek"));

    /** People who between them get every reason there is. */
    private static final List<Applicant> PEOPLE = List.of(
            Somebody.wellKnown(),
            Somebody.citizenOf(),
            Somebody.graded("4.5", "5"),
            Somebody.with(),
            Somebody.with(
                    new Certificate("en", LanguageTest.TOEFL_IBT, "4.5", null),
                    new Certificate("ja", LanguageTest.JLPT, "N2", null)),
            Somebody.with(new Certificate("en", LanguageTest.IELTS, "3.5", null)),
            Somebody.with(new Certificate("en", LanguageTest.IELTS, "11", null)),
            Somebody.with(new Certificate("en", LanguageTest.CEFR, "B1", null)),
            Somebody.working(1, Employer.OTHER),
            Somebody.working(21, Employer.NONE),
            Somebody.living(new Residence("KG", null, false, 1)),
            Somebody.living(new Residence(null, "KZ-71", true, 22)),
            Somebody.holding("any-scholarship-abroad"),
            Somebody.holding("jds-kyrgyz-republic", "bolashak"),
            Somebody.ranking(5),
            Applicant.UNKNOWN);

    @ParameterizedTest
    @EnumSource
    void everyWordIsThereInEveryLanguage(Language language) {
        Properties english = file("eligibility.properties");
        Properties words = language == Language.ENGLISH ? english : file("eligibility_" + language + ".properties");

        assertThat(words.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(words.values()).noneMatch(text -> text.toString().isEmpty());
        assertThat(Arrays.stream(Missing.values()).map(part -> "missing." + part))
                .allMatch(words::containsKey);
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleAndEveryReasonIsSaidWithoutALeftover(Language language) {
        EligibilityWords words = EligibilityWords.in(language.locale());
        List<Rule> rules = Stream.concat(EveryRule.good().stream(), Stream.of(new UnreadableRule()))
                .toList();

        assertThat(PEOPLE).allSatisfy(person -> {
            for (ZonedDateTime deadline : Arrays.asList(DEADLINE, null)) {
                assertThat(Evaluation.of(rules, person, deadline).rules()).allSatisfy(answer -> {
                    said(words.requirement(answer.requirement()));
                    if (answer.missing().isEmpty()) {
                        said(words.reason(answer));
                    } else {
                        said(words.missing(answer));
                    }
                    if (answer.answer() == Answer.NOT_MET) {
                        said(words.refusal(answer));
                    }
                });
            }
        });
        assertThat(StudyLevel.values())
                .allSatisfy(level -> said(words.reason(Evaluation.of(
                                        List.of(new DegreeRule(StudyLevel.MASTER)),
                                        Somebody.withDegree(level),
                                        DEADLINE)
                                .rules()
                                .getFirst())
                        + "."));
    }

    @Test
    void peopleOfTheTestGetEveryReasonThereIs() {
        List<Rule> rules = Stream.concat(EveryRule.good().stream(), Stream.of(new UnreadableRule()))
                .toList();

        Set<String> given = PEOPLE.stream()
                .flatMap(person -> Evaluation.of(rules, person, DEADLINE).rules().stream())
                .flatMap(answer -> Stream.concat(
                        answer.reasons().stream(),
                        Stream.of(answer.requirement().statement())))
                .map(Statement::key)
                .collect(Collectors.toSet());

        assertThat(file("eligibility.properties").stringPropertyNames().stream()
                        .filter(key -> key.startsWith("reason.") || key.startsWith("rule.")))
                .allMatch(given::contains);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Born between 2 April 1983 and 1 April 2002 | You were born on 1 April 1983",
                "ja | 1983年4月2日から2002年4月1日までに生まれた方 | あなたの生年月日：1983年4月1日",
                "ru | Дата рождения с 2 апреля 1983 г. по 1 апреля 2002 г. | Ваша дата рождения: 1 апреля 1983 г.",
                "uz | Tugʻilgan sanasi: 2-aprel, 1983 – 1-aprel, 2002 oraligʻida | Sizning tugʻilgan sanangiz: 1-aprel, 1983",
            })
    void datesAreWrittenAsReadersWriteThem(String language, String requirement, String reason) {
        EligibilityWords words = EligibilityWords.in(Locale.forLanguageTag(language));
        RuleAnswer answer = Evaluation.of(
                        Rules.good("{\"bornBetween\": [\"1983-04-02\", \"2002-04-01\"]}"),
                        Somebody.born("1983-04-01"),
                        DEADLINE)
                .rules()
                .getFirst();

        assertThat(breakable(words.requirement(answer.requirement()))).isEqualTo(requirement);
        assertThat(breakable(words.reason(answer))).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "ru, 'Гражданство: Кыргызстан, Таджикистан'",
        "ky, 'Жарандыгы: Кыргызстан, Тажикстан'",
        "kk, 'Азаматтығы: Қырғызстан, Тәжікстан'",
        "en, 'Citizenship: Kyrgyzstan, Tajikistan'",
        "ja, 国籍：キルギス、タジキスタン",
    })
    void countriesAreCalledAsTheyCallThemselves(String language, String requirement) {
        Rule rule = new CitizenshipRule(List.of("KG", "TJ"));

        assertThat(EligibilityWords.in(Locale.forLanguageTag(language)).requirement(rule.requirement(null)))
                .isEqualTo(requirement);
    }

    @ParameterizedTest
    @EnumSource
    void otherCountriesHaveNamesTooAndNobodyIsCalledByACode(Language language) {
        String requirement = EligibilityWords.in(language.locale())
                .requirement(new CitizenshipRule(List.of("AZ")).requirement(null));

        assertThat(requirement).doesNotContain("AZ");
    }

    @ParameterizedTest
    @CsvSource({
        "1, Стаж работы не менее 1 года, Ваш стаж работы: 1 год",
        "2, Стаж работы не менее 2 лет, Ваш стаж работы: 2 года",
        "5, Стаж работы не менее 5 лет, Ваш стаж работы: 5 лет",
        "21, Стаж работы не менее 21 года, Ваш стаж работы: 21 год",
    })
    void numbersHaveTheirPlurals(int years, String requirement, String reason) {
        EligibilityWords russian = EligibilityWords.in(Locale.of("ru"));
        RuleAnswer answer = new WorkRule(years).answer(Somebody.working(years, null), null);

        assertThat(russian.requirement(answer.requirement())).isEqualTo(requirement);
        assertThat(russian.reason(answer)).isEqualTo(reason);
    }

    @Test
    void programmesAreCalledByTheirTitlesWhereTheyAreKnown() {
        RuleAnswer answer = new FormerHolderRule("jds").answer(Somebody.holding("jds", "other"), null);
        EligibilityWords words = EligibilityWords.in(Locale.ENGLISH).naming(id -> id.equals("jds") ? "JDS 2025" : id);

        assertThat(words.requirement(answer.requirement())).isEqualTo("Has not held the programme “JDS 2025” before");
        assertThat(words.reason(answer)).isEqualTo("You have held: JDS 2025, other");
    }

    @Test
    void gradesKeepTheDecimalsTheyWereStatedWith() {
        Rule rule = new GradeRule(Somebody.grade("3.0", "4.0"), List.of());

        assertThat(EligibilityWords.in(Locale.ENGLISH).requirement(rule.requirement(null)))
                .isEqualTo("Grade of at least 3.0 out of 4.0");
        assertThat(EligibilityWords.in(Locale.of("ru")).requirement(rule.requirement(null)))
                .isEqualTo("Средний балл не ниже 3,0 из 4,0");
    }

    @ParameterizedTest
    @EnumSource
    void dateThatNobodyMeantIsSaidAllTheSame(Language language) {
        EligibilityWords words = EligibilityWords.in(language.locale());

        assertThat(Stream.of(LocalDate.MIN, LocalDate.of(0, 1, 1), LocalDate.of(1, 1, 1), LocalDate.MAX))
                .allSatisfy(born -> said(words.reason(new BirthDateRule(null, LocalDate.of(2000, 1, 1))
                        .answer(Applicant.UNKNOWN.withForm(born, null, null), null))));
    }

    @Test
    void readerOfAnotherLanguageReadsEnglish() {
        assertThat(EligibilityWords.in(Locale.FRENCH)).isSameAs(EligibilityWords.in(Locale.UK));
    }

    @Test
    void wordsAreFoundWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.JAPAN);
            RuleAnswer answer = new LanguageRule("ja", LanguageTest.CEFR, "B2")
                    .answer(Somebody.with(new Certificate("ja", LanguageTest.JLPT, "N2", new BigDecimal(90))), null);

            assertThat(EligibilityWords.in(Locale.ENGLISH).refusal(answer))
                    .isEqualTo("Japanese at level B2 (CEFR) or higher "
                            + "(Your certificate: JLPT N2, which stands for level B1)");
        } finally {
            Locale.setDefault(before);
        }
    }

    /** Some languages keep parts of a date together. */
    private static String breakable(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private static void said(String text) {
        assertThat(text).isNotBlank().doesNotContain("{", "}", "null", "rule.", "reason.", "''");
    }

    private static Properties file(String name) {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(EligibilityWords.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8)) {
            words.load(reader);
            return words;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
