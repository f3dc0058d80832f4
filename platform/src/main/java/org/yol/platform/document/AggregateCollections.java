package org.yol.platform.document;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import java.util.List;
import org.yol.platform.outbox.Outbox;
import org.yol.platform.outbox.OutboxRelay;
import org.yol.platform.startup.Preparations;

/** Opens the collections of a service: their indexes are created and their outboxes relayed from then on. */
public final class AggregateCollections {

    private final MongoDatabase database;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final Preparations preparations;

    public AggregateCollections(MongoDatabase database, Outbox outbox, OutboxRelay relay, Preparations preparations) {
        this.database = database;
        this.outbox = outbox;
        this.relay = relay;
        this.preparations = preparations;
    }

    /**
     * A collection of aggregates.
     *
     * @param name the collection's name in the service's own database
     * @param indexes created in the background as soon as the store answers
     */
    public <A extends Record & Aggregate> AggregateCollection<A> open(
            String name, Class<A> type, List<IndexModel> indexes) {
        var documents = database.getCollection(name, type);
        preparations.add("indexes of " + name, () -> {
            if (!indexes.isEmpty()) {
                documents.createIndexes(indexes);
            }
            documents.createIndex(Outbox.INDEX.getKeys(), Outbox.INDEX.getOptions());
        });
        relay.watch(documents.withDocumentClass(org.bson.BsonDocument.class));
        return new AggregateCollection<>(documents, outbox, relay);
    }
}
