package org.yol.notifications.message;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.document.Change;
import org.yol.platform.document.Silent;

/**
 * The answers to offers of a call of which its coordinators are not told yet: many come in the same hour, and are told
 * together. Public because the record codec can read no other.
 *
 * @param id of the call
 * @param gathered those that will be told
 * @param telling those that are being told; null while none are
 * @param round how often some were told, this time included
 */
public record OfferTally(@BsonId String id, long version, OfferAnswers gathered, OfferAnswers telling, int round)
        implements Silent {

    /** The due work of telling them. */
    static final String TOGETHER = "together";

    static OfferTally none(String callId) {
        return new OfferTally(callId, 0, OfferAnswers.NONE, null, 0);
    }

    /** One more; the first of them says when they are told. */
    Change<OfferTally> heard(OfferAnswers answer, Instant tellAt) {
        Change<OfferTally> heard = Change.silent(new OfferTally(id, version, gathered.plus(answer), telling, round));
        return isEmpty() ? heard.due(TOGETHER, tellAt) : heard;
    }

    private boolean isEmpty() {
        return gathered.equals(OfferAnswers.NONE) && telling == null;
    }

    /** What is gathered is told from now on, however often, by the same words. */
    Change<OfferTally> tell() {
        return Change.silent(
                telling == null ? new OfferTally(id, version, OfferAnswers.NONE, gathered, round + 1) : this);
    }

    /** That was told. What came meanwhile waits as long as any other. */
    Change<OfferTally> told(Instant next) {
        Change<OfferTally> told = Change.silent(new OfferTally(id, version, gathered, null, round));
        return gathered.equals(OfferAnswers.NONE) ? told.settled(TOGETHER) : told.due(TOGETHER, next);
    }
}
