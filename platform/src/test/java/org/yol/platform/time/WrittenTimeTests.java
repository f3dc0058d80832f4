package org.yol.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTimeTests {

    private static final ZonedDateTime NEW_YEAR = ZonedDateTime.of(2099, 1, 1, 0, 30, 59, 0, ZoneId.of("Asia/Tokyo"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1 January 2099, 00:30 (Tokyo time, GMT+9)",
                "ja | 2099年1月1日 00:30 (東京時間, GMT+9)",
                "ru | 1 января 2099 г., 00:30 (время: Токио, GMT+9)",
                "kk | 2099 ж. 1 қаңтар, 00:30 (Токио уақыты, GMT+9)",
                "ky | 2099-ж., 1-январь, 00:30 (Токио убактысы, GMT+9)",
                "tg | 1 январи 2099, 00:30 (вақти Токио, GMT+9)",
                "tk | 1 ýanwar 2099, 00:30 (Tokio wagty, GMT+9)",
                "uz | 1-yanvar, 2099, 00:30 (Tokio vaqti, GMT+9)"
            })
    void momentIsWrittenWithTheClockOfItsZoneInEveryLanguage(String language, String written) {
        assertThat(WrittenTime.of(NEW_YEAR, Locale.forLanguageTag(language))
                        .replace('\u202f', ' ')
                        .replace('\u00a0', ' '))
                .isEqualTo(written);
    }

    @Test
    void clockOfAnotherCountryIsCalledByItsCity() {
        Instant noon = Instant.parse("2026-06-30T12:00:00Z");
        assertThat(WrittenTime.of(noon.atZone(ZoneId.of("Europe/Paris")), Locale.UK))
                .isEqualTo("30 June 2026, 14:00 (Paris, GMT+2)");
        assertThat(WrittenTime.of(noon.atZone(ZoneId.of("Asia/Kolkata")), Locale.UK))
                .isEqualTo("30 June 2026, 17:30 (Kolkata, GMT+5:30)");
    }

    @Test
    void clockWithoutACityIsItsDifference() {
        Instant noon = Instant.parse("2026-06-30T12:00:00Z");
        assertThat(WrittenTime.of(noon.atZone(ZoneOffset.UTC), Locale.UK)).isEqualTo("30 June 2026, 12:00 (UTC)");
        assertThat(WrittenTime.of(noon.atZone(ZoneId.of("UTC")), Locale.UK)).isEqualTo("30 June 2026, 12:00 (UTC)");
        assertThat(WrittenTime.of(noon.atZone(ZoneOffset.ofHours(-3)), Locale.UK))
                .isEqualTo("30 June 2026, 09:00 (GMT-3)");
    }

    @Test
    void almatyIsFiveHoursAheadSince2024AndWasSixBefore() {
        ZoneId almaty = ZoneId.of("Asia/Almaty");
        assertThat(WrittenTime.of(Instant.parse("2026-01-10T13:00:00Z").atZone(almaty), Locale.UK))
                .isEqualTo("10 January 2026, 18:00 (Almaty time, GMT+5)");
        assertThat(WrittenTime.of(Instant.parse("2023-01-10T12:00:00Z").atZone(almaty), Locale.UK))
                .isEqualTo("10 January 2023, 18:00 (Almaty time, GMT+6)");
    }

    @Test
    void dayIsWrittenWithoutAClock() {
        assertThat(WrittenTime.of(LocalDate.of(2000, 2, 29), Locale.ENGLISH)).isEqualTo("29 February 2000");
    }
}
