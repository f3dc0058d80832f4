package org.yol.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Scripts;

/** What pages reckon and write, without a page and without the services. */
@GatewayTest
class FrontEndFunctionsIT {

    private static final String FORMAT = "core/format.js";
    private static final String MERGE = "manage/editor-merge.js";
    private static final String NOON = "'2026-12-24T09:00:00Z'";

    private static Scripts scripts;

    @BeforeAll
    static void open(@LocalServerPort int port) {
        scripts = Scripts.at(port, "Asia/Almaty");
    }

    @AfterAll
    static void close() {
        if (scripts != null) {
            scripts.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 24 December 2026        | in 12 days        | 12 days",
                "ja | 2026年12月24日           | 12 日後            | 12 日",
                "ru | 24 декабря 2026 г.      | через 12 дней     | 12 дней",
                "kk | 2026 ж. 24 желтоқсан    | 12 күннен кейін   | 12 күн",
                "ky | 2026-жыл, 24-декабрь    | 12 күндөн кийин   | 12 күн",
                "tg | 24 декабри 2026         | пас аз 12 рӯз     | 12 рӯз",
                "tk | 24 dekabr 2026          | 12 günden soň     | 12 gün",
                "uz | 24-dekabr, 2026         | 12 kundan soʻng   | 12 kun"
            })
    void datesAndTimesLeftAreWrittenInEveryLanguage(String language, String date, String ahead, String left) {
        scripts.speak(language);

        assertThat(scripts.evaluate(FORMAT, "m.date('2026-12-24')")).isEqualTo(date);
        assertThat(scripts.evaluate(FORMAT, "m.dateTime(" + NOON + ", 'Asia/Tokyo')"))
                .asString()
                .contains("18:00")
                .contains("2026")
                .doesNotContain("M12");
        assertThat(scripts.evaluate(FORMAT, "m.relative('2026-12-24T09:00:00Z', Date.parse('2026-12-12T08:00:00Z'))"))
                .isEqualTo(ahead);
        assertThat(scripts.evaluate(FORMAT, "m.timeLeft('2026-12-24T09:00:00Z', Date.parse('2026-12-12T08:00:00Z'))"))
                .isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "08:59:30 | in less than a minute | in less than a minute",
                "08:00:00 | in 60 minutes         | 60 minutes",
                "07:00:00 | in 2 hours            | 2 hours",
                "09:00:30 | less than a minute ago| less than a minute ago",
                "11:00:00 | 2 hours ago           | 2 hours ago"
            })
    void distanceIsSaidInTheLargestUnitOfWhichThereAreTwo(String at, String relative, String left) {
        scripts.speak("en");
        var clock = ", Date.parse('2026-12-24T" + at + "Z'))";

        assertThat(scripts.evaluate(FORMAT, "m.relative(" + NOON + clock)).isEqualTo(relative);
        assertThat(scripts.evaluate(FORMAT, "m.timeLeft(" + NOON + clock)).isEqualTo(left);
    }

    @Test
    void aDeadlineIsSaidByBothClocksAndTheDayAgainOnlyWhereItIsAnotherOne() {
        scripts.speak("en");

        assertThat(scripts.evaluate(FORMAT, "m.briefDateTime(" + NOON + ", 'Asia/Tokyo')"))
                .isEqualTo("24 Dec 2026, 18:00");
        assertThat(scripts.evaluate(FORMAT, "m.readerTime(" + NOON + ", 'Asia/Tokyo')"))
                .isEqualTo("14:00");
        assertThat(scripts.evaluate(FORMAT, "m.readerTime('2026-12-24T15:30:00Z', 'Asia/Tokyo')"))
                .isEqualTo("24 Dec, 20:30");
        assertThat(scripts.evaluate(FORMAT, "m.sameClock(" + NOON + ", 'Asia/Tashkent')"))
                .isEqualTo(true);
        assertThat(scripts.evaluate(FORMAT, "m.clockName(" + NOON + ", 'UTC')")).isEqualTo("UTC");
        assertThat(scripts.evaluate(FORMAT, "m.clockName(" + NOON + ", 'Asia/Tokyo')"))
                .isEqualTo("Tokyo time, GMT+9");
    }

    @Test
    void wallClockGetsTheOffsetThatHoldsThereThen() {
        assertThat(scripts.evaluate(FORMAT, "m.withOffset('2099-01-10T18:00', 'Asia/Almaty')"))
                .isEqualTo("2099-01-10T18:00:00+05:00");
        assertThat(scripts.evaluate(FORMAT, "m.localDateTime(" + NOON + ", 'Asia/Tokyo')"))
                .isEqualTo("2026-12-24T18:00");
    }

    @Test
    void allOfCentralAsiaIsOnePhrase() {
        scripts.speak("en");

        assertThat(scripts.evaluate(FORMAT, "m.countries(['UZ', 'KZ', 'KG', 'TJ', 'TM', 'JP'])"))
                .isEqualTo("All of Central Asia and Japan");
        assertThat(scripts.evaluate(FORMAT, "m.countries(['KZ', 'UZ'])")).isEqualTo("Kazakhstan and Uzbekistan");
        assertThat(scripts.evaluate(FORMAT, "m.countries([])")).isEqualTo("");
    }

    @Test
    void whatOneHasChangedIsKeptBesideWhatAnotherHasChanged() {
        var merged = merged(
                "{title: {en: 'Rivers', ja: '川'}, months: 18}",
                "{title: {en: 'River', ja: '川'}, months: 18}",
                "{title: {en: 'River', ja: '河川'}, months: 24}");

        assertThat(merged.get("conflicts")).isEqualTo(List.of());
        assertThat(merged.get("draft")).isEqualTo(Map.of("title", Map.of("en", "Rivers", "ja", "河川"), "months", 24));
    }

    @Test
    void whatBothHaveChangedIsShownAndNotDecided() {
        var merged = merged("{title: {en: 'Rivers'}}", "{title: {en: 'River'}}", "{title: {en: 'Lakes'}}");

        assertThat(merged.get("draft")).isEqualTo(Map.of("title", Map.of("en", "Rivers")));
        assertThat(merged.get("conflicts"))
                .isEqualTo(List.of(Map.of("field", "title", "language", "en", "theirs", "Lakes")));
        assertThat(scripts.evaluate(
                        MERGE,
                        "m.withTheirs({title: {en: 'Rivers'}}, {field: 'title', language: 'en', theirs: 'Lakes'})"))
                .isEqualTo(Map.of("title", Map.of("en", "Lakes")));
    }

    private static Map<?, ?> merged(String typed, String base, String held) {
        return (Map<?, ?>) scripts.evaluate(MERGE, "m.merged(" + String.join(", ", typed, base, held) + ")");
    }

    @ParameterizedTest
    @CsvSource({"3600, 3600", "-3600, -3600", "60, 0"})
    void clockIsThatOfTheServerAndSomeSecondsInACacheAreNoDifference(int seconds, int ahead) {
        var difference = scripts.evaluate(
                "core/clock.js",
                "(m.heardAt(new Date(Date.now() + %d).toUTCString()), m.now() - Date.now())"
                        .formatted(seconds * 1_000));
        scripts.evaluate("core/clock.js", "m.heardAt(new Date().toUTCString())");

        assertThat(((Number) difference).doubleValue()).isBetween(ahead * 1_000 - 2_000.0, ahead * 1_000 + 2_000.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|?phase=open",
                "?phase=any|''",
                "?kind=exchange|?kind=exchange",
                "?text=water&phase=closed|?text=water&phase=closed"
            })
    void whoHasChosenNothingAsksForWhatIsOpen(String address, String question) {
        assertThat(scripts.evaluate("programmes/facets.js", "m.questionOf(m.chosenIn('" + address + "'))"))
                .isEqualTo(question);
        assertThat(scripts.evaluate("programmes/facets.js", "m.addressOf(m.chosenIn('" + address + "'))"))
                .isEqualTo(address);
    }
}
