package org.yol.applications.decision;

import java.time.Instant;
import org.yol.applications.application.Outcome;

/**
 * A decision as coordinators of the programme and auditors see it.
 *
 * @param version to be stated, as {@code If-Match}, by whoever changes or publishes it; 0 when nothing was ever decided
 * @param outcome null when nothing is decided, or not any more
 * @param by account of the coordinator
 * @param selectionId of the selection that decided; null where the coordinator did, by hand
 * @param published whether the student was told
 * @param waiting whether a newer choice still waits for its seat
 */
public record DecisionView(
        long version,
        Outcome outcome,
        String placeId,
        String reason,
        String by,
        Instant at,
        boolean published,
        Instant answerBy,
        boolean waiting,
        String selectionId) {

    /** The view of a decision. */
    public static DecisionView of(Decision decision) {
        Choice choice = decision.choice();
        return choice == null
                ? new DecisionView(
                        decision.version(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        !decision.seating().isOver(),
                        null)
                : new DecisionView(
                        decision.version(),
                        choice.outcome(),
                        choice.placeId(),
                        choice.reason(),
                        choice.by(),
                        choice.at(),
                        decision.publication() != null,
                        decision.publication() == null
                                ? null
                                : decision.publication().answerBy(),
                        !decision.seating().isOver(),
                        choice.selectionId());
    }

    /** Whether there is something to tell the student. */
    public boolean mayBePublished() {
        return outcome != null && !published && !waiting;
    }

    /** Whether another choice may be made: until the student is told, and again for somebody on the reserve list. */
    public boolean mayBeChanged() {
        return !published || outcome == Outcome.RESERVE;
    }
}
