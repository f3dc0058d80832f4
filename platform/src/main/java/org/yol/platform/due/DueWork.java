package org.yol.platform.due;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One kind of work with the documents of one collection: {@code due.<work>: {due, since, holder, attempts}}. Of all
 * processes that try, one gets the claim; when it dies, the lease ends and another does the work again. When it was
 * only paused, what it still writes finds the claim gone and changes nothing.
 */
public final class DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);

    private final MongoCollection<BsonDocument> documents;
    private final WorkPlan plan;
    private final Task<BsonDocument> task;
    private final DueWorks works;
    private final String field;
    private final Turns turns;
    private final Set<String> nudged = ConcurrentHashMap.newKeySet();
    private volatile Consumer<Map<Claim, BsonDocument>> together;

    DueWork(MongoCollection<BsonDocument> documents, WorkPlan plan, Task<BsonDocument> task, DueWorks works) {
        this.documents = documents;
        this.plan = plan;
        this.task = task;
        this.works = works;
        this.field = "due." + plan.name();
        this.turns = new Turns(plan.atOnce());
    }

    /** Finds what is due; documents with nothing to do are not in it. */
    public IndexModel index() {
        return new IndexModel(ascending(field + ".due"), new IndexOptions().sparse(true));
    }

    /** A fresh claim on a document about to be written, to be stored as {@link #claimed} by that very write. */
    public Claim claim(String id) {
        return new Claim(plan.name(), id, works.newHolder(), works.now().plus(plan.lease()));
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

    BsonDocument stateIn(BsonDocument document) {
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

    /**
     * From now on does it for several documents in one go where they were claimed in one go.
     *
     * @param all writes in each what has become of the work; what it throws at is done with each by itself
     */
    public void together(Consumer<Map<Claim, BsonDocument>> all) {
        this.together = all;
    }

    /** Does soon what several claims were taken for. Returns at once. */
    public void startAll(Map<Claim, BsonDocument> claimed) {
        if (together == null || claimed.size() < 2) {
            claimed.forEach(this::start);
            return;
        }
        inTurn(() -> {
            Map<Claim, BsonDocument> held = new HashMap<>(claimed);
            held.keySet().removeIf(claim -> !claim.until().isAfter(works.now()));
            try {
                together.accept(held);
            } catch (RuntimeException failure) {
                LOG.debug("{} of {} one by one", plan.name(), held.size(), failure);
                held.forEach(this::start);
            }
        });
    }

    /** Something is due with a document. Returns at once, and never fails: what is lost here is found by the sweep. */
    public void nudge(String id) {
        if (nudged.add(id) && !inTurn(() -> performIfDue(id))) {
            nudged.remove(id);
        }
    }

    /** The same at an instant to come, so that nobody has to wait for the sweep as well. */
    void nudgeAt(Instant instant, String id) {
        works.at(instant, () -> nudge(id));
    }

    private void performIfDue(String id) {
        nudged.remove(id);
        // What nobody has claimed yet can wait for the next start.
        if (works.isRunning()) {
            claim(id, lte(field + ".due", Date.from(works.now())));
        }
    }

    /**
     * Does in the caller's own thread what is scheduled for a document, due already or not, unless somebody is at it.
     *
     * @return whether it was done here; if not, the sweep will
     */
    public boolean performNow(String id) {
        try {
            Bson nobodyIsAtIt = or(exists(field + ".holder", false), lte(field + ".due", Date.from(works.now())));
            return claim(id, and(exists(field + ".due"), nobodyIsAtIt));
        } catch (RuntimeException unavailable) {
            LOG.debug("{} of {} left to the sweep", plan.name(), id, unavailable);
            return false;
        }
    }

    /**
     * What is scheduled for later is due at once, unless somebody is at it, who is left alone. Returns at once; for a
     * task that looks once more for what it waits for after it has written that it waits. A lease that ends much later
     * than any that is given now is of a clock that was set back since, and nobody's. One that ends a little later is
     * somebody's who has claimed it since the look at the clock here, or whose clock is ahead.
     */
    public void hasten(String id) {
        Bson ofAnotherClock =
                gt(field + ".due", Date.from(works.now().plus(plan.lease().multipliedBy(2))));
        documents.updateOne(
                and(eq("_id", id), exists(field + ".due"), or(exists(field + ".holder", false), ofAnotherClock)),
                set(field + ".due", Date.from(works.now())));
        nudge(id);
    }

    private boolean inTurn(Runnable work) {
        return turns.take(works::execute, () -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                LOG.debug("{} left to the sweep", plan.name(), failure);
            }
        });
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
        return new Attempt(this, task, claim, document).perform();
    }

    /** That nothing is left to do, for an update of the {@link Claim#held} document that does more besides. */
    public Bson settled() {
        return unset(field);
    }

    /** That the holder needs longer, likewise. */
    public Bson extended() {
        return set(field + ".due", Date.from(works.now().plus(plan.lease())));
    }

    Bson again(Instant at) {
        return set(field, scheduled(at));
    }

    Instant now() {
        return works.now();
    }

    WorkPlan plan() {
        return plan;
    }

    MongoCollection<BsonDocument> documents() {
        return documents;
    }
}
