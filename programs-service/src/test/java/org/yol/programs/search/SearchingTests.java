package org.yol.programs.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.yol.programs.call.CallFixtures.place;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yol.contracts.ProgrammeKind;
import org.yol.contracts.StudyLevel;
import org.yol.programs.call.CallFixtures;
import org.yol.programs.search.Catalogue.Written;

/** What people type, and which programmes it finds. */
class SearchingTests {

    private static final Catalogue CATALOGUE = Catalogue.of(
            Written.named("uzbek").titled("uz", "Oʻzbekiston uchun").listing(),
            Written.named("jds")
                    .titled("en", "JDS – Project for Human Resource Development, Kyrgyz Republic")
                    .titled("ja", "人材育成奨学計画（JDS）キルギス共和国")
                    .titled("ru", "Проект развития человеческих ресурсов (JDS), Кыргызская Республика")
                    .listing(),
            Written.named("kazakh").titled("kk", "Қазақстан ғылымы үшін").listing(),
            Written.named("tajik").titled("tg", "Лоиҳаи рушд, Тоҷикистон").listing(),
            Written.named("turkmen").titled("tk", "Türkmenistanyň talyplary").listing(),
            Written.named("kyrgyz").titled("ky", "Билим берүү программасы").listing(),
            Written.named("rivers")
                    .titled("en", "Clean rivers")
                    .described("en", "Two years of water engineering for young officials.")
                    .listing(),
            Written.named("mountains")
                    .titled("en", "High mountains")
                    .described("en", "Where rivers begin. Glaciers, avalanches and their forecasts.")
                    .listing(),
            Written.named("research")
                    .titled("en", "Young researchers")
                    .titled("ru", "Стипендии для учёных")
                    .titled("ja", "ﾌﾟﾛｸﾞﾗﾑ研究留学生")
                    .offered(ProgrammeKind.JOINT_RESEARCH, List.of(StudyLevel.DOCTORATE), List.of("0713"), null)
                    .by("Ministry of Education, Culture, Sports, Science and Technology")
                    .in(CallFixtures.complete()
                            .at(List.of(place("a", "University of Tsukuba", StudyLevel.DOCTORATE, 1)))
                            .publishedOnce())
                    .listing());

    @AfterAll
    static void close() {
        CATALOGUE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Oʻzbekiston",
                "O'zbekiston",
                "O‘zbekiston",
                "O’zbekiston",
                "Oʼzbekiston",
                "O`zbekiston",
                "O´zbekiston",
                "O＇zbekiston",
                "Ozbekiston",
                "OʻZBEKISTON",
                "ｏzbekiston",
                "o'zbekiston uchun",
                "uchun ozbek",
            })
    void anyApostropheIsAsGoodAsNone(String text) {
        assertThat(CATALOGUE.find(text)).containsExactly("uzbek");
    }

    @ParameterizedTest
    @CsvSource({
        "қазақстан ғылымы, kazakh",
        "казакстан гылымы, kazakh",
        "Точикистон лоихаи, tajik",
        "ТОҶИКИСТОН ЛОИҲАИ, tajik",
        "turkmenistanyn, turkmen",
        "TÜRKMENISTANYŇ, turkmen",
        "билим беруу, kyrgyz",
        "учёных, research",
        "ученых, research",
        "УЧЁНЫХ, research",
        "ＪＤＳ, jds",
    })
    void accentsWidthCaseAndMissingKeysDoNotMatter(String text, String found) {
        assertThat(CATALOGUE.find(text)).containsExactly(found);
    }

    @ParameterizedTest
    @CsvSource({
        // For, from, and with it, in the plural.
        "Oʻzbekistonliklar uchun, uzbek",
        "ғылымынан, kazakh",
        "казакстандыктардын гылымдары, kazakh",
        "лоиҳаҳо, tajik",
        "билимдерди, kyrgyz",
    })
    void endingsOfLanguagesWithoutStemsDoNotMatter(String text, String found) {
        assertThat(CATALOGUE.find(text)).first().isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "奨学, jds",
        "育成奨学, jds",
        "奨学計画キルギス, jds",
        "JDS奨学, jds",
        "材育, jds",
        "キルギス　人材, jds",
        "留学生, research",
        "研究, research",
        "プログラム研究, research",
        "ﾌﾟﾛｸﾞﾗﾑ, research",
        "留学, research",
    })
    void japaneseIsFoundByItsWordsAndByPartsOfThem(String text, String found) {
        assertThat(CATALOGUE.find(text)).first().isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "0713, research",
        "07, research",
        "Tsukuba, research",
        "tsukuba doctoral, research",
        "докторантура, research",
        "博士, research",
        "joint research, research",
        "совместное исследование, research",
        "ministry education, research",
        "инженерное дело, research",
        "工学, research",
    })
    void codesLevelsKindsHostsAndProvidersAreFoundInAnyLanguage(String text, String found) {
        assertThat(CATALOGUE.find(text)).first().isEqualTo(found);
    }

    @Test
    void everybodyKnowsWhatMastersAre() {
        assertThat(CATALOGUE.find("masters")).hasSize(8).doesNotContain("research");
        assertThat(CATALOGUE.find("master’s")).hasSize(8);
        assertThat(CATALOGUE.find("修士")).hasSize(8);
        assertThat(CATALOGUE.find("Казахстан магистратура")).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource({
        "river, rivers",
        "researcher, research",
        "стипендия учёный, research",
        "officials engineer, rivers",
        "glacier avalanche, mountains",
        "avalanche forec, mountains",
    })
    void endingsAndTheBeginningOfTheLastWordWillDo(String text, String found) {
        assertThat(CATALOGUE.find(text)).first().isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "glaceirs, mountains",
        "avalanshes, mountains",
        "avelanshes, mountains",
        "officails, rivers",
        "Tsukba, research",
        "ozbekistan uchun, uzbek",
    })
    void aMistakeOrTwoAreForgiven(String text, String found) {
        assertThat(CATALOGUE.find(text)).containsExactly(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdz", "tsukxyz", "gxlaciers-of-mars-xyzzy", "xyzzy"})
    void otherWordsAreNotTakenForIt(String text) {
        assertThat(CATALOGUE.find(text)).doesNotContain("jds", "research");
    }

    @Test
    void whatHasTheWordInItsTitleComesFirst() {
        assertThat(CATALOGUE.find("rivers")).containsExactly("rivers", "mountains");
    }

    @Test
    void allWordsHaveToOccurUnlessNowhereAllDo() {
        assertThat(CATALOGUE.find("rivers glaciers")).containsExactly("mountains");
        assertThat(CATALOGUE.find("rivers zzzzz")).containsExactly("rivers", "mountains");
        assertThat(CATALOGUE.find("engineering in the rivers")).containsExactly("rivers");
    }

    @Test
    void onlyTenWordsCount() {
        assertThat(CATALOGUE.find("rivers ".repeat(10) + "zzzzz")).containsExactly("rivers", "mountains");
        assertThat(CATALOGUE.find("人".repeat(200))).isEmpty();
    }

    private static List<String> oddInput() {
        return List.of(
                "\"rivers",
                "rivers\"",
                "title:rivers",
                "+rivers -clean",
                "rivers AND NOT clean",
                "[rivers TO mountains]",
                "ri?ers",
                "ri*",
                "rivers~2^4",
                "/r.*/",
                "rivers\u0000clean",
                "\u0000",
                "🎓 rivers",
                "👩🏽‍🎓",
                "\u202Erivers\u202C",
                "ri\u200Fvers",
                "r" + "\u0301".repeat(199),
                "\u0301".repeat(200),
                "\uD83C",
                "\uDF93rivers",
                "a".repeat(200),
                "ab ".repeat(66),
                "アイウエオ".repeat(40),
                "ﷺ".repeat(200),
                "((((((((",
                "\\",
                "'",
                "ʻ",
                "　",
                "ー",
                "々",
                "한국 장학금",
                "منحة دراسية",
                "ทุนการศึกษาญี่ปุ่น");
    }

    @Test
    void noInputIsAnError() {
        for (String text : oddInput()) {
            assertThatCode(() -> CATALOGUE.find(text))
                    .as(text.codePoints()
                            .mapToObj(Integer::toHexString)
                            .toList()
                            .toString())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void whatIsNoLetterDoesNotHideTheWords() {
        for (String text : List.of(
                "\"rivers clean\"",
                "\u202Erivers clean\u202C",
                "ri\u200Fvers clean",
                "rivers\u0000clean",
                "🎓 rivers, clean!")) {
            assertThat(CATALOGUE.find(text)).first().isEqualTo("rivers");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "?*", "…", "\u0301"})
    void withoutAnyWordNothingIsFound(String text) {
        assertThat(CATALOGUE.find(text)).isEmpty();
    }
}
