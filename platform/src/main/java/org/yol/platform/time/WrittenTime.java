package org.yol.platform.time;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yol.contracts.Country;
import org.yol.contracts.Language;

/**
 * Moments as people write them, the zone always said: a deadline must not be misread abroad. Which clock a zone shows
 * is the JDK's to say, as everywhere else; how it is written is ICU's, which has dates in more languages.
 */
public final class WrittenTime {

    /** To make them takes longer than to use them. */
    private static final Map<Language, WrittenTime> ALL = new EnumMap<>(Language.class);

    private static final String[] TAJIK_MONTHS = {
        "январи",
        "феврали",
        "марти",
        "апрели",
        "майи",
        "июни",
        "июли",
        "августи",
        "сентябри",
        "октябри",
        "ноябри",
        "декабри"
    };

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new WrittenTime(language));
        }
    }

    private final Language language;
    private final DateFormat day;
    private final DateFormat clock;
    private final String between;

    private WrittenTime(Language language) {
        ULocale locale = ULocale.forLocale(language.formats());
        this.language = language;
        this.day = inUtc(
                language == Language.TAJIK ? tajikDay(locale) : DateFormat.getDateInstance(DateFormat.LONG, locale));
        this.clock = inUtc(new SimpleDateFormat("HH:mm", locale));
        this.between = language == Language.JAPANESE ? " " : ", ";
    }

    /**
     * Such as {@code 1 January 2099, 00:30 (Tokyo time, GMT+9)}.
     *
     * @param moment in the zone to be written; its seconds are left out
     * @param locale any; the date is written in English where the language is not one of Yol's
     */
    public static String of(ZonedDateTime moment, Locale locale) {
        WrittenTime written = in(locale);
        return written.moment(moment.toLocalDateTime()) + " (" + written.zone(moment) + ")";
    }

    /** A day of the calendar, such as {@code 1 January 2099}. */
    public static String of(LocalDate day, Locale locale) {
        return in(locale).write(day);
    }

    private static WrittenTime in(Locale locale) {
        return ALL.get(Language.of(locale.getLanguage()));
    }

    private String moment(LocalDateTime time) {
        return write(time.toLocalDate()) + between + format(clock, time);
    }

    private String write(LocalDate date) {
        return format(day, date.atStartOfDay());
    }

    private String zone(ZonedDateTime moment) {
        ZoneId zone = moment.getZone().normalized();
        if (zone.equals(ZoneOffset.UTC)) {
            return "UTC";
        }
        String offset = "GMT" + offset(moment.getOffset());
        return zone instanceof ZoneOffset ? offset : clockOf(zone) + ", " + offset;
    }

    /** Zones of other countries are called by the last part of their id, which is a city. */
    private String clockOf(ZoneId zone) {
        Optional<Country> country = Country.ofZone(zone);
        return country.isPresent()
                ? country.get().clockIn(language)
                : zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
    }

    /** {@code +9}, {@code +5:30}: as on the pages. */
    private static String offset(ZoneOffset offset) {
        return offset.getId().replaceFirst("^([+-])0", "$1").replaceFirst(":00$", "");
    }

    /** As if the wall clock were UTC's, so that ICU needs no zones of its own. */
    private static String format(DateFormat format, LocalDateTime time) {
        // A format is not made for several threads at once.
        synchronized (format) {
            return format.format(Date.from(time.toInstant(ZoneOffset.UTC)));
        }
    }

    /** ICU names the months in capitals and without the ending that joins them to a year. */
    private static DateFormat tajikDay(ULocale locale) {
        SimpleDateFormat format = new SimpleDateFormat("d MMMM y", locale);
        DateFormatSymbols symbols = format.getDateFormatSymbols();
        symbols.setMonths(TAJIK_MONTHS);
        format.setDateFormatSymbols(symbols);
        return format;
    }

    private static DateFormat inUtc(DateFormat format) {
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format;
    }
}
