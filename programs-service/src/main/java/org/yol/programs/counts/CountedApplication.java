package org.yol.programs.counts;

import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.ApplicationState;
import org.yol.platform.document.Copy;

/** What counting needs to know of an application. Public because the record codec can read no other. */
public record CountedApplication(@BsonId String id, long seq, String callId, ApplicationState state) implements Copy {

    /** What it is by itself. */
    Counts counts() {
        boolean submitted = state != ApplicationState.DRAFT && state != ApplicationState.WITHDRAWN;
        return new Counts(1, submitted ? 1 : 0);
    }

    /** Whether that, or something newer, is among what is known. */
    boolean isIn(Map<String, CountedApplication> known) {
        CountedApplication same = known.get(id);
        return same != null && same.seq >= seq;
    }

    /** The one that was told later. */
    CountedApplication or(CountedApplication other) {
        return other.seq > seq ? other : this;
    }
}
