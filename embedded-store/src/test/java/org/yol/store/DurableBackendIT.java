package org.yol.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateManyModel;
import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableBackendIT {

    private static final int KEYS = 1_000_000;

    @TempDir
    Path folder;

    private RocksStore store;
    private MongoServer server;
    private MongoClient client;
    private MongoCollection<Document> documents;

    @BeforeEach
    void start() {
        store = RocksStore.open(folder.resolve("documents"));
        server = new MongoServer(new DurableBackend(store));
        client = MongoClients.create(server.bindAndGetConnectionString());
        documents = client.getDatabase("test").getCollection("documents");
        documents.createIndex(ascending("number"), new IndexOptions().unique(true));
        documents.createIndex(ascending("group", "_id"));
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdown();
    }

    @Test
    void holdsNothingOfRocksDbOnceItHasAnswered() throws Exception {
        fill(1_000);
        MongoCursor<Document> left = documents.find(eq("group", 1)).batchSize(5).iterator();
        left.next();
        assertThatThrownBy(() -> documents.insertMany(List.of(document(2_000), document(1))))
                .isInstanceOf(MongoBulkWriteException.class);
        assertThatThrownBy(() -> client.getDatabase("test")
                        .runCommand(new Document("find", "documents").append("filter", new Document("$nothing", 1))))
                .isInstanceOf(MongoCommandException.class);
        documents.updateMany(gte("number", 500), inc("group", 1));
        documents.deleteMany(lt("number", 100));
        documents.distinct("group", Integer.class).into(new ArrayList<>());
        documents
                .aggregate(List.of(new Document("$match", new Document("group", 2)), new Document("$limit", 3)))
                .into(new ArrayList<>());

        store.flush();
        assertThat(store.property("rocksdb.num-snapshots")).isZero();
        // Whatever iterates keeps the version that it began with. A merge does too, until it is done.
        await().untilAsserted(() ->
                assertThat(store.property("rocksdb.num-live-versions")).isEqualTo(1));
        assertThat(left.tryNext()).isNotNull();
    }

    @Test
    void keepsWhatCameBeforeTheDocumentThatItRefuses() throws Exception {
        assertThatThrownBy(() -> documents.insertMany(
                        List.of(document(1), document(2), document(1).append("_id", "other"), document(3))))
                .isInstanceOf(MongoBulkWriteException.class);
        assertThatThrownBy(() -> documents.insertMany(
                        List.of(document(4), document(2).append("_id", "other"), document(5)),
                        new InsertManyOptions().ordered(false)))
                .isInstanceOf(MongoBulkWriteException.class);

        restart();

        List<Integer> kept = documents
                .find()
                .sort(new Document("number", 1))
                .map(found -> found.getInteger("number"))
                .into(new ArrayList<>());
        assertThat(kept).startsWith(1, 2).contains(4).doesNotHaveDuplicates();
        assertThat(documents.estimatedDocumentCount()).isEqualTo(kept.size());
        assertThat(documents.countDocuments(gte("number", 0))).isEqualTo(kept.size());
    }

    @Test
    void changesEachDocumentOnceAlthoughItMovesAheadInTheIndexThatFindsIt() {
        fill(2_000);

        documents.updateMany(gte("number", 0), inc("number", 5_000));

        assertThat(documents.countDocuments(gte("number", 5_000))).isEqualTo(2_000);
        assertThat(documents.countDocuments(gte("number", 7_000))).isZero();
    }

    @Test
    void seesInOneCommandWhatItDidBefore() {
        fill(10);

        documents.bulkWrite(List.of(
                new UpdateManyModel<>(eq("group", 1), inc("group", 10)),
                new UpdateManyModel<>(eq("group", 11), push("seen", 1))));

        assertThat(documents.countDocuments(eq("seen", 1)))
                .isEqualTo(3)
                .isEqualTo(documents.countDocuments(eq("group", 11)));
    }

    @Test
    void forgetsACollectionWithItsIndexesAndKeepsTheOthers() throws Exception {
        MongoCollection<Document> other = client.getDatabase("test").getCollection("other");
        other.insertOne(document(1));
        fill(100);

        documents.drop();

        assertThat(documents.countDocuments()).isZero();
        documents.createIndex(ascending("group"));
        fill(3);
        restart();
        assertThat(documents.countDocuments(eq("group", 1))).isEqualTo(1);
        assertThat(documents.estimatedDocumentCount()).isEqualTo(3);
        assertThat(client.getDatabase("test").getCollection("other").find()).containsExactly(document(1));
        assertThat(store.mapNames()).doesNotContain("indexes/test.documents/number_1");
    }

    @Test
    void takesManyDocumentsQuicklyInLittleMemory() throws Exception {
        int number = 20_000;
        String text = "text ".repeat(400);
        Process process = StoreProcess.start(folder.resolve("other"), "64m");
        try (MongoClient client = StoreProcess.connect(process)) {
            MongoCollection<Document> many = client.getDatabase("test").getCollection("many");
            IntStream.range(0, 15).forEach(field -> many.createIndex(ascending("key" + field, "_id")));
            for (int from = 0; from < number; from += 500) {
                many.insertMany(IntStream.range(from, from + 500)
                        .mapToObj(each -> withKeys(each).append("text", text + each))
                        .toList());
            }

            assertThat(many.countDocuments()).isEqualTo(number);
            IntStream.range(0, 15)
                    .forEach(field -> assertThat(many.countDocuments(lt("key" + field, KEYS / 2)))
                            .as("documents below the middle of key %d", field)
                            .isBetween(number * 45L / 100, number * 55L / 100));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** In no order, so that each index is written everywhere. */
    private static Document withKeys(int number) {
        Random random = new Random(number);
        Document document = document(number);
        IntStream.range(0, 15).forEach(field -> document.append("key" + field, random.nextInt(KEYS)));
        return document;
    }

    @Test
    void saysThatAnotherProcessHasTheFolder() {
        assertThatIllegalStateException()
                .isThrownBy(() -> DurableBackend.open(folder))
                .withMessageContainingAll("Another process has the store", folder.toString());
    }

    @Test
    void leavesNoCopyOfItsNativeLibraryBehind() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("librocksdbjni"));
        }
    }

    private void restart() {
        stop();
        store = RocksStore.open(folder.resolve("documents"));
        server = new MongoServer(new DurableBackend(store));
        client = MongoClients.create(server.bindAndGetConnectionString());
        documents = client.getDatabase("test").getCollection("documents");
    }

    private void fill(int number) {
        documents.insertMany(
                IntStream.range(0, number).mapToObj(DurableBackendIT::document).toList());
    }

    private static Document document(int number) {
        return new Document("_id", "id-" + number).append("number", number).append("group", number % 3);
    }
}
