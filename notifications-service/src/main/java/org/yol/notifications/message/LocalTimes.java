package org.yol.notifications.message;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.yol.contracts.Country;
import org.yol.platform.time.WrittenTime;

/** Date and time where the reader lives. */
final class LocalTimes {

    private LocalTimes() {}

    /**
     * Such as "30 November 2026, 14:00 (Almaty time, GMT+5)".
     *
     * @param country ISO 3166-1 alpha-2; UTC for null and for countries Yol does not serve
     */
    static String show(Instant instant, Locale locale, String country) {
        ZoneId zone = Country.find(country).map(Country::zone).orElse(ZoneOffset.UTC);
        return WrittenTime.of(instant.atZone(zone), locale);
    }
}
