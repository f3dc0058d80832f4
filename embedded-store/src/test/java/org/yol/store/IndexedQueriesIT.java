package org.yol.store;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Indexes change how long a query takes, and nothing else: the backend as it comes, which has none, says what is right.
 */
class IndexedQueriesIT {

    private static final int DOCUMENTS = 150;
    private static final int ROUNDS = 3;
    private static final int QUERIES = 1_500;

    private final Random random = new Random(20_261_125);
    private final List<String> ids = new ArrayList<>();

    private MongoServer plainServer;
    private MongoServer server;
    private MongoClient plainClient;
    private MongoClient client;
    private MongoCollection<Document> plain;
    private MongoCollection<Document> indexed;

    @TempDir
    Path directory;

    @BeforeEach
    void start() {
        plainServer = new MongoServer(H2Backend.inMemory());
        plainClient = MongoClients.create(plainServer.bindAndGetConnectionString());
        plain = plainClient.getDatabase("test").getCollection("documents");
        open();
        indexed.createIndex(ascending("a", "_id"));
        indexed.createIndex(compoundIndex(ascending("b"), descending("time", "_id")));
        indexed.createIndex(compoundIndex(ascending("tags"), descending("time", "_id")));
        indexed.createIndex(compoundIndex(descending("n.x"), ascending("b")));
        indexed.createIndex(ascending("due.t.due"), new IndexOptions().sparse(true));
        indexed.createIndex(ascending("outbox.time"));
        indexed.createIndex(ascending("b", "a", "unique"), new IndexOptions().unique(true));
    }

    private void open() {
        server = new MongoServer(DurableBackend.open(directory));
        client = MongoClients.create(server.bindAndGetConnectionString());
        indexed = client.getDatabase("test").getCollection("documents");
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdown();
        plainClient.close();
        plainServer.shutdown();
    }

    @Test
    void findTheSameDocumentsInTheSameOrderAsReadingEverything() {
        for (int i = 0; i < DOCUMENTS; i++) {
            Document document = document("id-" + random.nextInt(100_000), i);
            plain.insertOne(new Document(document));
            indexed.insertOne(document);
        }
        for (int round = 0; round < ROUNDS; round++) {
            IntStream.range(0, QUERIES / ROUNDS).forEach(_ -> compareOneQuery());
            IntStream.range(0, DOCUMENTS * 2 / 3).forEach(this::changeOne);
            client.close();
            server.shutdown();
            open();
        }
        assertThat(indexed.find()).containsExactlyElementsOf(plain.find());
    }

    @Test
    void refuseTwoArraysSideBySideAndKeepNothingOfTheDocument() {
        indexed.createIndex(ascending("tags", "hosts"));
        Document document = new Document("_id", "one").append("tags", List.of(1, 2));

        assertThatThrownBy(() -> indexed.insertOne(new Document(document).append("hosts", List.of(3))))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("parallel arrays");

        assertThat(indexed.countDocuments()).isZero();
        indexed.insertOne(document);
        assertThatThrownBy(() -> indexed.updateOne(new Document(), Updates.set("hosts", List.of(3))))
                .isInstanceOf(MongoWriteException.class);
        assertThat(indexed.find()).containsExactly(document);
    }

    private void compareOneQuery() {
        Document query = query();
        Document sort = pick(
                null,
                null,
                new Document("time", -1).append("_id", -1),
                new Document("time", 1).append("_id", 1),
                new Document("a", 1).append("_id", 1),
                new Document("a", -1).append("_id", -1),
                new Document("n.x", -1),
                new Document("n.x", 1).append("b", -1),
                new Document("outbox.time", -1).append("_id", 1),
                new Document("due.t.due", 1),
                new Document("b", 1).append("time", -1).append("_id", -1),
                new Document("_id", -1));
        int skip = random.nextInt(4) == 0 ? random.nextInt(10) : 0;
        int limit = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(20);

        assertThat(found(indexed, query, sort, skip, limit))
                .as("%s sorted by %s, from %d, %d of them", query, sort, skip, limit)
                .isEqualTo(found(plain, query, sort, skip, limit));
        assertThat(indexed.countDocuments(query)).as("count of %s", query).isEqualTo(plain.countDocuments(query));
    }

    private List<Document> found(
            MongoCollection<Document> documents, Document query, Document sort, int skip, int limit) {
        FindIterable<Document> found = documents.find(query).skip(skip).limit(limit);
        if (documents == indexed) {
            found.batchSize(pick(0, 2, 7, 50));
        }
        return (sort == null ? found : found.sort(sort)).into(new ArrayList<>());
    }

    private void changeOne(int number) {
        Document query = query();
        switch (random.nextInt(5)) {
            case 0 ->
                assertThat(indexed.deleteOne(query).getDeletedCount())
                        .as("deleted by %s", query)
                        .isEqualTo(plain.deleteOne(query).getDeletedCount());
            case 1 -> {
                var update = Updates.combine(Updates.set("a", "changed-" + number), Updates.unset("due"));
                assertThat(indexed.updateOne(query, update).getMatchedCount())
                        .as("updated by %s", query)
                        .isEqualTo(plain.updateOne(query, update).getMatchedCount());
            }
            case 2 -> {
                var update = Updates.combine(
                        Updates.set("time", new Date(number * 1_000L)),
                        Updates.set("n", new Document("x", number)),
                        Updates.set("tags", List.of("x", "tag-" + number % 5)));
                assertThat(indexed.updateMany(query, update).getModifiedCount())
                        .as("updated by %s", query)
                        .isEqualTo(plain.updateMany(query, update).getModifiedCount());
            }
            case 3 -> {
                var options = new FindOneAndUpdateOptions()
                        .sort(new Document("time", -1).append("_id", -1))
                        .returnDocument(ReturnDocument.AFTER);
                var update = Updates.push("outbox", new Document("time", new Date(number)));
                assertThat(indexed.findOneAndUpdate(query, update, options))
                        .as("found by %s", query)
                        .isEqualTo(plain.findOneAndUpdate(query, update, options));
            }
            default -> {
                Document document = document("new-" + random.nextInt(1_000_000), DOCUMENTS + random.nextInt(1_000_000));
                plain.insertOne(new Document(document));
                indexed.insertOne(document);
            }
        }
    }

    private String id() {
        return ids.get(random.nextInt(ids.size()));
    }

    private Document document(String id, int number) {
        ids.add(id);
        Document document = new Document("_id", id).append("unique", number).append("b", random.nextInt(6));
        sometimes(
                document,
                "a",
                () -> pick(
                        null,
                        random.nextInt(20),
                        (long) random.nextInt(20),
                        random.nextInt(20) + 0.5,
                        "",
                        "text",
                        "text-" + random.nextInt(20),
                        "é\u0001\u0000\uD83D\uDE00" + random.nextInt(2),
                        "\uFFFD",
                        true,
                        false,
                        new Date(random.nextInt(5)),
                        new ObjectId(1, random.nextInt(5)),
                        -random.nextInt(5),
                        -1.5,
                        new Decimal128(random.nextInt(5)),
                        new Document("x", 1),
                        Long.MAX_VALUE));
        sometimes(document, "time", () -> new Date(random.nextInt(40)));
        sometimes(
                document,
                "tags",
                () -> pick(
                        "tag-1", List.of(), List.of("tag-1"), List.of("tag-2", "tag-1"), List.of("tag-3", 1, "tag-3")));
        sometimes(
                document,
                "n",
                () -> pick(
                        5,
                        new Document(),
                        new Document("x", random.nextInt(5)),
                        new Document("x", null),
                        new Document("x", "text")));
        sometimes(document, "due", () -> new Document("t", new Document("due", new Date(random.nextInt(40)))));
        sometimes(
                document,
                "outbox",
                () -> IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(_ -> new Document("time", new Date(random.nextInt(40))))
                        .toList());
        return document;
    }

    private void sometimes(Document document, String field, Supplier<Object> value) {
        if (random.nextInt(4) != 0) {
            document.append(field, value.get());
        }
    }

    private Document query() {
        List<Document> conditions =
                Stream.generate(this::condition).limit(random.nextInt(4)).toList();
        if (conditions.size() > 1 && random.nextInt(3) == 0) {
            return new Document("$and", conditions);
        }
        Document query = new Document();
        conditions.forEach(query::putAll);
        return query;
    }

    private Document condition() {
        return switch (random.nextInt(18)) {
            case 0, 1, 2 -> new Document("b", random.nextInt(6));
            case 3 -> new Document("b", new Document("$in", List.of(random.nextInt(6), random.nextInt(6), 2L)));
            case 4 ->
                new Document(
                        "a",
                        compared(() -> pick(random.nextInt(20), 5.5, "text-1", "text", new Date(2), true, null, "é")));
            case 5 -> new Document("a", pick(1, 1L, 1.0, "text", null, true, new Date(1), new Document("x", 1)));
            case 6 -> new Document("time", compared(() -> new Date(random.nextInt(40))));
            case 7 -> new Document("tags", pick("tag-1", "tag-2", null, List.of("tag-1"), 1));
            case 8 -> new Document("n.x", pick(1, 2, null, new Document("$gte", 2), new Document("$ne", 1)));
            case 9 ->
                new Document(
                        "due.t.due",
                        pick(
                                new Document("$lte", new Date(random.nextInt(40))),
                                new Document("$exists", true),
                                new Document("$exists", false)));
            case 10 -> new Document("outbox.time", compared(() -> new Date(random.nextInt(40))));
            case 11 -> after("time", new Date(random.nextInt(40)), "$lt");
            case 12, 13 -> new Document(pick("a", "tags"), Pattern.compile(pick("^text", "^tag", "^tag-", "^é", "^z")));
            case 14 -> new Document("a", Pattern.compile("^TEXT", Pattern.CASE_INSENSITIVE));
            case 15 -> after("a", pick((Object) 5, "text-5"), "$gt");
            case 16 ->
                new Document(
                        "_id",
                        pick(
                                id(),
                                new Document("$in", List.of(id(), id(), "none", id())),
                                new Document("$gte", id()),
                                new Document("$gt", id()).append("$lt", id())));
            default ->
                new Document(
                        "$or",
                        List.of(
                                        new Document("b", random.nextInt(6))
                                                .append("time", new Document("$gt", new Date(20))),
                                        new Document("n.x", random.nextInt(5)),
                                        new Document("a", "text"))
                                .subList(0, 1 + random.nextInt(3)));
        };
    }

    /** As pages ask for what comes behind the last they had. */
    private static Document after(String field, Object value, String operator) {
        return new Document(
                "$or",
                List.of(
                        new Document(field, new Document(operator, value)),
                        new Document(
                                "$and",
                                List.of(
                                        new Document(field, value),
                                        new Document("_id", new Document(operator, "id-5"))))));
    }

    private Document compared(Supplier<Object> value) {
        Document operators = new Document(pick("$gt", "$gte", "$lt", "$lte"), value.get());
        return random.nextBoolean() ? operators : operators.append(pick("$gt", "$gte", "$lt", "$lte"), value.get());
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
