package org.yol.applications.application;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Map;
import org.yol.applications.commitment.Commitment;

/**
 * What the student was told of the decision.
 *
 * @param placeId the offered place; null for other outcomes
 * @param reason as the coordinator gave it
 * @param selectionId of the selection that decided; null where a coordinator did, by hand
 * @param salt of its entry in the public log; null in what releases announced that kept none
 */
public record Announcement(
        Outcome outcome,
        String placeId,
        String reason,
        Instant at,
        String selectionId,
        @JsonIgnore String salt) {

    /** An announcement that gets an entry in the public log. */
    public static Announcement of(Outcome outcome, String placeId, String reason, Instant at, String selectionId) {
        return new Announcement(outcome, placeId, reason, at, selectionId, Commitment.salt());
    }

    /** The same without what leads to its entry in the public log. */
    Announcement withoutEntry() {
        return new Announcement(outcome, placeId, reason, at, selectionId, null);
    }

    /** The same without words, and without what leads to its entry in the public log. */
    Announcement withoutWords() {
        return new Announcement(outcome, placeId, null, at, selectionId, null);
    }

    /** What stands for it in the public log, see {@link Commitment}; null without a salt. */
    public String commitment(String applicationId) {
        return salt == null ? null : Commitment.toDecision(applicationId, placeId, salt, outcome.announced());
    }

    /** What {@link #commitment} is the digest of, for the student to show; null without a salt. */
    public Map<String, String> opening(String applicationId) {
        return salt == null ? null : Commitment.decision(applicationId, placeId, salt, outcome.announced());
    }
}
