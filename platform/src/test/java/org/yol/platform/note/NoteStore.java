package org.yol.platform.note;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.outbox.EventPublisher;
import org.yol.platform.outbox.Outbox;
import org.yol.platform.outbox.OutboxRelay;
import org.yol.platform.outbox.TraceContext;
import org.yol.platform.startup.Preparations;
import org.yol.platform.test.RealParts;
import tools.jackson.databind.json.JsonMapper;

/** Notes in a database of their own, without Spring. The relay rests until it is started. */
public final class NoteStore implements AutoCloseable {

    private final String database = "notes_" + UUID.randomUUID().toString().substring(0, 8);
    private final MongoClient client = MongoClients.create(RealParts.mongodbAddress());
    private final Preparations preparations = new Preparations();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final AggregateCollection<Note> notes;

    /** A store whose events go to that broker. */
    public NoteStore(KafkaTemplate<String, byte[]> kafka) {
        var beans = new StaticListableBeanFactory();
        var trace = new TraceContext(beans.getBeanProvider(Tracer.class), beans.getBeanProvider(Propagator.class));
        outbox = new Outbox(JsonMapper.shared(), Clock.systemUTC(), trace);
        relay = newRelay(kafka);
        // The embedded store fails an insert that comes while the preparation of indexes is making the collection.
        client.getDatabase(database).createCollection("notes");
        notes = open(relay);
    }

    private static OutboxRelay newRelay(KafkaTemplate<String, byte[]> kafka, MeterRegistry meters) {
        return new OutboxRelay(new EventPublisher(kafka, "note-service"), Clock.systemUTC(), meters);
    }

    private OutboxRelay newRelay(KafkaTemplate<String, byte[]> kafka) {
        return newRelay(kafka, meters);
    }

    private AggregateCollection<Note> open(OutboxRelay toldBy) {
        return new AggregateCollections(client.getDatabase(database), outbox, toldBy, preparations)
                .open("notes", Note.class, List.of());
    }

    /** Another replica of the service, on the same documents. */
    public OutboxRelay anotherRelay(KafkaTemplate<String, byte[]> kafka) {
        OutboxRelay another = newRelay(kafka, new SimpleMeterRegistry());
        open(another);
        return another;
    }

    public AggregateCollection<Note> notes() {
        return notes;
    }

    public OutboxRelay relay() {
        return relay;
    }

    /** The documents as they are stored. */
    public MongoCollection<BsonDocument> stored() {
        return notes.documents().withDocumentClass(BsonDocument.class);
    }

    /** One document as it is stored. */
    public BsonDocument stored(String id) {
        return stored().find(new BsonDocument("_id", new org.bson.BsonString(id)))
                .first();
    }

    /** The events a document has still to tell. */
    public BsonArray outbox(String id) {
        return stored(id).getArray("outbox");
    }

    /** The gauge of the oldest event waiting, in seconds. */
    public double oldestPending() {
        return meters.get("yol.outbox.oldest.pending")
                .tag("collection", "notes")
                .gauge()
                .value();
    }

    @Override
    public void close() {
        if (relay.isRunning()) {
            relay.stop();
        }
        preparations.close();
        client.getDatabase(database).drop();
        client.close();
    }
}
