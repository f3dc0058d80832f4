package org.yol.programs.counts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.document.Copy;

/**
 * How many applications a call has, folded from what is told of them. Public because the record codec can read no
 * other.
 *
 * @param id of the call
 * @param seq counts writes, so that of two that were made of the same one only one is kept
 * @param moved what is counted already though it may not be kept as the state of its application yet: told again after
 *     a crash it does not count again
 */
public record CallCount(@BsonId String id, long seq, int started, int submitted, List<CountedApplication> moved)
        implements Copy {

    Counts counts() {
        return new Counts(started, submitted);
    }

    /**
     * With what is told of some of the call's applications, each at most once.
     *
     * @param kept the states that are kept of these and of the {@link #moved}, by application
     * @return this when that changes no number
     */
    CallCount told(Collection<CountedApplication> told, Map<String, CountedApplication> kept) {
        Map<String, CountedApplication> moving = new LinkedHashMap<>();
        moved.stream().filter(Predicate.not(one -> one.isIn(kept))).forEach(one -> moving.put(one.id(), one));
        Counts now = counts();
        boolean changed = false;
        for (CountedApplication one : told) {
            if (one.isIn(kept) || one.isIn(moving)) {
                continue;
            }
            CountedApplication before = moving.getOrDefault(one.id(), kept.get(one.id()));
            Counts more = one.counts().minus(before == null ? Counts.NONE : before.counts());
            if (!more.equals(Counts.NONE)) {
                now = now.plus(more);
                moving.put(one.id(), one);
                changed = true;
            }
        }
        return changed
                ? new CallCount(id, seq + 1, now.started(), now.submitted(), List.copyOf(moving.values()))
                : this;
    }
}
