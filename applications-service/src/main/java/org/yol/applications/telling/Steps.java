package org.yol.applications.telling;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yol.applications.call.Call;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.PageRequest;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Outcome;

/**
 * Work that looks at thousands for one call, some at a time. Each step is a write of its own; they go on as long as the
 * claim lasts and the broker takes what they tell.
 *
 * @param call as it is known now; empty where nothing can be done with what is known
 */
record Steps<A extends Record & Aggregate>(
        AggregateCollection<A> documents, Clock clock, Function<A, Optional<Call>> call) {

    /** An event of a hundred applicants has about 15 kB. */
    static final int EACH_TIME = PageRequest.MOST;

    /** So many events may wait for the broker; while it is away a document must not grow without end. */
    private static final int UNTOLD_AT_MOST = 5;

    /** Left of the lease when somebody goes on with the rest: a step takes much less. */
    private static final Duration IN_HAND = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** One of them. */
    @FunctionalInterface
    interface Step<A> {

        /** @return empty when somebody else is at it by now */
        Optional<A> take(A document, Call call, Instant now);
    }

    /** Takes one after the other until it is over. */
    Outcome take(A first, Claim claim, Step<A> step, Predicate<A> isOver) {
        A current = first;
        do {
            Instant now = clock.instant();
            Optional<Call> known = call.apply(current);
            if (known.isEmpty() || isWaitingForTheBroker(current)) {
                return Outcome.again(now.plus(PAUSE));
            }
            if (now.isAfter(claim.until().minus(IN_HAND))) {
                return Outcome.again(now);
            }
            Optional<A> further = step.take(current, known.get(), now);
            if (further.isEmpty()) {
                return Outcome.WRITTEN;
            }
            current = further.get();
        } while (!isOver.test(current));
        return Outcome.WRITTEN;
    }

    private boolean isWaitingForTheBroker(A document) {
        return documents.count(and(eq("_id", document.id()), exists("outbox." + UNTOLD_AT_MOST))) > 0;
    }
}
