package org.yol.applications.roster;

import java.math.BigDecimal;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.document.Copy;

/**
 * Where an application stands among those that rank a place. A document of its own, since no index is in the order of
 * one score among several. Public because the record codec can read no other.
 *
 * @param id application and place
 * @param seq as in its {@link RosterRow}
 * @param score 0.00 to 100.00; -1 without one, so that these come behind the others
 */
public record PlaceStanding(
        @BsonId String id,
        long seq,
        String callId,
        String provider,
        String placeId,
        String applicationId,
        BigDecimal score)
        implements Copy {

    private static final BigDecimal NONE = BigDecimal.ONE.negate();

    static PlaceStanding of(RosterRow row, String placeId, BigDecimal score) {
        return new PlaceStanding(
                row.id() + "/" + placeId,
                row.seq(),
                row.callId(),
                row.provider(),
                placeId,
                row.id(),
                score == null ? NONE : score);
    }

    /** Somewhere that is ranked no longer: in no table. */
    static PlaceStanding hidden(RosterRow row, String placeId) {
        return new PlaceStanding(row.id() + "/" + placeId, row.seq(), "", "", placeId, row.id(), NONE);
    }
}
