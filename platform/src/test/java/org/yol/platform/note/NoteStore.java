package org.yol.platform.note;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.due.DueWorks;
import org.yol.platform.outbox.EventPublisher;
import org.yol.platform.outbox.Outbox;
import org.yol.platform.outbox.OutboxRelay;
import org.yol.platform.outbox.TraceContext;
import org.yol.platform.startup.Preparations;
import org.yol.platform.test.QueriesHaveIndexes;
import org.yol.platform.test.QueryWatch;
import org.yol.platform.test.RealParts;
import org.yol.platform.trail.RecordedAct;
import tools.jackson.databind.json.JsonMapper;

/** Notes in a database of their own, without Spring. Nothing is told until the due work is started. */
public final class NoteStore implements AutoCloseable {

    private final String database = "notes_" + UUID.randomUUID().toString().substring(0, 8);
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(RealParts.mongodbAddress()))
            .addCommandListener(QueryWatch.only())
            .build());
    private final Preparations preparations = new Preparations();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Clock clock;
    private final Outbox outbox;
    private final DueWorks works;
    private final AggregateCollection<Note> notes;
    private final List<RecordedAct> recorded = new CopyOnWriteArrayList<>();

    /** A process of the service. */
    public record Replica(DueWorks works, AggregateCollection<Note> notes) {}

    /** A store whose events go to that broker. */
    public NoteStore(KafkaTemplate<String, byte[]> kafka) {
        this(kafka, Clock.systemUTC());
    }

    /** The same in a time of its own. */
    public NoteStore(KafkaTemplate<String, byte[]> kafka, Clock clock) {
        this.clock = clock;
        var beans = new StaticListableBeanFactory();
        var trace = new TraceContext(beans.getBeanProvider(Tracer.class), beans.getBeanProvider(Propagator.class));
        outbox = new Outbox(JsonMapper.shared(), clock, trace);
        works = new DueWorks(clock, meters);
        // The embedded store fails an insert that comes while the preparation of indexes is making the collection.
        database().createCollection("notes");
        notes = open(kafka, works);
        awaitIndex(notes.stored(), "rank_1__id_1");
    }

    /** Waits for an index that is created in the background: the embedded store fails writes that come meanwhile. */
    public static void awaitIndex(MongoCollection<?> documents, String name) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> documents
                        .listIndexes()
                        .map(index -> index.getString("name"))
                        .into(new ArrayList<>())
                        .contains(name));
    }

    private AggregateCollection<Note> open(KafkaTemplate<String, byte[]> kafka, DueWorks doneBy) {
        return collections(kafka, doneBy)
                .open("notes", Note.class, List.of(new IndexModel(Indexes.ascending("rank", "_id"))));
    }

    private AggregateCollections collections(KafkaTemplate<String, byte[]> kafka, DueWorks doneBy) {
        OutboxRelay relay = new OutboxRelay(new EventPublisher(kafka, "note-service"), () -> recorded::addAll, doneBy);
        return new AggregateCollections(database(), outbox, relay, doneBy, preparations);
    }

    /** The acts that were handed on, in their order, each as often as it was. */
    public List<RecordedAct> recorded() {
        return List.copyOf(recorded);
    }

    /** For collections of anything else in the same database, whose events nobody hears. */
    public AggregateCollections collections() {
        return collections(null, works);
    }

    /** The database of this store. */
    public MongoDatabase database() {
        return client.getDatabase(database);
    }

    /** Another database on the same server, gone with this store. */
    public MongoDatabase anotherDatabase() {
        return client.getDatabase("other_" + database);
    }

    /** Another replica of the service, on the same documents. */
    public Replica anotherReplica(KafkaTemplate<String, byte[]> kafka) {
        DueWorks another = new DueWorks(clock, new SimpleMeterRegistry());
        return new Replica(another, open(kafka, another));
    }

    public AggregateCollection<Note> notes() {
        return notes;
    }

    public DueWorks works() {
        return works;
    }

    /** The documents as they are stored. */
    public MongoCollection<BsonDocument> stored() {
        return notes.stored();
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
        return meters.get("yol.due.oldest").tag("work", "telling").gauge().value();
    }

    @Override
    public void close() {
        if (works.isRunning()) {
            works.stop();
        }
        preparations.close();
        QueriesHaveIndexes.judge();
        database().drop();
        anotherDatabase().drop();
        client.close();
    }
}
