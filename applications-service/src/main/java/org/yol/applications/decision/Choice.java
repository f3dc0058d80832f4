package org.yol.applications.decision;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.yol.applications.application.Outcome;

/**
 * What a coordinator has chosen for an application.
 *
 * @param placeId the place the student is selected for; null for other outcomes
 * @param reason the student reads it once it is announced; null when the student was erased
 * @param by account of the coordinator
 * @param selectionId of the selection that decided; null where the coordinator did, by hand
 */
public record Choice(Outcome outcome, String placeId, String reason, String by, Instant at, String selectionId) {

    /** One that a coordinator made by hand. */
    public Choice(Outcome outcome, String placeId, String reason, String by, Instant at) {
        this(outcome, placeId, reason, by, at, null);
    }

    /** The same for another place. */
    Choice at(String place) {
        return new Choice(outcome, place, reason, by, at, selectionId);
    }

    /** What the audit trail keeps of it. */
    Map<String, String> facts() {
        String word = outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return placeId == null ? Map.of("outcome", word) : Map.of("outcome", word, "place", placeId);
    }

    /** The same without its reason. */
    Choice withoutWords() {
        return new Choice(outcome, placeId, null, by, at, selectionId);
    }

    /** Whether somebody asked for the same, at whatever time. */
    boolean isSameAs(Choice other) {
        return outcome == other.outcome
                && Objects.equals(placeId, other.placeId)
                && Objects.equals(reason, other.reason)
                && Objects.equals(selectionId, other.selectionId)
                && by.equals(other.by);
    }
}
