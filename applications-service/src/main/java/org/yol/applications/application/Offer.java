package org.yol.applications.application;

import java.time.Instant;
import org.yol.contracts.OfferAnswer;

/**
 * A place held for the student.
 *
 * @param placeName as people call it
 * @param answerBy the last instant for an answer
 * @param answer null until there is one
 */
public record Offer(String placeId, String placeName, Instant answerBy, OfferAnswer answer, Instant answeredAt) {

    Offer answered(OfferAnswer given, Instant at) {
        return new Offer(placeId, placeName, answerBy, given, at);
    }
}
