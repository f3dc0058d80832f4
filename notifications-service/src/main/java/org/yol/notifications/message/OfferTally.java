package org.yol.notifications.message;

import java.time.Instant;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.document.Change;
import org.yol.platform.document.Silent;

/**
 * How far the coordinators of a call are told of the answers to its offers: many come in the same hour, and are told
 * together. The answers themselves are kept each by itself ({@link HeardAnswer}). Public because the record codec can
 * read no other.
 *
 * @param id of the call
 * @param gathered those that an earlier release kept here and had not told; none since
 * @param telling those that are being told; null while none are
 * @param round how often some were told, this time included
 * @param heard how often an answer came, repetitions included
 * @param looked how many of these are among those that were counted
 * @param counted all that were ever told, and those that are being told
 */
public record OfferTally(
        @BsonId String id,
        long version,
        OfferAnswers gathered,
        OfferAnswers telling,
        int round,
        int heard,
        int looked,
        OfferAnswers counted)
        implements Silent {

    /** The due work of telling them. */
    static final String TOGETHER = "together";

    public OfferTally {
        gathered = Objects.requireNonNullElse(gathered, OfferAnswers.NONE);
        counted = Objects.requireNonNullElse(counted, OfferAnswers.NONE);
    }

    static OfferTally none(String callId) {
        return new OfferTally(callId, 0, OfferAnswers.NONE, null, 0, 0, 0, OfferAnswers.NONE);
    }

    /** An answer is kept; the first of them says when they are told. */
    Change<OfferTally> heard(Instant tellAt) {
        Change<OfferTally> heard =
                Change.silent(new OfferTally(id, version, gathered, telling, round, this.heard + 1, looked, counted));
        return isAwaited() || telling != null ? heard : heard.due(TOGETHER, tellAt);
    }

    /** Whether something came that was not looked at. */
    private boolean isAwaited() {
        return heard != looked || !gathered.equals(OfferAnswers.NONE);
    }

    /**
     * What came since it was told last is told from now on, however often, by the same words.
     *
     * @param all that were ever kept of the call
     * @param known how often an answer had come before these were counted
     */
    Change<OfferTally> tell(OfferAnswers all, int known) {
        OfferAnswers news = gathered.plus(all.minus(counted));
        return Change.silent(
                telling == null
                        ? new OfferTally(id, version, OfferAnswers.NONE, news, round + 1, heard, known, all)
                        : this);
    }

    /** That was told. What came meanwhile waits as long as any other. */
    Change<OfferTally> told(Instant next) {
        OfferTally told = new OfferTally(id, version, gathered, null, round, heard, looked, counted);
        return told.isAwaited()
                ? Change.silent(told).due(TOGETHER, next)
                : Change.silent(told).settled(TOGETHER);
    }
}
