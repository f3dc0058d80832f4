package org.yol.localrun.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;
import org.yol.localrun.Port;
import org.yol.localrun.Ports;

class LookupByIdIT {

    private static final int MANY = 20_000;
    private static final int ATTEMPTS = 100;

    /** Each reads all there are. */
    private static final int SCANS = 5;

    private static final Date DUE = Date.from(Instant.parse("2026-11-25T12:00:00Z"));

    /** Asked of the document {@code trap} it fails, so that a query with it succeeds only if that one is left alone. */
    private static final Document NOT_OF_THE_TRAP = Document.parse("{$expr: {$gt: [{$divide: [1, '$share']}, 0]}}");

    private final Port port = new Port(Ports.freeNumbers(1).getFirst(), "YOL_MONGODB_PORT");

    @TempDir
    Path directory;

    private EmbeddedStore store;
    private MongoClient client;

    @BeforeEach
    void start() throws Exception {
        store = new EmbeddedStore(directory, port);
        store.start();
        client = MongoClients.create(store.uri() + "/?uuidRepresentation=standard");
    }

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    static Stream<Bson> queriesForOne() {
        return Stream.of(
                new Document("_id", "one").append("version", 3L).append("due.telling.holder", "me"),
                new Document("due.telling.due", new Document("$lte", DUE)).append("_id", new Document("$eq", "one")),
                Filters.and(Filters.eq("_id", "one"), Filters.eq("version", 3L), Filters.lte("due.telling.due", DUE)),
                Filters.and(Filters.eq("version", 3L), Filters.and(Filters.exists("due.mail", false), eqOne())),
                Filters.and(Filters.in("_id", "none", "one"), Filters.ne("version", 4L)),
                new Document("_id", new Document("$in", List.of("one", "other", "none"))).append("name", "one"));
    }

    static Stream<Bson> queriesForNone() {
        return Stream.of(
                new Document("_id", "one").append("version", 4L).append("due.telling.holder", "me"),
                new Document("_id", "one").append("due.telling.due", new Document("$lt", DUE)),
                new Document("_id", "none").append("version", 3L),
                Filters.and(eqOne(), Filters.eq("due.telling.holder", "you")),
                Filters.and(eqOne(), Filters.eq("_id", "other")),
                Filters.and(Filters.in("_id", "one", "other"), Filters.eq("version", 4L)),
                Filters.and(Filters.in("_id", List.of()), Filters.eq("version", 3L)));
    }

    @ParameterizedTest
    @MethodSource("queriesForOne")
    void looksAtNothingElseForAQueryThatNamesAnId(Bson query) {
        MongoCollection<Document> documents = withATrap();
        Bson trapped = trapped(query);

        assertThat(ids(documents, trapped)).containsExactly("one");
        assertThat(counted(documents, trapped)).isOne();
        assertThat(documents.distinct("version", trapped, Long.class)).containsExactly(3L);
        assertThat(documents.updateOne(trapped, Updates.set("seen", true)).getModifiedCount())
                .isOne();
        assertThat(documents.findOneAndUpdate(
                        trapped,
                        Updates.set("version", 4L),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .contains(Map.entry("_id", "one"), Map.entry("version", 4L), Map.entry("seen", true));
        documents.updateOne(eqOne(), Updates.set("version", 3L));
        assertThat(documents.deleteOne(trapped).getDeletedCount()).isOne();
        assertThat(ids(documents, new Document())).containsExactlyInAnyOrder("other", "trap");
    }

    @ParameterizedTest
    @MethodSource("queriesForNone")
    void findsNothingWhenTheRestOfTheQueryIsNotTrue(Bson query) {
        MongoCollection<Document> documents = withATrap();
        Bson trapped = trapped(query);

        assertThat(ids(documents, trapped)).isEmpty();
        assertThat(counted(documents, trapped)).isZero();
        assertThat(documents.updateMany(trapped, Updates.set("seen", true)).getMatchedCount())
                .isZero();
        assertThat(documents.findOneAndUpdate(trapped, Updates.set("seen", true)))
                .isNull();
        assertThat(documents.findOneAndDelete(trapped)).isNull();
        assertThat(documents.deleteMany(trapped).getDeletedCount()).isZero();
    }

    @Test
    void readsEverythingForAQueryThatNamesNoId() {
        MongoCollection<Document> documents = withATrap();

        assertThat(ids(documents, Filters.eq("version", 3L))).containsExactlyInAnyOrder("one", "other", "trap");
        assertThat(ids(documents, Filters.and(Filters.gt("_id", "one"), Filters.eq("version", 3L))))
                .containsExactlyInAnyOrder("other", "trap");
        assertThat(ids(documents, Filters.or(eqOne(), Filters.eq("share", 0))))
                .containsExactlyInAnyOrder("one", "trap");
        assertThat(ids(documents, Filters.and(Filters.regex("_id", "^o"), Filters.eq("version", 3L))))
                .containsExactlyInAnyOrder("one", "other");
        assertThat(ids(documents, Filters.and(Filters.not(Filters.eq("_id", "one")), Filters.eq("version", 3L))))
                .containsExactlyInAnyOrder("other", "trap");
    }

    @Test
    void sortsAndCutsWhatItFindsByIds() {
        MongoCollection<Document> documents = withATrap();
        Bson both = Filters.and(Filters.in("_id", "other", "one"), Filters.eq("version", 3L));

        assertThat(documents.find(both).sort(Sorts.descending("_id")).map(it -> it.getString("_id")))
                .containsExactly("other", "one");
        assertThat(documents
                        .find(both)
                        .sort(Sorts.ascending("_id"))
                        .skip(1)
                        .limit(1)
                        .map(it -> it.getString("_id")))
                .containsExactly("other");
    }

    @Test
    void addsADocumentOnlyWhenItsIdIsNew() {
        MongoCollection<Document> documents = withATrap();

        assertThat(documents
                        .updateOne(
                                Filters.and(NOT_OF_THE_TRAP, Filters.eq("_id", "one")),
                                Updates.setOnInsert("version", 1L),
                                new UpdateOptions().upsert(true))
                        .getUpsertedId())
                .isNull();
        assertThat(documents
                        .updateOne(
                                new Document("_id", "new").append("source", "call"),
                                Updates.setOnInsert("version", 1L),
                                new UpdateOptions().upsert(true))
                        .getUpsertedId()
                        .asString()
                        .getValue())
                .isEqualTo("new");
        assertThat(documents.find(Filters.eq("_id", "new")).first())
                .isEqualTo(new Document("_id", "new").append("source", "call").append("version", 1L));
    }

    @Test
    void findsByIdsOfEveryType() {
        MongoCollection<Document> documents = client.getDatabase("applications").getCollection("typed");
        List<Object> ids = List.of(
                new ObjectId(),
                UUID.randomUUID(),
                7,
                8L,
                DUE,
                new Document("residence", "kz").append("number", 1),
                "text");
        documents.insertMany(
                ids.stream().map(id -> new Document("_id", id).append("n", 1)).toList());
        documents.insertOne(new Document("_id", "trap").append("share", 0));

        for (Object id : ids) {
            assertThat(documents.find(Filters.and(Filters.eq("_id", id), Filters.eq("n", 1))))
                    .singleElement()
                    .satisfies(found -> assertThat(found.get("_id")).isEqualTo(id));
            assertThat(documents.find(Filters.and(Filters.eq("_id", id), Filters.eq("n", 2))))
                    .isEmpty();
        }
        assertThat(documents.find(Filters.and(Filters.in("_id", ids), Filters.eq("n", 1))))
                .hasSize(ids.size());
        assertThat(documents.find(Filters.and(Filters.eq("_id", 7L), Filters.eq("n", 1))))
                .as("numbers of another type")
                .hasSize(1);
    }

    @Test
    void opensAFileThatTheBackendItselfWrote() throws Exception {
        stop();
        FileSystemUtils.deleteRecursively(directory.resolve("documents"));
        MongoServer plain =
                new MongoServer(new H2Backend(directory.resolve("store.mv").toString()));
        try (MongoClient before = MongoClients.create(plain.bindAndGetConnectionString())) {
            before.getDatabase("applications")
                    .getCollection("applications")
                    .insertOne(new Document("_id", "one").append("version", 3L));
        } finally {
            plain.shutdown();
        }

        start();

        MongoCollection<Document> documents = client.getDatabase("applications").getCollection("applications");
        documents.insertOne(new Document("_id", "trap").append("share", 0));
        assertThat(ids(documents, Filters.and(eqOne(), Filters.eq("version", 3L))))
                .containsExactly("one");
        assertThat(directory).isDirectoryNotContaining("glob:**store.mv*");
    }

    @Test
    void keepsAFileOfManyChunks() throws Exception {
        GridFSBucket bucket = GridFSBuckets.create(client.getDatabase("applications"), "contents");
        byte[] content = new byte[3 * 1024 * 1024 + 17];
        new Random(1).nextBytes(content);
        ObjectId other = upload(bucket, Arrays.copyOf(content, 1_000_000));

        ObjectId id = upload(bucket, content);

        restart();
        bucket = GridFSBuckets.create(client.getDatabase("applications"), "contents");
        assertThat(download(bucket, id)).isEqualTo(content);
        bucket.delete(id);
        assertThat(bucket.find(Filters.eq("_id", id))).isEmpty();
        MongoCollection<Document> chunks = client.getDatabase("applications").getCollection("contents.chunks");
        assertThat(chunks.countDocuments()).isEqualTo(2);
        assertThat(download(bucket, other)).isEqualTo(Arrays.copyOf(content, 1_000_000));
    }

    @Test
    void findsAmongManyAndAfterARestart() throws Exception {
        many().insertMany(IntStream.range(0, MANY)
                .mapToObj(LookupByIdIT::numbered)
                .toList());
        restart();
        MongoCollection<Document> documents = many();
        List<String> some =
                IntStream.range(0, 100).mapToObj(it -> "id-" + it * 150).toList();

        measure(
                "findOneAndUpdate",
                number -> assertThat(documents.findOneAndUpdate(
                                Filters.and(
                                        Filters.eq("_id", "id-" + number),
                                        Filters.eq("version", 1L),
                                        Filters.eq("due.telling.holder", "holder-" + number)),
                                Updates.set("version", 2L)))
                        .containsEntry("number", number));
        measure(
                "updateOne",
                number -> assertThat(documents
                                .updateOne(
                                        new Document("_id", "id-" + number).append("version", 2L),
                                        Updates.set("version", 3L))
                                .getModifiedCount())
                        .isOne());
        measure(
                "find",
                number -> assertThat(ids(
                                documents, Filters.and(Filters.eq("_id", "id-" + number), Filters.eq("version", 3L))))
                        .hasSize(1));
        measure(
                "find nothing",
                number -> assertThat(ids(
                                documents, Filters.and(Filters.eq("_id", "id-" + number), Filters.eq("version", 9L))))
                        .isEmpty());
        measure(
                "find 100 by $in",
                _ -> assertThat(ids(documents, Filters.and(Filters.in("_id", some), Filters.gte("version", 1L))))
                        .containsExactlyInAnyOrderElementsOf(some));
        measure(
                "find by a scan",
                SCANS,
                number -> assertThat(
                                ids(documents, Filters.and(Filters.eq("number", number), Filters.eq("version", 3L))))
                        .containsExactly("id-" + number));
        measure(
                "deleteOne",
                number -> assertThat(documents
                                .deleteOne(new Document("_id", "id-" + number).append("version", 3L))
                                .getDeletedCount())
                        .isOne());
        assertThat(documents.countDocuments()).isEqualTo(MANY - ATTEMPTS);
    }

    private interface Attempt {
        void with(int number);
    }

    private static void measure(String name, Attempt attempt) {
        measure(name, ATTEMPTS, attempt);
    }

    private static void measure(String name, int attempts, Attempt attempt) {
        long[] nanos = IntStream.range(0, attempts)
                .mapToLong(it -> {
                    long begun = System.nanoTime();
                    attempt.with(it * 199);
                    return System.nanoTime() - begun;
                })
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT, "%,d documents, %-16s %6.2f ms%n", MANY, name, nanos[attempts / 2] / 1_000_000.0);
    }

    private MongoCollection<Document> many() {
        return client.getDatabase("applications").getCollection("many");
    }

    private static Document numbered(int number) {
        return new Document("_id", "id-" + number)
                .append("version", 1L)
                .append("number", number)
                .append("due", new Document("telling", new Document("holder", "holder-" + number).append("due", DUE)));
    }

    private MongoCollection<Document> withATrap() {
        MongoCollection<Document> documents = client.getDatabase("applications").getCollection("applications");
        for (String id : List.of("one", "other", "trap")) {
            documents.insertOne(new Document("_id", id)
                    .append("name", id)
                    .append("version", 3L)
                    .append("share", id.equals("trap") ? 0 : 1)
                    .append("due", new Document("telling", new Document("holder", "me").append("due", DUE))));
        }
        return documents;
    }

    private void restart() throws Exception {
        stop();
        start();
    }

    /** First, so that it is asked before the id is compared. */
    private static Bson trapped(Bson query) {
        if (query instanceof Document keys) {
            Document all = new Document(NOT_OF_THE_TRAP);
            all.putAll(keys);
            return all;
        }
        return Filters.and(NOT_OF_THE_TRAP, query);
    }

    private static Bson eqOne() {
        return Filters.eq("_id", "one");
    }

    private static List<String> ids(MongoCollection<Document> documents, Bson query) {
        return documents.find(query).map(it -> it.getString("_id")).into(new ArrayList<>());
    }

    private long counted(MongoCollection<Document> documents, Bson query) {
        return client.getDatabase(documents.getNamespace().getDatabaseName())
                .runCommand(new Document("count", documents.getNamespace().getCollectionName()).append("query", query))
                .getInteger("n");
    }

    private static ObjectId upload(GridFSBucket bucket, byte[] content) {
        return bucket.uploadFromStream(
                "file", new ByteArrayInputStream(content), new GridFSUploadOptions().chunkSizeBytes(512 * 1024));
    }

    private static byte[] download(GridFSBucket bucket, ObjectId id) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        bucket.downloadToStream(id, content);
        return content.toByteArray();
    }
}
