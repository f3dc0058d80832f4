package org.yol.programs.counts;

import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.ApplicationState;
import org.yol.platform.document.Copy;

/**
 * What counting needs to know of an application. Public because the record codec can read no other.
 *
 * @param country of the citizenship, as {@link CallCount} counts by; null where an older release kept it
 * @param stage what it counts as; null where an older release kept it
 * @param movement of an exchange, as {@link Movement} is stored; null elsewhere
 */
public record CountedApplication(
        @BsonId String id,
        long seq,
        String callId,
        ApplicationState state,
        String country,
        Stage stage,
        String movement)
        implements Copy {

    /** What it is by itself. */
    Tally tally() {
        return Tally.one(stage == null ? Stage.of(state) : stage);
    }

    /** The key of its group in {@link CallCount}. */
    String group() {
        String from = country == null ? CallCount.UNKNOWN : country;
        return movement == null ? from : from + CallCount.MOVING + movement;
    }

    /** Whether that, or something newer, is among what is known. */
    boolean isIn(Map<String, CountedApplication> known) {
        CountedApplication same = known.get(id);
        return same != null && !isNewerThan(same);
    }

    /** The one that was told later. */
    CountedApplication or(CountedApplication other) {
        return other.isNewerThan(this) ? other : this;
    }

    /** Told once more it has the same number, and may say what an older release did not keep. */
    private boolean isNewerThan(CountedApplication other) {
        return seq > other.seq || seq == other.seq && saysMoreThan(other);
    }

    private boolean saysMoreThan(CountedApplication other) {
        return other.stage == null && stage != null
                || other.movement == null && movement != null
                || other.group().equals(CallCount.UNKNOWN) && !group().equals(CallCount.UNKNOWN);
    }
}
