package org.yol.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.include;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process is killed while the file is written and compacted, which is nearly always: a few documents are replaced
 * so often that all of the file is written anew several times between two kills.
 */
class KilledStoreIT {

    private static final int KILLS = 3;
    private static final int DOCUMENTS = 150;
    private static final int WRITERS = 6;
    private static final int BYTES = 60_000;
    /** Three times what is live, and what was not written from the log to files. */
    private static final long BYTES_ON_FILE = 3L * DOCUMENTS * BYTES + (64L << 20);

    private static final long BYTES_BETWEEN_KILLS = 100_000_000;

    private final Random random = new Random(8);
    private final Map<Integer, Long> answered = new ConcurrentHashMap<>();
    private final Map<Integer, Long> sent = new ConcurrentHashMap<>();
    private final AtomicLong versions = new AtomicLong();

    @TempDir
    Path directory;

    @Test
    void keepsAllThatWasAnsweredForHoweverOftenItIsKilledWhileItCompactsItsFile() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            writeUntilKilled(kill);
            assertThat(size()).as("bytes on file").isLessThan(BYTES_ON_FILE);
        }
        Process process = StoreProcess.start(directory, "200m");
        try (MongoClient client = StoreProcess.connect(process)) {
            compare(client);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private void writeUntilKilled(int kill) throws Exception {
        Process process = StoreProcess.start(directory, "200m");
        try (MongoClient client = StoreProcess.connect(process);
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            compare(client);
            MongoCollection<Document> documents = documents(client);
            documents.createIndex(ascending("version"));
            documents.createIndex(descending("group", "version"));
            AtomicLong left = new AtomicLong(BYTES_BETWEEN_KILLS + random.nextLong(BYTES_BETWEEN_KILLS / 5));
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Random choice = new Random(100L * kill + writer);
                int share = writer;
                writing.add(writers.submit(() -> write(documents, choice, share, left, process)));
            }
            for (Future<?> each : writing) {
                each.get();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private void write(
            MongoCollection<Document> documents, Random choice, int share, AtomicLong left, Process process) {
        byte[] content = new byte[BYTES];
        try {
            while (true) {
                int number = choice.nextInt(DOCUMENTS / WRITERS) * WRITERS + share;
                long version = versions.incrementAndGet();
                choice.nextBytes(content);
                sent.put(number, version);
                documents.replaceOne(
                        eq("_id", number),
                        new Document("_id", number)
                                .append("version", version)
                                .append("group", version % 3)
                                .append("content", new Binary(content.clone())),
                        new ReplaceOptions().upsert(true));
                answered.put(number, version);
                if (left.addAndGet(-BYTES) < 0) {
                    process.destroyForcibly();
                }
            }
        } catch (MongoException killed) {
            assertThat(left.get())
                    .as("bytes before it failed by itself: %s", killed)
                    .isNegative();
        }
    }

    private void compare(MongoClient client) {
        MongoCollection<Document> documents = documents(client);
        List<Document> all = documents.find().into(new ArrayList<>());
        answered.forEach((number, version) -> assertThat(all)
                .filteredOn(document -> document.getInteger("_id").equals(number))
                .singleElement()
                .satisfies(document -> assertThat(document.getLong("version"))
                        .as("version of %d", number)
                        .isIn(version, sent.get(number))));
        // By the indexes: the same, and each once.
        for (Document document : all) {
            assertThat(documents
                            .find(eq("version", document.getLong("version")))
                            .projection(include("_id"))
                            .map(found -> found.get("_id")))
                    .containsExactly(document.get("_id"));
        }
        for (long group = 0; group < 3; group++) {
            long wanted = group;
            assertThat(documents.countDocuments(eq("group", wanted)))
                    .isEqualTo(all.stream()
                            .filter(document -> document.getLong("group") == wanted)
                            .count());
        }
        assertThat(documents.countDocuments(gte("version", 0L))).isEqualTo(all.size());
    }

    private static MongoCollection<Document> documents(MongoClient client) {
        return client.getDatabase("test").getCollection("documents");
    }

    private long size() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
