package org.yol.applications.application;

import java.time.Instant;
import org.yol.contracts.ApplicationState;

/**
 * What a coordinator decided.
 *
 * @param outcome selected, reserve or not-selected
 * @param placeId the place the student is selected for; null for other outcomes
 * @param reason the student reads it once the decision is published
 */
public record Decision(
        ApplicationState outcome, String placeId, String reason, String by, Instant at, boolean published) {

    /** For readers who need not know which coordinator it was. */
    Decision withoutName() {
        return new Decision(outcome, placeId, reason, null, at, published);
    }

    Decision publish() {
        return new Decision(outcome, placeId, reason, by, at, true);
    }
}
