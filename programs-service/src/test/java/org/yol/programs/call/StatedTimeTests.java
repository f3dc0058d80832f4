package org.yol.programs.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                "2026-11-01T12:00:00.000000001+09:00[Asia/Tokyo]"
            })
    void theSameInstantInManyForms(String text) {
        assertThat(StatedTime.instant(text, BISHKEK)).isEqualTo(NINE_IN_BISHKEK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-11-01", "2026-02-30T09:00", "1999-12-31T09:00", "2201-01-01T00:00Z"})
    void whatIsNoTimeOfACall(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> StatedTime.instant(text, BISHKEK));
    }

    @Test
    void aWallClockNeedsAZone() {
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> StatedTime.instant("2026-11-01T09:00", null));
        assertThat(StatedTime.instant("2026-11-01T09:00+06:00", null)).isEqualTo(NINE_IN_BISHKEK);
    }
}
