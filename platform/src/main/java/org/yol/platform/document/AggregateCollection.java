package org.yol.platform.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.yol.contracts.Event;
import org.yol.platform.due.Claim;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.Task;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.outbox.Outbox;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * The one way documents are written: state, version, the events the change caused, what is to be done later and the
 * identity of the request that asked for it go into the document by a single atomic operation, so that no crash can
 * keep one and lose another. Needs no transactions and no sessions, and so holds on a standalone server, a replica set
 * and a sharded cluster alike.
 */
public final class AggregateCollection<A extends Record & Aggregate> extends StoredDocuments<A> {

    /** Fields that every document keeps for itself. */
    static final Set<String> RESERVED = Set.of(StoredForm.FIELD, "outbox", "requests", "due");

    private static final int FILLED_AT_ONCE = 200;

    private final DocumentUpdate<A> updates;
    private final DueWork telling;
    private final BiFunction<WorkPlan, Task<BsonDocument>, DueWork> works;

    AggregateCollection(
            MongoCollection<BsonDocument> stored,
            StoredRecords<A> records,
            Outbox outbox,
            DueWork telling,
            BiFunction<WorkPlan, Task<BsonDocument>, DueWork> works) {
        super(stored, records);
        this.updates = new DocumentUpdate<>(records, outbox, telling);
        this.telling = telling;
        this.works = works;
    }

    /**
     * Does a kind of work with these documents where a {@link Change} has scheduled it.
     *
     * @param task may be repeated, and must not mind
     */
    public DueWork work(WorkPlan plan, Task<A> task) {
        return works.apply(plan, new DecodedTask<>(records, task));
    }

    /**
     * Stores a new document.
     *
     * @param change the first state, with version 0, and its events
     * @param request who asked, for a repeated request to find what the first one made
     * @return the document as stored, by this request or by its first sending
     * @throws AlreadyExists when another request made the document
     * @throws Refused when the request's key was used for something else
     */
    public A insert(Change<A> change, RequestIdentity request) {
        Claim claim = telling.claim(change.state().id());
        BsonDocument document = updates.newDocument(change, request, claim);
        try {
            stored.insertOne(document);
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
            BsonDocument existing = stored.find(eq("_id", change.state().id())).first();
            if (existing == null) {
                throw failure;
            }
            if (request.isRepeatedIn(existing)) {
                return records.decode(existing);
            }
            throw new AlreadyExists(records.decode(existing));
        }
        // Reading fills it, and whoever tells its events looks at it too: one after the other.
        A inserted = records.decode(document);
        if (change.tells()) {
            telling.start(claim, document);
        }
        return inserted;
    }

    /**
     * Stores a document as it is before anything has happened to it, unless it is there: several may begin at once, and
     * each goes on with the one that stands.
     *
     * @param cause for which it is made; events are not told
     */
    public void begin(A blank, RequestIdentity cause) {
        if (find(blank.id()).isEmpty()) {
            try {
                insert(Change.silent(blank), cause);
            } catch (AlreadyExists _) {
                // Somebody else was first.
            }
        }
    }

    /**
     * Changes a document whatever its version, starting over when somebody else got in between.
     *
     * @param operation computes the change from the current state; is called again on the new state after a collision
     */
    public A change(String id, Function<A, Change<A>> operation) {
        return write(id, Guard.none(), null, null, null, operation).orElseThrow();
    }

    /**
     * The same because of an event or a step of a chain, which may come again: it changes the document once. One that
     * changes nothing is not remembered, and asked again when it comes again.
     */
    public A change(String id, RequestIdentity cause, Function<A, Change<A>> operation) {
        return write(id, Guard.none(), null, cause, null, operation).orElseThrow();
    }

    /**
     * Changes many documents, each as {@link #change(String, RequestIdentity, Function)} would, in a few commands for
     * all of them. They stand for themselves: whoever dies in the middle has changed some of them.
     *
     * @param changes of different documents, as many as go into one message to the store: some hundred
     * @return the documents as they are then, by id; without those that are not there
     */
    public Map<String, A> changeAll(Collection<CausedChange<A>> changes) {
        ManyChanges<A> many = new ManyChanges<>(stored, records, updates, telling);
        many.write(changes, (current, change) -> asRead(current, change.state(), change));
        Map<String, A> standing = new HashMap<>(many.standing());
        for (CausedChange<A> each : many.left()) {
            if (each.known().version() == 0) {
                begin(each.known(), RequestIdentity.ofCause("begun", each.id()));
            }
            standing.put(each.id(), change(each.id(), each.cause(), each.operation()));
        }
        return standing;
    }

    /**
     * That work is done that was scheduled with documents, of all of them in one command. Where a document has changed
     * since, the work stays: it may have been scheduled anew.
     *
     * @param done the documents as they were when the work was done
     */
    public void settleAll(Collection<A> done, Collection<String> works) {
        if (done.isEmpty()) {
            return;
        }
        Bson nothingLeft =
                combine(works.stream().map(work -> unset("due." + work)).toList());
        stored.bulkWrite(
                done.stream()
                        .map(document -> new UpdateOneModel<BsonDocument>(
                                and(eq("_id", document.id()), eq("version", document.version())), nothingLeft))
                        .toList(),
                new BulkWriteOptions().ordered(false));
    }

    /**
     * Changes a document for somebody who has seen a certain version of it.
     *
     * @throws Refused stale-version, or not-found when there is no such document
     */
    public A change(String id, Guard<A> guard, ExpectedVersion expected, Function<A, Change<A>> operation) {
        return write(id, guard, expected, null, null, operation).orElseThrow();
    }

    /**
     * The same for a request that may be sent again: a repetition finds its own trace in the document and answers with
     * the document as it is, although its version is no longer the one expected.
     */
    public A change(
            String id,
            Guard<A> guard,
            ExpectedVersion expected,
            RequestIdentity request,
            Function<A, Change<A>> operation) {
        return write(id, guard, expected, request, null, operation).orElseThrow();
    }

    /**
     * Changes a document that comes into being with its first change.
     *
     * @param blank as it is before anything is written, with version 0
     * @param expected version 0 while it is not there
     * @param request who asked, should it be made
     * @param made whether a document says what this request asks for: one that was asked for twice is answered, unless
     *     something else has become of it
     * @throws Refused stale-version
     */
    public A put(
            A blank,
            ExpectedVersion expected,
            RequestIdentity request,
            Predicate<A> made,
            Function<A, Change<A>> operation) {
        if (expected.version() > 0) {
            if (find(blank.id()).isEmpty()) {
                throw new Refused(Problem.STALE_VERSION);
            }
            return change(blank.id(), Guard.none(), expected, operation);
        }
        try {
            A stands = insert(operation.apply(blank), request);
            if (!made.test(stands)) {
                throw new Refused(Problem.STALE_VERSION);
            }
            return stands;
        } catch (AlreadyExists _) {
            throw new Refused(Problem.STALE_VERSION);
        }
    }

    /**
     * What became of due work, unless the claim has been lost in the meantime: then somebody else's word stands. The
     * operation says where the work stands, too: {@link Change#settled} or {@link Change#due}.
     *
     * @return the document, or empty when nothing was written because the claim is lost
     */
    public Optional<A> change(Claim claim, Function<A, Change<A>> operation) {
        return write(claim.id(), Guard.none(), null, null, claim, operation);
    }

    /**
     * What became of due work, where that is one word that nothing else writes: a single write, which needs not to know
     * the rest of the document, and says too that nothing is left to do.
     *
     * @param component of the record, in whatever form the document is stored
     * @return whether it was written; not when the claim has been lost
     */
    public boolean settle(Claim claim, String component, Enum<?> word) {
        return stored.updateOne(
                                claim.held(),
                                combine(set(component, word.name()), inc("version", 1L), unset("due." + claim.work())))
                        .getMatchedCount()
                > 0;
    }

    private Optional<A> write(
            String id,
            Guard<A> guard,
            ExpectedVersion expected,
            RequestIdentity request,
            Claim work,
            Function<A, Change<A>> operation) {
        for (int collisions = 0; collisions < Collisions.AT_MOST; collisions++) {
            Collisions.stepAside(collisions);
            BsonDocument current = stored.find(eq("_id", id)).first();
            if (current == null) {
                throw new Refused(Problem.NOT_FOUND);
            }
            if (work != null && !work.isHeldIn(current)) {
                return Optional.empty();
            }
            A state = records.decode(current);
            guard.check(state);
            if (request != null && request.isRepeatedIn(current)) {
                return Optional.of(state);
            }
            if (expected != null && expected.version() != state.version()) {
                throw new Refused(Problem.STALE_VERSION);
            }
            Change<A> change = operation.apply(state);
            // A version that moved with a step that changed nothing would tell of it.
            if (change.changesNothing(state) && (request == null || expected == null)) {
                return Optional.of(state);
            }
            // Whoever tells the document's events already finds these too; else they are claimed by this write.
            Optional<Claim> claim = !change.tells() || telling.isScheduledIn(current)
                    ? Optional.empty()
                    : Optional.of(telling.claim(id));
            BsonDocument updated = stored.findOneAndUpdate(
                    work == null ? asRead(current, state, change) : and(work.held(), asRead(current, state, change)),
                    updates.update(current, change, request, claim),
                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
            if (updated != null) {
                A written = records.decode(updated);
                claim.ifPresent(held -> telling.start(held, updated));
                return Optional.of(written);
            }
        }
        throw new Refused(Problem.STALE_VERSION);
    }

    /** The document as it was read; for a change that tells something also as to who is telling what was before. */
    private Bson asRead(BsonDocument current, A state, Change<A> change) {
        Bson sameVersion = and(eq("_id", state.id()), eq("version", state.version()));
        return !change.tells() ? sameVersion : and(sameVersion, telling.unchangedSince(current));
    }

    /**
     * Stores a component that was added since, in documents that an older release wrote without it. Their versions stay
     * as they are: nobody sees another document. May be done again, and by several at once.
     *
     * @param component of the record, which {@code value} works out from the others; never null
     */
    public void fillIn(String component, Function<A, BsonValue> value) {
        while (true) {
            List<WriteModel<BsonDocument>> some = stored.find(eq(component, null))
                    .limit(FILLED_AT_ONCE)
                    .map(document -> filled(records.decode(document), component, value))
                    .into(new ArrayList<>());
            if (some.isEmpty()) {
                return;
            }
            stored.bulkWrite(some, new BulkWriteOptions().ordered(false));
        }
    }

    private WriteModel<BsonDocument> filled(A document, String component, Function<A, BsonValue> value) {
        return new UpdateOneModel<>(
                and(eq("_id", document.id()), eq("version", document.version()), eq(component, null)),
                set(component, value.apply(document)));
    }

    /**
     * Takes a document away, for good. What it had still to tell is not told; and one of its id may only come again
     * where it tells nothing, since versions, by which events are numbered, begin anew.
     */
    public void remove(String id) {
        stored.deleteOne(eq("_id", id));
    }

    /**
     * Tells again what documents are, for readers who have lost their copy: appends an event to the outbox of each,
     * numbered by its version, which it leaves as it is.
     *
     * @param filter of the documents
     * @param snapshot the event that tells all of a document
     * @return how many are told again
     */
    public long retell(Bson filter, Function<A, Event> snapshot) {
        return new Snapshots<>(stored, records, updates, telling).tell(filter, snapshot);
    }
}
