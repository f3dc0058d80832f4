package org.yol.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Optional;

/** A database of {@link StoredCollection}s. */
final class StoredDatabase extends AbstractMongoDatabase<Key> {

    private static final int FIRST_BATCH = 101;

    private final RocksStore store;

    StoredDatabase(String name, RocksStore store, CursorRegistry cursors) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        return switch (command) {
            case "find" -> super.handleCommand(channel, command, inBatches(query), databases, oplog);
            case "aggregate" ->
                aggregated(query, databases, oplog)
                        .orElseGet(() -> super.handleCommand(channel, command, query, databases, oplog));
            default -> super.handleCommand(channel, command, query, databases, oplog);
        };
    }

    /** As MongoDB does when a client does not say how much it wants at once. */
    private static Document inBatches(Document query) {
        boolean atOnce = Boolean.TRUE.equals(query.get("singleBatch"));
        int wanted = query.get(atOnce ? "limit" : "batchSize") instanceof Number number ? number.intValue() : 0;
        query.put("batchSize", wanted > 0 ? wanted : FIRST_BATCH);
        return query;
    }

    /** With the first stage as a query, for which there are indexes; empty when it is none. */
    private Optional<Document> aggregated(Document query, DatabaseResolver databases, Oplog oplog) {
        if (!(query.get("pipeline") instanceof List<?> pipeline)
                || query.containsKey("let")
                || pipeline.isEmpty()
                || !(pipeline.getFirst() instanceof Document first)
                || !(first.get("$match") instanceof Document match)
                || !(resolveCollection(query.get("aggregate").toString(), false)
                        instanceof StoredCollection collection)) {
            return Optional.empty();
        }
        return Optional.of(answer(
                collection.getFullName(),
                isCount(pipeline)
                        ? counted(collection.count(match, 0, 0))
                        : Aggregation.fromPipeline(query.get("pipeline"), databases, this, collection, oplog)
                                .runStagesAsStream(collection.stream(match))
                                .toList()));
    }

    private static boolean isCount(List<?> pipeline) {
        return pipeline.size() == 2
                && pipeline.getLast()
                        .equals(new Document("$group", new Document("_id", 1).append("n", new Document("$sum", 1))));
    }

    private static List<Document> counted(int number) {
        return number == 0 ? List.of() : List.of(new Document("_id", 1).append("n", number));
    }

    private static Document answer(String namespace, List<Document> documents) {
        return new Document(
                        "cursor", new Document("id", 0L).append("ns", namespace).append("firstBatch", documents))
                .append("ok", 1.0);
    }

    @Override
    protected MongoCollection<Key> openOrCreateCollection(String name, CollectionOptions options) {
        return new StoredCollection(this, name, options, store.openMap(documentsOf(name)), cursorRegistry);
    }

    @Override
    protected Index<Key> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
        return keys.size() == 1 && keys.getFirst().getKey().equals(IdIndex.ID)
                ? new IdIndex(name, store.openMap(documentsOf(collection)))
                : new FieldIndex(name, keys, sparse, true, store.openMap(indexOf(collection, name)));
    }

    @Override
    protected Index<Key> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new FieldIndex(name, keys, sparse, false, store.openMap(indexOf(collection, name)));
    }

    @Override
    protected void dropIndex(MongoCollection<Key> collection, String name) {
        super.dropIndex(collection, name);
        store.removeMap(indexOf(collection.getCollectionName(), name));
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        store.removeMap(documentsOf(name));
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String name) {
        throw new UnsupportedOperationException("collections keep their names");
    }

    @Override
    protected long getStorageSize() {
        return store.size();
    }

    @Override
    protected long getFileSize() {
        return store.size();
    }

    private String documentsOf(String collection) {
        return RocksStore.DOCUMENTS + getDatabaseName() + "." + collection;
    }

    private String indexOf(String collection, String name) {
        return RocksStore.INDEXES + getDatabaseName() + "." + collection + "/" + name;
    }
}
