package org.yol.platform.due;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** Work being done once with a document that was claimed for it, and what is written of it afterwards. */
record Attempt(DueWork work, Task<BsonDocument> task, Claim claim, BsonDocument document) {

    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);

    /** @return whether it was done */
    boolean perform() {
        int number = work.stateIn(document).getNumber("attempts").intValue();
        if (number > work.plan().attempts()) {
            giveUp("nobody who took it up has come back");
            return false;
        }
        try {
            Outcome outcome = task.perform(document, claim);
            if (!outcome.written()) {
                write(outcome.again() == null ? work.settled() : work.again(outcome.again()));
            }
            return true;
        } catch (RuntimeException | Error failure) {
            fail(number, NestedExceptionUtils.getMostSpecificCause(failure).toString());
            return false;
        }
    }

    private void fail(int number, String cause) {
        if (number >= work.plan().attempts()) {
            giveUp(cause);
            return;
        }
        Duration pause = work.plan().pauseAfter(number);
        // Spread over half of it, so that what failed together does not come again together.
        Instant next = work.now()
                .plus(pause.dividedBy(2))
                .plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2 + 1));
        String field = "due." + claim.work();
        if (write(combine(set(field + ".due", Date.from(next)), unset(field + ".holder")))) {
            LOG.warn("{} of {} waits until {}: {}", claim.work(), claim.id(), next, cause);
            work.nudgeAt(next, claim.id());
        }
    }

    /** Whoever has lost the claim may not say that the work has come to nothing: somebody else may yet do it. */
    private void giveUp(String cause) {
        if (write(work.extended())) {
            LOG.error("{} of {} given up: {}", claim.work(), claim.id(), cause);
            task.abandon(document);
            write(work.settled());
        }
    }

    private boolean write(Bson update) {
        boolean held = work.documents().updateOne(claim.held(), update).getMatchedCount() > 0;
        if (!held) {
            LOG.debug("{} of {} is no longer held here", claim.work(), claim.id());
        }
        return held;
    }
}
