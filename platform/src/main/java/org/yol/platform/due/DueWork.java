package org.yol.platform.due;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * One kind of work with the documents of one collection: {@code due.<work>: {due, since, holder, attempts}}. Of all
 * processes that try, one gets the claim; when it dies, the lease ends and another does the work again. When it was
 * only paused, what it still writes finds the claim gone and changes nothing.
 */
public final class DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);
    private static final int SWEEP_AT_MOST = 1_000;

    /** So many may wait for their turn in this process; whoever comes then is left to the sweep. */
    private static final int WAITING_AT_MOST = 10_000;

    /** How far ahead the sweep looks for its gauge: what failed or is at work is late, though not due at the moment. */
    private static final Duration IN_SIGHT = Duration.ofSeconds(10);

    private final MongoCollection<BsonDocument> documents;
    private final WorkPlan plan;
    private final Task<BsonDocument> task;
    private final DueWorks works;
    private final String field;
    private final Semaphore turns;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong oldest = new AtomicLong();

    DueWork(MongoCollection<BsonDocument> documents, WorkPlan plan, Task<BsonDocument> task, DueWorks works) {
        this.documents = documents;
        this.plan = plan;
        this.task = task;
        this.works = works;
        this.field = "due." + plan.name();
        this.turns = new Semaphore(plan.atOnce());
    }

    /** Finds what is due; documents with nothing to do are not in it. */
    public IndexModel index() {
        return new IndexModel(ascending(field + ".due"), new IndexOptions().sparse(true));
    }

    /** A fresh claim on a document about to be written, to be stored as {@link #claimed} by that very write. */
    public Claim claim(String id) {
        return new Claim(id, works.newHolder(), works.now().plus(plan.lease()));
    }

    /**
     * The value of {@code due.<work>} that says that a claim is held from the first, while work is done here at all.
     */
    public BsonDocument claimed(Claim claim) {
        return !works.isRunning()
                ? scheduledNow()
                : scheduledNow()
                        .append("due", new BsonDateTime(claim.until().toEpochMilli()))
                        .append("holder", new BsonString(claim.holder()))
                        .append("attempts", new BsonInt32(1));
    }

    /** The value of {@code due.<work>} that says that anybody may do it from an instant on. */
    public static BsonDocument scheduled(Instant at) {
        BsonDateTime due = new BsonDateTime(at.toEpochMilli());
        return new BsonDocument("due", due).append("since", due).append("attempts", new BsonInt32(0));
    }

    /** The value of {@code due.<work>} that says that it is due at once. */
    public BsonDocument scheduledNow() {
        return scheduled(works.now());
    }

    /** Whether the work is scheduled or being done already. */
    public boolean isScheduledIn(BsonDocument document) {
        return stateIn(document) != null;
    }

    /** That nobody has taken up or finished the work since the document was read, for a write that relies on it. */
    public Bson unchangedSince(BsonDocument document) {
        BsonDocument state = stateIn(document);
        if (state == null) {
            return exists(field, false);
        }
        return state.containsKey("holder")
                ? eq(field + ".holder", state.get("holder"))
                : and(exists(field + ".due"), exists(field + ".holder", false));
    }

    private BsonDocument stateIn(BsonDocument document) {
        return document.getDocument("due", new BsonDocument()).get(plan.name()) instanceof BsonDocument state
                ? state
                : null;
    }

    /** Does soon what a claim was taken for. Returns at once. */
    public void start(Claim claim, BsonDocument document) {
        inTurn(() -> {
            // Whoever waited longer than the lease has lost it, even if nobody has taken the work yet.
            if (claim.until().isAfter(works.now())) {
                perform(claim, document);
            }
        });
    }

    /** Something is due with a document. Returns at once, and never fails: what is lost here is found by the sweep. */
    public void nudge(String id) {
        inTurn(() -> claim(id, lte(field + ".due", Date.from(works.now()))));
    }

    /**
     * Does in the caller's own thread what is scheduled for a document, due already or not, unless somebody is at it.
     *
     * @return whether it was done here; if not, the sweep will
     */
    public boolean performNow(String id) {
        try {
            return claim(id, and(exists(field + ".due"), exists(field + ".holder", false)));
        } catch (MongoException unavailable) {
            LOG.debug("{} of {} left to the sweep", plan.name(), id, unavailable);
            return false;
        }
    }

    private void inTurn(Runnable work) {
        if (waiting.incrementAndGet() > WAITING_AT_MOST || !works.execute(() -> afterTheOthers(work))) {
            waiting.decrementAndGet();
        }
    }

    private void afterTheOthers(Runnable work) {
        turns.acquireUninterruptibly();
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.debug("{} left to the sweep", plan.name(), failure);
        } finally {
            turns.release();
            waiting.decrementAndGet();
        }
    }

    private boolean claim(String id, Bson condition) {
        Claim claim = claim(id);
        BsonDocument document = documents.findOneAndUpdate(
                and(eq("_id", id), condition),
                combine(
                        set(field + ".due", Date.from(claim.until())),
                        set(field + ".holder", claim.holder()),
                        inc(field + ".attempts", 1)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return document != null && perform(claim, document);
    }

    private boolean perform(Claim claim, BsonDocument document) {
        try {
            Outcome outcome = task.perform(document, claim);
            if (!outcome.written()) {
                write(claim, outcome.again() == null ? unset(field) : again(outcome.again()));
            }
            return true;
        } catch (RuntimeException failure) {
            fail(claim, document, failure);
            return false;
        }
    }

    private void fail(Claim claim, BsonDocument document, RuntimeException failure) {
        String cause = NestedExceptionUtils.getMostSpecificCause(failure).toString();
        int attempts = document.getDocument("due")
                .getDocument(plan.name())
                .getNumber("attempts")
                .intValue();
        if (attempts >= plan.attempts()) {
            LOG.error("{} of {} given up after {} attempts: {}", plan.name(), claim.id(), attempts, cause);
            task.abandon(document);
            write(claim, unset(field));
            return;
        }
        Duration pause = plan.pauseAfter(attempts);
        // Spread over half of it, so that what failed together does not come again together.
        Instant next = works.now()
                .plus(pause.dividedBy(2))
                .plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2 + 1));
        LOG.warn("{} of {} waits until {}: {}", plan.name(), claim.id(), next, cause);
        write(claim, combine(set(field + ".due", Date.from(next)), unset(field + ".holder")));
    }

    private Bson again(Instant at) {
        return combine(set(field + ".due", Date.from(at)), unset(field + ".holder"), inc(field + ".attempts", -1));
    }

    private void write(Claim claim, Bson update) {
        if (documents.updateOne(held(claim), update).getMatchedCount() == 0) {
            LOG.debug("{} of {} is no longer held here", plan.name(), claim.id());
        }
    }

    /** The document while a claim on it holds. */
    public Bson held(Claim claim) {
        return and(eq("_id", claim.id()), eq(field + ".holder", claim.holder()));
    }

    /** That nothing is left to do, for an update by {@link #held} that does more besides. */
    public Bson settled() {
        return unset(field);
    }

    /** That the holder needs longer, likewise. */
    public Bson extended() {
        return set(field + ".due", Date.from(works.now().plus(plan.lease())));
    }

    Duration sweepEvery() {
        return plan.sweepEvery();
    }

    WorkPlan plan() {
        return plan;
    }

    String collection() {
        return documents.getNamespace().getCollectionName();
    }

    /** Age in milliseconds of what has been due the longest. */
    long oldest() {
        return oldest.get();
    }

    /** Takes up what is due: what failed before, and what a process that died has left behind. */
    void sweep() {
        Instant now = works.now();
        long longest = now.toEpochMilli();
        List<String> found = new ArrayList<>();
        for (BsonDocument document : documents
                .find(lte(field + ".due", Date.from(now.plus(IN_SIGHT))))
                .projection(include(field))
                .sort(ascending(field + ".due"))
                .limit(SWEEP_AT_MOST)) {
            BsonDocument due = document.getDocument("due").getDocument(plan.name());
            longest = Math.min(longest, due.getDateTime("since").getValue());
            if (due.getDateTime("due").getValue() <= now.toEpochMilli()) {
                found.add(document.getString("_id").getValue());
            }
        }
        // Each replica finds the same: in another order each, they rarely try for the same one.
        Collections.shuffle(found);
        found.forEach(this::nudge);
        oldest.set(now.toEpochMilli() - longest);
    }
}
