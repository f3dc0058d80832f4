package org.yol.programs.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Locale;

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

    /** The phase of a call at an instant; both ends belong to its being open. */
    static Phase of(Call call, Instant now) {
        if (!call.isPublished()) {
            return DRAFT;
        }
        if (now.isBefore(call.terms().opens())) {
            return UPCOMING;
        }
        return now.isAfter(call.terms().closes()) ? CLOSED : OPEN;
    }

    /** The word used in addresses. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
