package org.yol.platform.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.conversions.Bson;
import org.yol.platform.outbox.Outbox;
import org.yol.platform.outbox.OutboxRelay;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * The one way documents are written: state, version, the events the change caused and the identity of the request that
 * asked for it go into the document by a single atomic operation, so that no crash can keep one and lose another. Needs
 * no transactions and no sessions, and so holds on a standalone server, a replica set and a sharded cluster alike.
 */
public final class AggregateCollection<A extends Record & Aggregate> {

    /** A write without a stated version starts over when another got in between; this often. */
    private static final int ATTEMPTS = 20;

    /** How many requests a document remembers: more than a person can have under way. */
    private static final int REMEMBERED_REQUESTS = 50;

    private final MongoCollection<A> documents;
    private final MongoCollection<BsonDocument> stored;
    private final Codec<A> codec;
    private final Outbox outbox;
    private final OutboxRelay relay;

    AggregateCollection(MongoCollection<A> documents, Outbox outbox, OutboxRelay relay) {
        this.documents = documents;
        this.stored = documents.withDocumentClass(BsonDocument.class);
        this.codec = documents.getCodecRegistry().get(documents.getDocumentClass());
        this.outbox = outbox;
        this.relay = relay;
    }

    /** The documents, for reading. Writing is this class's alone. */
    public MongoCollection<A> documents() {
        return documents;
    }

    /** The document of that id. */
    public Optional<A> find(String id) {
        return Optional.ofNullable(documents.find(eq("_id", id)).first());
    }

    /** The page of the documents a filter allows. */
    public Page<A> page(Bson filter, Sorting sorting, PageRequest request) {
        return new PagedQuery<>(stored, this::decode).page(filter, sorting, request);
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
        BsonDocument document = encode(change);
        document.put("outbox", outbox.entries(change.events(), 0));
        document.put("requests", new BsonArray(List.of(remembered(request))));
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
            if (isRepeated(existing, request)) {
                return decode(existing);
            }
            throw new AlreadyExists(decode(existing));
        }
        nudge(change);
        return decode(document);
    }

    /**
     * Changes a document whatever its version, starting over when somebody else got in between.
     *
     * @param operation computes the change from the current state; is called again on the new state after a collision
     */
    public A change(String id, Function<A, Change<A>> operation) {
        return write(id, null, null, operation);
    }

    /**
     * Changes a document for somebody who has seen a certain version of it.
     *
     * @throws Refused stale-version, or not-found when there is no such document
     */
    public A change(String id, ExpectedVersion expected, Function<A, Change<A>> operation) {
        return write(id, expected, null, operation);
    }

    /**
     * The same for a request that may be sent again: a repetition finds its own trace in the document and answers with
     * the document as it is, although its version is no longer the one expected.
     */
    public A change(String id, ExpectedVersion expected, RequestIdentity request, Function<A, Change<A>> operation) {
        return write(id, expected, request, operation);
    }

    private A write(String id, ExpectedVersion expected, RequestIdentity request, Function<A, Change<A>> operation) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            BsonDocument current = stored.find(eq("_id", id)).first();
            if (current == null) {
                throw new Refused(Problem.NOT_FOUND);
            }
            A state = decode(current);
            if (request != null && isRepeated(current, request)) {
                return state;
            }
            if (expected != null && expected.version() != state.version()) {
                // The caller may not even see the document: let the operation say so first.
                operation.apply(state);
                throw new Refused(Problem.STALE_VERSION);
            }
            Change<A> change = operation.apply(state);
            if (change.events().isEmpty() && change.state().equals(state) && request == null) {
                return state;
            }
            BsonDocument updated = stored.findOneAndUpdate(
                    and(eq("_id", id), eq("version", state.version())),
                    update(change, request),
                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
            if (updated != null) {
                nudge(change);
                return decode(updated);
            }
        }
        throw new Refused(Problem.STALE_VERSION);
    }

    private void nudge(Change<A> change) {
        if (!change.events().isEmpty()) {
            relay.nudge(
                    documents.getNamespace().getCollectionName(), change.state().id());
        }
    }

    private BsonDocument update(Change<A> change, RequestIdentity request) {
        BsonDocument fields = encode(change);
        fields.remove("_id");
        BsonDocument update = new BsonDocument("$set", fields);
        BsonDocument gone = new BsonDocument();
        Arrays.stream(documents.getDocumentClass().getRecordComponents())
                .map(component -> component.getName())
                .filter(name -> !name.equals("id") && !fields.containsKey(name))
                .forEach(name -> gone.put(name, new BsonString("")));
        if (!gone.isEmpty()) {
            update.put("$unset", gone);
        }
        BsonDocument push = new BsonDocument();
        if (!change.events().isEmpty()) {
            push.put(
                    "outbox",
                    new BsonDocument(
                            "$each",
                            outbox.entries(change.events(), change.state().version())));
        }
        if (request != null) {
            push.put(
                    "requests",
                    new BsonDocument("$each", new BsonArray(List.of(remembered(request))))
                            .append("$slice", new BsonInt32(-REMEMBERED_REQUESTS)));
        }
        if (!push.isEmpty()) {
            update.put("$push", push);
        }
        return update;
    }

    private static BsonDocument remembered(RequestIdentity request) {
        return new BsonDocument("key", new BsonString(request.key()))
                .append("digest", new BsonString(request.digest()));
    }

    private static boolean isRepeated(BsonDocument document, RequestIdentity request) {
        for (BsonValue value : document.getArray("requests", new BsonArray())) {
            if (value.asDocument().getString("key").getValue().equals(request.key())) {
                if (!value.asDocument().getString("digest").getValue().equals(request.digest())) {
                    throw new Refused(Problem.IDEMPOTENCY_KEY_REUSED);
                }
                return true;
            }
        }
        return false;
    }

    private BsonDocument encode(Change<A> change) {
        BsonDocument document = new BsonDocument();
        codec.encode(
                new BsonDocumentWriter(document),
                change.state(),
                EncoderContext.builder().build());
        document.values().removeIf(BsonNull.class::isInstance);
        long version = change.state().version() + Math.max(1, change.events().size());
        document.put("version", new BsonInt64(version));
        return document;
    }

    private A decode(BsonDocument document) {
        return codec.decode(
                new BsonDocumentReader(document), DecoderContext.builder().build());
    }
}
