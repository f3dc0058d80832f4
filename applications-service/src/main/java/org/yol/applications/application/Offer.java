package org.yol.applications.application;

import java.time.Instant;
import org.yol.contracts.OfferAnswer;

/**
 * A place held for the student.
 *
 * @param answerBy the last instant for an answer
 * @param answer null until there is one
 */
public record Offer(String placeId, Instant answerBy, OfferAnswer answer, Instant answeredAt) {

    Offer answered(OfferAnswer given, Instant at) {
        return new Offer(placeId, answerBy, given, at);
    }
}
