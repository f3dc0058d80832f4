package org.yol.programs.call;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;

/**
 * A moment as a coordinator states it: as a wall clock in the zone of the call, with the offset that holds there then,
 * or in UTC. What the clocks of the zone never show, or show twice, is asked back; so is an offset that is not the
 * zone's, for who states it sees another time than the one that would hold.
 */
final class StatedTime {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    private StatedTime() {}

    /** Two readings are possible, or none. The message is a key of the message files. */
    static final class Unclear extends DateTimeException {

        private static final long serialVersionUID = 1L;

        private final transient Object[] arguments;

        private Unclear(String key, Object... arguments) {
            super(key);
            this.arguments = arguments;
        }

        Object[] arguments() {
            return arguments.clone();
        }
    }

    /**
     * The instant that is meant, to the millisecond.
     *
     * @param zone of the call; null when it is not known
     * @throws Unclear when the zone does not say which instant that is
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
            case OffsetDateTime withOffset -> instant(withOffset, zone);
            case LocalDateTime wallClock when zone != null -> instant(wallClock, zone);
            default -> throw new DateTimeException("Neither an offset nor a zone");
        };
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant instant(OffsetDateTime stated, ZoneId zone) {
        if (zone == null || stated.getOffset().equals(ZoneOffset.UTC)) {
            return stated.toInstant();
        }
        List<ZoneOffset> valid = offsets(stated.toLocalDateTime(), zone);
        if (!valid.contains(stated.getOffset())) {
            throw new Unclear(
                    "call.time.offset",
                    valid.getFirst().getId(),
                    stated.getOffset().getId());
        }
        return stated.toInstant();
    }

    private static Instant instant(LocalDateTime wallClock, ZoneId zone) {
        List<ZoneOffset> valid = offsets(wallClock, zone);
        if (valid.size() > 1) {
            throw new Unclear(
                    "call.time.twice", valid.getFirst().getId(), valid.getLast().getId());
        }
        return wallClock.toInstant(valid.getFirst());
    }

    /** The offsets with which the clocks of a zone show that time; more than one where they are set back. */
    private static List<ZoneOffset> offsets(LocalDateTime wallClock, ZoneId zone) {
        List<ZoneOffset> valid = zone.getRules().getValidOffsets(wallClock);
        if (valid.isEmpty()) {
            throw new Unclear("call.time.never", zone.getId());
        }
        return valid;
    }
}
