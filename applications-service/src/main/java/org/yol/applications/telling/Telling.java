package org.yol.applications.telling;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.applications.call.CallChangesHeard;
import org.yol.contracts.CallChange;
import org.yol.contracts.CallChanged;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;

/**
 * How far the telling of one change of a call has come. What was read of the applicants and the event that names them
 * are written with the place where the next ones begin, so that a crash tells nobody twice and leaves nobody out.
 *
 * @param id of the call and of the change
 * @param callSeq number of the event that told the change
 * @param position cursor of the applicants that are looked at already; null before the first and after the last
 * @param done whether all have been looked at
 */
public record Telling(
        @BsonId String id, long version, String callId, long callSeq, CallChange change, String position, boolean done)
        implements Aggregate {

    /** The due work of looking at the applicants of a call that has changed. */
    static final String FAN_OUT = "fan-out";

    /** Those of the changes that a call tells of, each with nobody told yet. */
    static List<Telling> of(CallChangesHeard heard) {
        return heard.changes().stream()
                .map(change -> new Telling(
                        heard.callId() + "/" + change.id(), 0, heard.callId(), heard.seq(), change, null, false))
                .toList();
    }

    Change<Telling> begun(Instant now) {
        return Change.silent(this).due(FAN_OUT, now);
    }

    /**
     * Some have been looked at.
     *
     * @param told whom of them to tell, if anybody
     * @param next cursor of the others; null when there are none
     */
    Change<Telling> told(CallChanged told, String next) {
        Telling further = new Telling(id, version, callId, callSeq, change, next, next == null);
        Change<Telling> change = told.applicants().isEmpty() ? Change.silent(further) : Change.telling(further, told);
        return next == null ? change.settled(FAN_OUT) : change;
    }
}
