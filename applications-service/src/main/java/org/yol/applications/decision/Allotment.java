package org.yol.applications.decision;

import java.time.Instant;
import org.yol.applications.application.Outcome;

/**
 * What a selection gives an application.
 *
 * @param placeId the place that is offered; null for other outcomes
 * @param selectionId of the selection
 * @param by account of the coordinator who publishes the selection
 * @param at when it was published
 * @param answerBy until when an offer stands; null for other outcomes
 */
public record Allotment(Outcome outcome, String placeId, String selectionId, String by, Instant at, Instant answerBy) {

    /** In the words of decisions; why it is so is for everybody to read in the record of the selection. */
    Choice choice() {
        return new Choice(outcome, placeId, null, by, at, selectionId);
    }
}
