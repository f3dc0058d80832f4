package org.yol.notifications.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LocalTimesTests {

    private static final Instant NINE = Instant.parse("2026-11-30T09:00:00Z");

    @Test
    void timeIsThatOfTheReadersCountryInTheirLanguageWithTheZone() {
        assertThat(LocalTimes.show(NINE, Locale.UK, "KZ")).isEqualTo("30 November 2026, 14:00 (Almaty time, GMT+5)");
        assertThat(LocalTimes.show(NINE, Locale.JAPANESE, "JP")).isEqualTo("2026年11月30日 18:00 (東京時間, GMT+9)");
        assertThat(LocalTimes.show(NINE, Locale.of("ru"), "KG"))
                .isEqualTo("30 ноября 2026\u202fг., 15:00 (время: Бишкек, GMT+6)");
    }

    @Test
    void timeIsUtcWhereTheCountryIsUnknown() {
        assertThat(LocalTimes.show(NINE, Locale.UK, null)).isEqualTo("30 November 2026, 09:00 (UTC)");
        assertThat(LocalTimes.show(NINE, Locale.UK, "FR")).isEqualTo("30 November 2026, 09:00 (UTC)");
    }
}
