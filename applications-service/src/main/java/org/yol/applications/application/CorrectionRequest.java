package org.yol.applications.application;

import java.time.Instant;
import java.time.ZoneOffset;
import org.yol.contracts.Deadline;

/**
 * What a coordinator asks a student to correct. Public because the record codec can read no other.
 *
 * @param reason in the coordinator's words, for the student to read
 * @param until when the correction may be handed in, as it is stated: that minute is taken to its end
 * @param at when it was asked for
 */
public record CorrectionRequest(String reason, Instant until, Instant at) {

    /** The first instant that is too late. */
    Instant end() {
        return new Deadline(until, ZoneOffset.UTC, 0).end();
    }

    /** Whether it is too late to answer. */
    boolean hasPassed(Instant now) {
        return !now.isBefore(end());
    }
}
