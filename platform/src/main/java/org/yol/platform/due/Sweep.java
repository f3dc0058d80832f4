package org.yol.platform.due;

import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;

/** Takes up what is due: what failed before, and what a process that died has left behind. */
final class Sweep {

    private static final int AT_MOST = 1_000;

    private final DueWork work;
    private final AtomicLong oldest = new AtomicLong();

    Sweep(DueWork work) {
        this.work = work;
    }

    DueWork work() {
        return work;
    }

    /** Age in milliseconds of what has been due the longest. */
    long oldest() {
        return oldest.get();
    }

    void at(Instant now) {
        String due = "due." + work.plan().name() + ".due";
        long longest = now.toEpochMilli();
        List<String> found = new ArrayList<>();
        for (BsonDocument document : work.documents()
                .find(lte(due, Date.from(now.plus(work.plan().inSight()))))
                .projection(include("due." + work.plan().name()))
                .sort(ascending(due))
                .limit(AT_MOST)) {
            BsonDocument state = work.stateIn(document);
            BsonDateTime next = state.getDateTime("due");
            longest = Math.min(longest, state.getDateTime("since", next).getValue());
            if (next.getValue() <= now.toEpochMilli()) {
                found.add(document.getString("_id").getValue());
            }
        }
        // Each replica finds the same: in another order each, they rarely try for the same one.
        Collections.shuffle(found);
        found.forEach(work::nudge);
        oldest.set(now.toEpochMilli() - longest);
    }
}
