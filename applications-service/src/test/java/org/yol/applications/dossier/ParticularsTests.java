package org.yol.applications.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.dossier.DossierFixtures.CONSENT;
import static org.yol.applications.dossier.DossierFixtures.NOW;
import static org.yol.applications.dossier.DossierFixtures.TODAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yol.contracts.StudyLevel;
import org.yol.eligibility.Applicant;
import org.yol.eligibility.Employer;
import org.yol.eligibility.LanguageTest;
import org.yol.platform.problem.FieldError;
import tools.jackson.databind.json.JsonMapper;

class ParticularsTests {

    @Test
    void completeOnesAreHandedIn() {
        assertThat(submissionErrors(DossierFixtures.complete())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Suharto,", ",Suharto"})
    void passportWithOneNameOnlyIsTaken(String family, String given) {
        assertThat(submissionErrors(DossierFixtures.named(new PersonName(family, given), null, null)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", " ", "\u3164\u00A0"})
    void nameInWhichNobodySeesAnythingIsMissing(String name) {
        assertThat(ParticularsRules.submissionErrors(
                        DossierFixtures.named(new PersonName(name, null), null, null), TODAY))
                .first()
                .isEqualTo(FieldError.of("/dossier/passportName/family", "answer.missing"));
    }

    @Test
    void nameIsWrittenInFiveScriptsWithAnApostrophe() {
        assertThat(errors(DossierFixtures.named(
                        new PersonName("O'ktamov", "Gʻayrat-Bek"),
                        new PersonName("Ўктамов", "Ғайрат"),
                        new PersonName("ウクタモフ", "ガイラト"))))
                .isEmpty();
        for (String name : List.of("Ӯктам", "عثمان", "می\u200Cخواهم", "山田・太郎", "ウクタム", "O‘ktam", "בן־דוד")) {
            assertThat(errors(DossierFixtures.named(null, new PersonName(name, null), null)))
                    .as(name)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "passportName, Бекова",
        "passportName, Aigerim😀",
        "passportName, a\u200Bb",
        "passportName, 山田",
        "nativeName, Айгерим😀",
        "nativeName, a\u200Bb",
        "nativeName, \u202Eabc",
        "katakanaName, ｱｲｹﾞﾘﾑ",
        "katakanaName, あいげりむ",
        "katakanaName, Aigerim"
    })
    void nameInOtherLettersIsRefusedAtTheField(String field, String name) {
        PersonName wrong = new PersonName(null, name);
        assertThat(errors(DossierFixtures.named(
                        field.equals("passportName") ? wrong : null,
                        field.equals("nativeName") ? wrong : null,
                        field.equals("katakanaName") ? wrong : null)))
                .containsExactly("/" + field + "/given");
    }

    @ParameterizedTest
    @CsvSource({"0198-03-14, false", "1906-10-31, false", "1906-11-01, true", "2026-11-01, true", "2098-03-14, false"})
    void birthDateIsAtMostAHundredAndTwentyYearsAgo(LocalDate born, boolean taken) {
        assertThat(errors(read("{\"birthDate\": \"%s\"}".formatted(born))))
                .isEqualTo(taken ? List.of() : List.of("/birthDate"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/citizenships/1 {\"citizenships\": [\"KZ\", \"XX\"]}",
                "/education/0/to {\"education\": [{\"from\": \"2020-09\", \"to\": \"2019-06\"}]}",
                "/education/0/outOf {\"education\": [{\"outOf\": 0.5}]}",
                "/education/0/grade {\"education\": [{\"grade\": 4.5, \"outOf\": 4}]}",
                "/languages/0/test {\"languages\": [{\"language\": \"en\", \"test\": \"JLPT\"}]}",
                "/languages/0/result {\"languages\": [{\"language\": \"ja\", \"test\": \"JLPT\", \"result\": \"N6\"}]}",
                "/languages/0/total {\"languages\": [{\"total\": 181}]}",
                "/languages/0/date {\"languages\": [{\"date\": \"2027-01-01\"}]}",
                "/work/0/kind {\"work\": [{\"kind\": \"none\"}]}",
                "/work/0/to {\"work\": [{\"from\": \"2020-09\", \"to\": \"2020-08\"}]}",
                "/home/region {\"home\": {\"country\": \"KG\", \"region\": \"KZ-75\"}}",
                "/contacts/telephone {\"contacts\": {\"telephone\": \"call me\"}}"
            })
    void whatMakesNoSenseIsRefusedAtTheField(String line) {
        String[] parts = line.split(" ", 2);
        assertThat(errors(read(parts[1]))).containsExactly(parts[0]);
    }

    @Test
    void firstCitizenshipIsThatOfTheAccount() {
        Particulars written = read("{\"citizenships\": [\"KG\", \"KZ\"]}");

        assertThat(written.ofCitizen("KZ").citizenships()).containsExactly("KZ", "KG");
        assertThat(written.ofCitizen(null).citizenships()).containsExactly("KG", "KZ");
    }

    @Test
    void consentIsOfTheMomentItWasGiven() {
        Particulars written =
                read("{\"consents\": [{\"kind\": \"hand-over-to-japan\", \"given\": \"2001-01-01T00:00:00Z\"}]}");

        assertThat(written.agreedAt(List.of(), NOW).consents()).containsExactly(CONSENT);
        assertThat(written.agreedAt(List.of(CONSENT), NOW.plusSeconds(1)).consents())
                .containsExactly(CONSENT);
    }

    @Test
    void knowsNothingOfWhatIsNotSaid() {
        assertThat(KnownApplicant.of(Particulars.NOTHING, null, TODAY)).isEqualTo(Applicant.UNKNOWN);
    }

    @Test
    void knowsForTheRulesWhatIsSaid() {
        Applicant known = known("""
                {"citizenships": ["KZ"], "birthDate": "1999-03-21",
                 "education": [{"level": "master", "to": "2022-06", "grade": 3.5, "outOf": 4},
                               {"level": "bachelor", "to": "2020-06", "grade": 4.9, "outOf": 5}],
                 "languages": [{"language": "ru"}, {"language": "ja", "test": "JLPT", "result": "N2", "total": 115}],
                 "work": [{"kind": "other", "from": "2020-01", "to": "2020-12"},
                          {"kind": "other", "from": "2020-07", "to": "2021-12"},
                          {"kind": "government", "from": "2026-10"}],
                 "home": {"country": "KZ", "region": "KZ-75", "rural": true, "since": "2020-12"},
                 "programmesHeld": ["bolashak-1"]}""");

        assertThat(known.degree()).isEqualTo(StudyLevel.MASTER);
        assertThat(known.grade().grade()).isEqualByComparingTo("3.5");
        assertThat(known.certificates())
                .containsExactly(new Applicant.Certificate("ja", LanguageTest.JLPT, "N2", BigDecimal.valueOf(115)));
        assertThat(known.yearsOfWork()).as("24 months and 2").isEqualTo(2);
        assertThat(known.employer()).isEqualTo(Employer.GOVERNMENT);
        assertThat(known.residence()).isEqualTo(new Applicant.Residence("KZ", "KZ-75", true, 5));
        assertThat(known.programmesHeld()).containsExactly("bolashak-1");
    }

    @Test
    void knowsThatThereIsNothingToStateWhereThatIsSaid() {
        Applicant known = known("{\"none\": [\"languages\", \"work\", \"programmesHeld\"]}");

        assertThat(known.certificates()).isEmpty();
        assertThat(known.yearsOfWork()).isZero();
        assertThat(known.employer()).isEqualTo(Employer.NONE);
        assertThat(known.programmesHeld()).isEmpty();
    }

    @Test
    void degreeThatIsToComeIsNotHeldAndRefusesNobody() {
        assertThat(known("{\"education\": [{\"level\": \"bachelor\", \"to\": \"2026-11\"}]}")
                        .degree())
                .isEqualTo(StudyLevel.BACHELOR);
        assertThat(known("{\"education\": [{\"level\": \"bachelor\"}, {\"level\": \"master\", \"to\": \"2026-12\"}]}")
                        .degree())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Aigerim Bekova, Bekova, Aigerim,,",
        "Suharto,, Suharto,,",
        "Айгерим Бекова,,, Бекова, Айгерим",
        "山田 太郎,,, 山田, 太郎",
        "=HYPERLINK(1),,,,"
    })
    void beginsWithTheNameOfTheAccountInItsLetters(
            String name, String family, String given, String nativeFamily, String nativeGiven) {
        Particulars known = AccountName.particulars(name);

        assertThat(known.passportName()).isEqualTo(name(family, given));
        assertThat(known.nativeName()).isEqualTo(name(nativeFamily, nativeGiven));
    }

    @ParameterizedTest
    @CsvSource({"Aigerim, アイゲリム", "Bekova, ベコヴァ", "Suharto, スハルト", "O'ktam, オクタム", "Gülnara, グルナラ", "Al-Bek, アル ベク"})
    void suggestsHowANameMayBeReadInJapanese(String latin, String katakana) {
        assertThat(Katakana.of(latin)).isEqualTo(katakana);
        assertThat(PersonName.Script.KATAKANA.isOf(Katakana.of(latin))).isTrue();
    }

    private static PersonName name(String family, String given) {
        return family == null && given == null ? null : new PersonName(family, given);
    }

    private static Applicant known(String json) {
        return KnownApplicant.of(read(json), null, TODAY);
    }

    private static Particulars read(String json) {
        return JsonMapper.shared().readValue(json, Particulars.class);
    }

    private static List<String> errors(Particulars dossier) {
        return ParticularsRules.errors(dossier, TODAY).stream()
                .map(FieldError::pointer)
                .toList();
    }

    private static List<String> submissionErrors(Particulars dossier) {
        return ParticularsRules.submissionErrors(dossier, TODAY).stream()
                .map(FieldError::pointer)
                .toList();
    }
}
