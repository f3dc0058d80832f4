package org.yol.platform.document;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.yol.platform.due.Claim;
import org.yol.platform.due.DueWork;

/**
 * Changes of many documents, each still an atomic write of its own, in three commands for all of them: what they are,
 * the writes, and what has come of these. A document names the causes of its changes, so that it says itself whether
 * its write went through; one that did not, since somebody else got in between, is left to be changed by itself.
 */
final class ManyChanges<A extends Record & Aggregate> {

    private final MongoCollection<BsonDocument> stored;
    private final StoredRecords<A> records;
    private final DocumentUpdate<A> updates;
    private final DueWork telling;
    private final Map<String, A> standing = new HashMap<>();
    private final List<CausedChange<A>> left = new ArrayList<>();
    private final List<CausedChange<A>> wanted = new ArrayList<>();
    private final List<WriteModel<BsonDocument>> writes = new ArrayList<>();
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<Claim, BsonDocument> toTell = new HashMap<>();

    ManyChanges(
            MongoCollection<BsonDocument> stored,
            StoredRecords<A> records,
            DocumentUpdate<A> updates,
            DueWork telling) {
        this.stored = stored;
        this.records = records;
        this.updates = updates;
        this.telling = telling;
    }

    /** @param asRead the condition under which a change may be written on a document as it was read */
    void write(Collection<CausedChange<A>> changes, BiFunction<BsonDocument, Change<A>, Bson> asRead) {
        Map<String, BsonDocument> before = documents(changes);
        for (CausedChange<A> each : changes) {
            prepare(each, before.get(each.id()), asRead);
        }
        if (writes.isEmpty()) {
            return;
        }
        write();
        Map<String, BsonDocument> after = documents(wanted);
        for (CausedChange<A> each : wanted) {
            lookAt(each, after.get(each.id()));
        }
        telling.startAll(toTell);
    }

    /** The documents as they are now, by id; not those that are {@link #left}. */
    Map<String, A> standing() {
        return standing;
    }

    /** Changes that are still to be made. */
    List<CausedChange<A>> left() {
        return left;
    }

    private void prepare(CausedChange<A> each, BsonDocument current, BiFunction<BsonDocument, Change<A>, Bson> asRead) {
        if (current == null && each.known().version() > 0) {
            return;
        }
        A state = current == null ? each.known() : records.decode(current);
        boolean repeated = current != null && each.cause().isRepeatedIn(current);
        Change<A> change = repeated ? Change.silent(state) : each.operation().apply(state);
        if (change.changesNothing(state)) {
            if (current != null) {
                standing.put(each.id(), state);
            }
            return;
        }
        wanted.add(each);
        Claim claim = telling.claim(each.id());
        if (current == null) {
            claims.put(each.id(), claim);
            writes.add(new InsertOneModel<>(updates.newDocument(change, each.cause(), claim)));
        } else {
            Optional<Claim> own =
                    !change.tells() || telling.isScheduledIn(current) ? Optional.empty() : Optional.of(claim);
            own.ifPresent(held -> claims.put(each.id(), held));
            writes.add(new UpdateOneModel<>(
                    asRead.apply(current, change), updates.update(current, change, each.cause(), own)));
        }
    }

    private void write() {
        try {
            stored.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException failure) {
            boolean othersWereFirst = failure.getWriteConcernError() == null
                    && failure.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!othersWereFirst) {
                throw failure;
            }
        }
    }

    private void lookAt(CausedChange<A> each, BsonDocument document) {
        if (document == null || !each.cause().isRepeatedIn(document)) {
            left.add(each);
            return;
        }
        // Reading fills it, and whoever tells its events looks at it too: one after the other.
        standing.put(each.id(), records.decode(document));
        Claim claim = claims.get(each.id());
        if (claim != null && claim.isHeldIn(document)) {
            toTell.put(claim, document);
        }
    }

    private Map<String, BsonDocument> documents(Collection<CausedChange<A>> changes) {
        Map<String, BsonDocument> found = new HashMap<>();
        stored.find(in("_id", changes.stream().map(CausedChange::id).toList()))
                .forEach(document -> found.put(document.getString("_id").getValue(), document));
        return found;
    }
}
