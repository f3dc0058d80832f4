package org.yol.notifications.message;

import java.util.Optional;
import org.yol.contracts.ApplicationEvent;

/**
 * How many offers were answered, in which way. Public because the record codec can read no other.
 *
 * @param expired for want of an answer
 */
public record OfferAnswers(int accepted, int declined, int expired) {

    static final OfferAnswers NONE = new OfferAnswers(0, 0, 0);

    /** The one that an event tells of; empty when it tells of none, or of one that this release does not know. */
    static Optional<OfferAnswers> of(ApplicationEvent event) {
        return switch (event) {
            case ApplicationEvent.OfferAnswered answered ->
                switch (answered.answer()) {
                    case ACCEPTED -> Optional.of(new OfferAnswers(1, 0, 0));
                    case DECLINED -> Optional.of(new OfferAnswers(0, 1, 0));
                    case UNKNOWN -> Optional.empty();
                };
            case ApplicationEvent.PlaceGivenUp _ -> Optional.of(new OfferAnswers(0, 1, 0));
            case ApplicationEvent.OfferExpired _ -> Optional.of(new OfferAnswers(0, 0, 1));
            default -> Optional.empty();
        };
    }

    OfferAnswers plus(OfferAnswers others) {
        return new OfferAnswers(accepted + others.accepted, declined + others.declined, expired + others.expired);
    }
}
