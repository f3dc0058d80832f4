package org.yol.programs.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Locale;
import org.yol.contracts.Deadline;
import org.yol.contracts.Deadlines;

/**
 * Where a call stands between being written and being over; a matter of the clock, never stored. In the order in which
 * they concern a reader.
 */
public enum Phase {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("upcoming")
    UPCOMING,
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("closed")
    CLOSED;

    /**
     * The phase of a call at an instant for a citizen of a country, for whom a later deadline may have been granted.
     *
     * @param country ISO 3166-1 alpha-2; null where it is not known: then it is open as long as it is for anybody
     */
    static Phase of(Call call, String country, Instant now) {
        if (!call.isPublished()) {
            return DRAFT;
        }
        Deadlines deadlines = call.deadlines();
        Deadline deadline = country == null ? deadlines.last() : deadlines.of(country);
        return of(call.terms().opens(), deadline.end(), now);
    }

    /**
     * The phase of a published call at an instant.
     *
     * @param opens the first instant at which it takes applications
     * @param end the first that is too late
     */
    public static Phase of(Instant opens, Instant end, Instant now) {
        if (now.isBefore(opens)) {
            return UPCOMING;
        }
        return now.isBefore(end) ? OPEN : CLOSED;
    }

    /** The word used in addresses. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
