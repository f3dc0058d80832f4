package org.yol.notifications.message;

import java.util.Map;
import java.util.Optional;
import org.yol.contracts.ApplicationEvent;

/**
 * How many offers were answered, in which way. Public because the record codec can read no other.
 *
 * @param expired for want of an answer
 */
public record OfferAnswers(int accepted, int declined, int expired) {

    static final OfferAnswers NONE = new OfferAnswers(0, 0, 0);

    /** What became of an offer. */
    public enum Kind {
        ACCEPTED,
        DECLINED,
        EXPIRED;

        /** The one that an event tells of; empty when it tells of none, or of one that this release does not know. */
        static Optional<Kind> of(ApplicationEvent event) {
            return switch (event) {
                case ApplicationEvent.OfferAnswered answered ->
                    switch (answered.answer()) {
                        case ACCEPTED -> Optional.of(ACCEPTED);
                        case DECLINED -> Optional.of(DECLINED);
                        case UNKNOWN -> Optional.empty();
                    };
                case ApplicationEvent.PlaceGivenUp _ -> Optional.of(DECLINED);
                case ApplicationEvent.OfferExpired _ -> Optional.of(EXPIRED);
                default -> Optional.empty();
            };
        }
    }

    /** @param counts by {@link Kind}; without those of which there are none */
    static OfferAnswers of(Map<String, Long> counts) {
        return new OfferAnswers(of(counts, Kind.ACCEPTED), of(counts, Kind.DECLINED), of(counts, Kind.EXPIRED));
    }

    private static int of(Map<String, Long> counts, Kind kind) {
        return counts.getOrDefault(kind.name(), 0L).intValue();
    }

    OfferAnswers plus(OfferAnswers others) {
        return new OfferAnswers(accepted + others.accepted, declined + others.declined, expired + others.expired);
    }

    OfferAnswers minus(OfferAnswers others) {
        return new OfferAnswers(accepted - others.accepted, declined - others.declined, expired - others.expired);
    }
}
