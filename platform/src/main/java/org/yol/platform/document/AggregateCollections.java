package org.yol.platform.document;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.DueWorks;
import org.yol.platform.due.Task;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.outbox.Outbox;
import org.yol.platform.outbox.OutboxRelay;
import org.yol.platform.startup.Preparations;

/**
 * Opens the collections of a service: from then on their indexes are created, their outboxes relayed and their due work
 * is done.
 */
public final class AggregateCollections {

    private final MongoDatabase database;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final DueWorks works;
    private final Preparations preparations;
    private final List<AggregateCollection<?>> opened;
    private final Map<String, String> unreadable;

    public AggregateCollections(
            MongoDatabase database, Outbox outbox, OutboxRelay relay, DueWorks works, Preparations preparations) {
        this(database, outbox, relay, works, preparations, new CopyOnWriteArrayList<>(), new ConcurrentHashMap<>());
    }

    private AggregateCollections(
            MongoDatabase database,
            Outbox outbox,
            OutboxRelay relay,
            DueWorks works,
            Preparations preparations,
            List<AggregateCollection<?>> opened,
            Map<String, String> unreadable) {
        this.database = database;
        this.outbox = outbox;
        this.relay = relay;
        this.works = works;
        this.preparations = preparations;
        this.opened = opened;
        this.unreadable = unreadable;
    }

    /** The same for another database than the service's own. */
    public AggregateCollections in(MongoDatabase other) {
        return new AggregateCollections(other, outbox, relay, works, preparations, opened, unreadable);
    }

    /** A collection of aggregates that are still stored as they first were. */
    public <A extends Record & Aggregate> AggregateCollection<A> open(
            String name, Class<A> type, List<IndexModel> indexes) {
        return open(name, type, StoredForm.FIRST, indexes);
    }

    /**
     * A collection of aggregates.
     *
     * @param name the collection's name in its database
     * @param form in which they are stored, and were
     * @param indexes created in the background as soon as the store answers
     * @throws IllegalArgumentException when a component has the name of a field that every document keeps for itself
     */
    public <A extends Record & Aggregate> AggregateCollection<A> open(
            String name, Class<A> type, StoredForm form, List<IndexModel> indexes) {
        MongoCollection<A> documents = database.getCollection(name, type);
        StoredRecords<A> records = new StoredRecords<>(documents, form);
        if (records.fields().stream().anyMatch(AggregateCollection.RESERVED::contains)) {
            throw new IllegalArgumentException(type + " has a component named like one of "
                    + AggregateCollection.RESERVED + ", which every document keeps for itself");
        }
        MongoCollection<BsonDocument> stored = documents.withDocumentClass(BsonDocument.class);
        boolean silent = Silent.class.isAssignableFrom(type);
        DueWork telling = silent ? relay.nothing(stored) : relay.watch(stored);
        preparations.add("form of " + name, () -> check(name, form, stored));
        prepareIndexes(stored, Stream.concat(silent ? Stream.of() : Stream.of(telling.index()), indexes.stream()));
        AggregateCollection<A> collection = new AggregateCollection<>(
                stored, records, outbox, telling, (plan, task) -> startWork(stored, plan, task));
        opened.add(collection);
        return collection;
    }

    /** @throws IllegalArgumentException for the name of the work that every document has for its outbox */
    private DueWork startWork(MongoCollection<BsonDocument> stored, WorkPlan plan, Task<BsonDocument> task) {
        if (plan.name().equals(OutboxRelay.WORK)) {
            throw new IllegalArgumentException("'" + OutboxRelay.WORK + "' is the work of telling the outbox");
        }
        DueWork work = works.add(stored, plan, task);
        prepareIndexes(stored, Stream.of(work.index()));
        return work;
    }

    /**
     * A collection of documents that never change and are taken away when nobody needs them any more.
     *
     * @param indexes created in the background as soon as the store answers
     */
    public <R extends Record> PerishableDocuments<R> openPerishable(
            String name, Class<R> type, List<IndexModel> indexes) {
        MongoCollection<R> documents = database.getCollection(name, type);
        MongoCollection<BsonDocument> stored = documents.withDocumentClass(BsonDocument.class);
        prepareIndexes(stored, indexes.stream());
        return new PerishableDocuments<>(
                stored,
                new StoredRecords<>(documents, StoredForm.FIRST),
                (plan, task) -> startWork(stored, plan, task));
    }

    /**
     * A collection of documents that never change and stay for ever.
     *
     * @param indexes created in the background as soon as the store answers
     */
    public <R extends Record> FinalDocuments<R> openFinal(String name, Class<R> type, List<IndexModel> indexes) {
        prepareIndexes(database.getCollection(name, BsonDocument.class), indexes.stream());
        return new FinalDocuments<>(database, name, type);
    }

    /** All that have been opened, in whatever database: what the service stores. */
    public List<AggregateCollection<?>> opened() {
        return List.copyOf(opened);
    }

    private void prepareIndexes(MongoCollection<BsonDocument> documents, Stream<IndexModel> indexes) {
        List<IndexModel> wanted = indexes.toList();
        preparations.add(
                "indexes of " + documents.getNamespace().getCollectionName(), () -> createIndexes(documents, wanted));
    }

    /**
     * One by one: a definition that the store refuses must not keep it from the others. And one collection after the
     * other, since two of these at once would both make the collection.
     */
    private synchronized void createIndexes(MongoCollection<BsonDocument> documents, List<IndexModel> indexes) {
        RuntimeException refused = null;
        for (IndexModel index : indexes) {
            try {
                documents.createIndexes(List.of(index));
            } catch (MongoException failure) {
                refused = failure;
            }
        }
        if (refused != null) {
            throw refused;
        }
    }

    /** Says at once, and not with the first request, that this release cannot read what is there. */
    private void check(String name, StoredForm form, MongoCollection<BsonDocument> documents) {
        String where = documents.getNamespace().getFullName();
        BsonDocument any = documents.find().first();
        if (any == null) {
            unreadable.remove(where);
            return;
        }
        try {
            form.newest(name, any);
            unreadable.remove(where);
        } catch (UnreadableForm refused) {
            unreadable.put(where, refused.getMessage());
            throw refused;
        }
    }

    /** Collections whose documents this release cannot read, each with what to do. */
    Map<String, String> unreadable() {
        return Map.copyOf(unreadable);
    }
}
