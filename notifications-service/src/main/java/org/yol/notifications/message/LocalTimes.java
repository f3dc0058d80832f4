package org.yol.notifications.message;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Date and time where the reader lives, the zone always said: a deadline must not be misread abroad. */
final class LocalTimes {

    /** The zone of each country's capital. */
    private static final Map<String, ZoneId> ZONES = Map.of(
            "KZ", ZoneId.of("Asia/Almaty"),
            "KG", ZoneId.of("Asia/Bishkek"),
            "TJ", ZoneId.of("Asia/Dushanbe"),
            "TM", ZoneId.of("Asia/Ashgabat"),
            "UZ", ZoneId.of("Asia/Tashkent"),
            "JP", ZoneId.of("Asia/Tokyo"));

    /** To make them takes longer than to use them. There are as many as languages. */
    private static final Map<Locale, Formats> FORMATS = new ConcurrentHashMap<>();

    private LocalTimes() {}

    /**
     * Such as "30 November 2026 at 14:00 (Almaty Time, GMT+5)".
     *
     * @param country ISO 3166-1 alpha-2; UTC for null and for countries Yol does not serve
     */
    static String show(Instant instant, Locale locale, String country) {
        ZoneId zone = country == null ? ZoneOffset.UTC : ZONES.getOrDefault(country, ZoneOffset.UTC);
        ZonedDateTime time = instant.atZone(zone);
        Formats formats = FORMATS.computeIfAbsent(locale, Formats::of);
        String shownZone = zone.equals(ZoneOffset.UTC) ? "UTC" : formats.zone().format(time);
        return formats.dateTime().format(time) + " (" + shownZone + ")";
    }

    private record Formats(DateTimeFormatter dateTime, DateTimeFormatter zone) {

        static Formats of(Locale locale) {
            return new Formats(
                    DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                            .withLocale(locale),
                    DateTimeFormatter.ofPattern("vvvv, O", locale));
        }
    }
}
