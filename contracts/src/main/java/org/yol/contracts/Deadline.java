package org.yol.contracts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Until when a call takes applications, as people read it (domain.md): what is shown as 23:59 holds until that minute
 * is over, and then for the grace the call states.
 *
 * @param stated as it is shown
 * @param zone in which it is shown
 * @param graceMinutes 0 or more
 */
public record Deadline(Instant stated, ZoneId zone, int graceMinutes) {

    /** The first instant that is too late. */
    public Instant end() {
        return stated.truncatedTo(ChronoUnit.MINUTES).plus(1L + graceMinutes, ChronoUnit.MINUTES);
    }

    /** Whether it is too late. */
    public boolean hasPassed(Instant now) {
        return !now.isBefore(end());
    }

    /** As it is shown: by the clocks of its zone. */
    public ZonedDateTime shown() {
        return stated.atZone(zone);
    }
}
