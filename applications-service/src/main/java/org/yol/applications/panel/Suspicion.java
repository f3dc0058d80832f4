package org.yol.applications.panel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;

/**
 * That a reviewer and a student have the same family name and university, for a person to decide whether that is a
 * conflict of interest. Until then the reviewer is not asked. Public because the record codec can read no other.
 *
 * @param id application and reviewer
 * @param decidedBy account of the coordinator; null before
 */
public record Suspicion(
        @BsonId String id,
        long version,
        String callId,
        String applicationId,
        String reviewer,
        State state,
        Instant at,
        String decidedBy)
        implements Aggregate {

    /** What became of it. */
    public enum State {
        FLAGGED,
        CONFIRMED,
        DISMISSED;

        /** The word used in JSON: lower case. */
        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static String id(String applicationId, String reviewer) {
        return applicationId + "/" + reviewer;
    }

    static Suspicion of(String callId, String applicationId, String reviewer, Instant now) {
        return new Suspicion(id(applicationId, reviewer), 0, callId, applicationId, reviewer, State.FLAGGED, now, null);
    }

    Change<Suspicion> decided(boolean conflict, String by, Instant now) {
        return Change.silent(new Suspicion(
                id, version, callId, applicationId, reviewer, conflict ? State.CONFIRMED : State.DISMISSED, now, by));
    }
}
