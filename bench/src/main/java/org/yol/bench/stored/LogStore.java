package org.yol.bench.stored;

import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.bson.Document;
import org.yol.bench.log.Committed;
import org.yol.bench.platform.Installation;

/** What the public log keeps in the store, as it keeps it. */
public final class LogStore implements AutoCloseable {

    private static final int DIGEST_BYTES = 32;
    private static final int AT_ONCE = 1_000;
    private static final String HOLDER = "due.numbering.holder";

    private final MongoClient store;

    /** Opens the store of an installation. */
    public LogStore(Installation installation) {
        this.store = MongoClients.create(installation.store());
    }

    /** Has submissions wait that nobody has made. */
    public void wait(int count, String call) {
        MongoCollection<Document> waiting = collection("log-waiting");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        for (int left = count; left > 0; left -= AT_ONCE) {
            waiting.insertMany(Stream.generate(() -> waiting(call, now))
                    .limit(Math.min(AT_ONCE, left))
                    .toList());
        }
    }

    private static Document waiting(String call, Instant now) {
        byte[] digest = new byte[DIGEST_BYTES];
        ThreadLocalRandom.current().nextBytes(digest);
        String hex = HexFormat.of().formatHex(digest);
        String source = "submission/" + hex;
        return new Document("_id", source)
                .append("since", Date.from(now))
                .append(
                        "statement",
                        new Document("source", source)
                                .append("kind", "submission")
                                .append("call", call)
                                .append("at", Date.from(now))
                                .append("text", Committed.submission(now.toString(), call, hex)));
    }

    /**
     * The process that writes the log at this moment, by the name that it has for claims.
     *
     * @param within how long is waited for a moment in which one does
     * @param other than this one
     */
    public Optional<String> writer(Duration within, String other) {
        MongoCollection<Document> logs = collection("public-logs");
        long limit = System.nanoTime() + within.toNanos();
        while (System.nanoTime() < limit) {
            Document claimed = logs.find(exists(HOLDER)).first();
            if (claimed != null) {
                String claim = claimed.getEmbedded(List.of("due", "numbering", "holder"), String.class);
                String process = claim.substring(0, claim.indexOf('-'));
                if (!process.equals(other)) {
                    return Optional.of(process);
                }
            }
        }
        return Optional.empty();
    }

    private MongoCollection<Document> collection(String name) {
        return store.getDatabase("applications").getCollection(name);
    }

    @Override
    public void close() {
        store.close();
    }
}
