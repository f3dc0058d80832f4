package org.yol.programs.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedTimeTests {

    private static final ZoneId BISHKEK = ZoneId.of("Asia/Bishkek");
    private static final Instant NINE_IN_BISHKEK = Instant.parse("2026-11-01T03:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-01T09:00",
                "2026-11-01T09:00:00",
                " 2026-11-01T09:00:00+06:00 ",
                "2026-11-01T03:00:00Z",
                "2026-11-01T09:00:00.000000001+06:00[Asia/Bishkek]"
            })
    void theSameInstantInManyForms(String text) {
        assertThat(StatedTime.instant(text, BISHKEK)).isEqualTo(NINE_IN_BISHKEK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-11-01", "2026-02-30T09:00", "1999-12-31T09:00", "2201-01-01T00:00Z"})
    void whatIsNoTimeOfACall(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> StatedTime.instant(text, BISHKEK));
    }

    @ParameterizedTest
    @CsvSource({
        // The computer of a coordinator in Almaty that has not heard of 1 March 2024.
        "Asia/Almaty, 2099-01-10T18:00:00+06:00, call.time.offset, +05:00",
        "Asia/Bishkek, 2026-11-01T12:00:00+09:00[Asia/Tokyo], call.time.offset, +06:00",
        "Asia/Almaty, 2024-02-29T23:30, call.time.twice, +06:00",
        "Europe/Berlin, 2027-03-28T02:30, call.time.never, Europe/Berlin",
        "Europe/Berlin, 2027-03-28T02:30+01:00, call.time.never, Europe/Berlin",
    })
    void whatTheZoneMakesUnclearIsAskedBack(String zone, String text, String key, String named) {
        assertThatExceptionOfType(StatedTime.Unclear.class)
                .isThrownBy(() -> StatedTime.instant(text, ZoneId.of(zone)))
                .withMessage(key)
                .satisfies(unclear -> assertThat(unclear.arguments()).startsWith(named));
    }

    @Test
    void anOffsetSaysWhichOfTwoTimesIsMeant() {
        ZoneId almaty = ZoneId.of("Asia/Almaty");

        assertThat(StatedTime.instant("2024-02-29T23:30+06:00", almaty))
                .isEqualTo(StatedTime.instant("2024-02-29T23:30+05:00", almaty).minusSeconds(3_600));
    }

    @Test
    void aWallClockNeedsAZone() {
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> StatedTime.instant("2026-11-01T09:00", null));
        assertThat(StatedTime.instant("2026-11-01T09:00+06:00", null)).isEqualTo(NINE_IN_BISHKEK);
    }
}
