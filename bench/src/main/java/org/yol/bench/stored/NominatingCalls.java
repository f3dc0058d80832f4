package org.yol.bench.stored;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.yol.bench.platform.Installation;

/**
 * A call as if it had been for nominated candidates from the beginning, among others of the kind that nobody applies
 * to. Until it is closed: what else is measured needs nobody's nomination.
 */
public final class NominatingCalls implements AutoCloseable {

    private static final String INTAKE = "intake";

    private final MongoClient store;
    private final MongoCollection<Document> calls;
    private final String callId;
    private final String before;
    private final List<String> others;

    /** @param others how many there are beside the call */
    public NominatingCalls(Installation installation, String callId, int others) {
        this.store = MongoClients.create(installation.store());
        this.calls = store.getDatabase("applications").getCollection("calls");
        this.callId = callId;
        Document call = Objects.requireNonNull(calls.find(eq("_id", callId)).first(), callId);
        this.before = call.getString(INTAKE);
        this.others = IntStream.rangeClosed(1, others)
                .mapToObj(number -> callId + "-" + number)
                .toList();
        calls.updateOne(eq("_id", callId), set(INTAKE, "NOMINATED"));
        calls.insertMany(this.others.stream()
                .map(id -> new Document(call).append("_id", id).append(INTAKE, "NOMINATED"))
                .toList());
    }

    @Override
    public void close() {
        try (store) {
            calls.deleteMany(in("_id", others));
            calls.updateOne(eq("_id", callId), set(INTAKE, before));
        }
    }
}
