package org.yol.localrun.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yol.localrun.Port;
import org.yol.localrun.Ports;

class EmbeddedStoreIT {

    private final Port port = new Port(Ports.freeNumbers(1).getFirst(), "YOL_MONGODB_PORT");

    @TempDir
    Path directory;

    @Test
    void keepsWhatItConfirmedWhenItIsKilledAtOnce() throws Exception {
        Process process = startProcess();
        try (MongoClient client = MongoClients.create("mongodb://localhost:" + port.number())) {
            client.getDatabase("applications")
                    .getCollection("applications")
                    .insertOne(new Document("_id", "one").append("version", 1L));
            client.getDatabase("applications")
                    .getCollection("applications")
                    .findOneAndUpdate(
                            Filters.and(Filters.eq("_id", "one"), Filters.eq("version", 1L)),
                            Updates.set("version", 2L));
        } finally {
            process.destroyForcibly().waitFor();
        }

        try (EmbeddedStore store = new EmbeddedStore(directory, port);
                MongoClient client = MongoClients.create(store.uri())) {
            store.start();
            assertThat(client.getDatabase("applications")
                            .getCollection("applications")
                            .find(Filters.eq("_id", "one"))
                            .first())
                    .containsEntry("version", 2L);
        }
    }

    @Test
    void answersHealthChecks() throws Exception {
        try (EmbeddedStore store = new EmbeddedStore(directory, port);
                MongoClient client = MongoClients.create(store.uri())) {
            store.start();
            assertThat(client.getDatabase("programs").runCommand(new Document("hello", 1)))
                    .containsEntry("isWritablePrimary", true);
        }
    }

    @Test
    void showsNobodyADocumentThatIsHalfChanged() throws Exception {
        try (EmbeddedStore store = new EmbeddedStore(directory, port);
                MongoClient client = MongoClients.create(store.uri() + "/?retryReads=false")) {
            store.start();
            MongoCollection<Document> documents =
                    client.getDatabase("applications").getCollection("applications");
            documents.insertOne(manyTimes(0).append("_id", "one"));
            CompletableFuture<Void> writer = meanwhile(() -> IntStream.range(1, 1_000)
                    .forEach(value -> documents.replaceOne(Filters.eq("_id", "one"), manyTimes(value))));
            List<CompletableFuture<Void>> readers = Stream.generate(() -> meanwhile(() -> {
                        while (!writer.isDone()) {
                            Document read =
                                    documents.find(Filters.eq("_id", "one")).first();
                            read.remove("_id");
                            assertThat(Set.copyOf(read.values())).hasSize(1);
                        }
                    }))
                    .limit(3)
                    .toList();

            writer.join();
            readers.forEach(CompletableFuture::join);
        }
    }

    private static CompletableFuture<Void> meanwhile(Runnable work) {
        return CompletableFuture.runAsync(work, Thread::startVirtualThread);
    }

    /** Its fields have other names each time, so that one that changes meanwhile can't be written down at all. */
    private static Document manyTimes(int value) {
        Document document = new Document();
        IntStream.range(0, 500).forEach(field -> document.append("of" + value % 2 + "-" + field, value));
        return document;
    }

    private Process startProcess() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreProcess.class.getName(),
                        directory.toString(),
                        Integer.toString(port.number()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        assertThat(output.readLine()).isEqualTo("ready");
        return process;
    }
}
