package org.yol.programs.call;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

/** A moment as a coordinator states it: with an offset, or as a wall clock in the zone of the call. */
final class StatedTime {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    private StatedTime() {}

    /**
     * The instant that is meant, to the millisecond.
     *
     * @param zone used where the text has no offset; null when it is not known
     * @throws DateTimeException when the text is no date and time, or none without a zone
     */
    static Instant instant(String text, ZoneId zone) {
        TemporalAccessor stated =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
        int year = stated.get(ChronoField.YEAR);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("Nobody plans for the year " + year);
        }
        Instant instant = switch (stated) {
            case OffsetDateTime withOffset -> withOffset.toInstant();
            case LocalDateTime wallClock
            when zone != null -> wallClock.atZone(zone).toInstant();
            default -> throw new DateTimeException("Neither an offset nor a zone");
        };
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
