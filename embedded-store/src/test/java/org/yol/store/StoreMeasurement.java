package org.yol.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * Prints what the store does with applications: each is inserted and written four times, as drafts are that are
 * submitted and told, and has a message. Arguments: a folder, and how many applications there are at each step.
 */
final class StoreMeasurement {

    private static final int CLIENTS = 64;
    private static final int MEASURED = 5_000;
    private static final String TEXT = text();

    private final Path folder;
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private MongoServer server;
    private MongoClient client;
    private MongoCollection<Document> applications;
    private MongoCollection<Document> messages;
    private int stored;

    private StoreMeasurement(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        StoreMeasurement measurement = new StoreMeasurement(folder);
        measurement.open();
        for (String number : Arrays.copyOfRange(arguments, 1, arguments.length)) {
            measurement.at(Integer.parseInt(number));
        }
        measurement.reopen();
        measurement.client.close();
        measurement.server.shutdown();
        measurement.clients.close();
    }

    private void open() {
        long begun = System.nanoTime();
        server = new MongoServer(DurableBackend.open(folder));
        server.bind(new InetSocketAddress("127.0.0.1", 0), 1, CLIENTS);
        client = MongoClients.create(
                "mongodb://127.0.0.1:" + server.getLocalAddress().getPort());
        MongoDatabase database = client.getDatabase("measured");
        applications = database.getCollection("applications");
        messages = database.getCollection("messages");
        applications.createIndex(ascending("call.id", "student.id"), new IndexOptions().unique(true));
        applications.createIndex(compoundIndex(ascending("student.id"), descending("createdAt", "_id")));
        applications.createIndex(compoundIndex(ascending("call.provider", "call.id"), descending("createdAt", "_id")));
        applications.createIndex(compoundIndex(ascending("form.hosts"), descending("createdAt", "_id")));
        applications.createIndex(compoundIndex(ascending("student.country"), descending("createdAt", "_id")));
        applications.createIndex(ascending("due.telling.due"), new IndexOptions().sparse(true));
        messages.createIndex(compoundIndex(ascending("recipientId"), descending("at", "_id")));
        messages.createIndex(compoundIndex(ascending("recipientId", "read"), descending("at", "_id")));
        stored = (int) applications.countDocuments();
        print("opened with %,d applications in %,d ms", stored, millisSince(begun));
    }

    private void at(int wanted) throws Exception {
        if (wanted > stored) {
            int more = wanted - stored;
            int from = stored;
            double seconds = run(more, number -> submission(from + number));
            print("%,d applications written in %.0f s, %.0f/s", more, seconds, more / seconds);
        }
        print("--- %,d applications, %,d MB on file", stored, bytesOnFile() >> 20);
        int before = stored;
        double[] took = new double[MEASURED];
        AtomicInteger next = new AtomicInteger();
        double seconds = run(MEASURED, number -> {
            long begun = System.nanoTime();
            submission(before + number);
            took[next.getAndIncrement()] = (System.nanoTime() - begun) / 1e6;
        });
        Arrays.sort(took);
        print(
                "submissions at %d clients: %.0f/s (%.0f operations/s), median %.1f ms, 99%% %.1f ms",
                CLIENTS, MEASURED / seconds, 7 * MEASURED / seconds, took[MEASURED / 2], took[MEASURED * 99 / 100]);
        Random random = new Random(1);
        seconds = run(
                MEASURED,
                _ -> applications.find(eq("_id", id(random.nextInt(stored)))).first());
        print("reads by id at %d clients: %.0f/s", CLIENTS, MEASURED / seconds);
        one(
                "page of 50 of a coordinator",
                () -> applications
                        .find(eq("call.provider", "provider-1"))
                        .sort(descending("createdAt", "_id"))
                        .limit(51)
                        .into(new ArrayList<>()));
        one(
                "page of 50 of a call",
                () -> applications
                        .find(and(eq("call.provider", "provider-1"), eq("call.id", "call-1")))
                        .sort(descending("createdAt", "_id"))
                        .limit(51)
                        .into(new ArrayList<>()));
        one(
                "count of a call",
                () -> applications.countDocuments(and(eq("call.provider", "provider-1"), eq("call.id", "call-1"))));
        autosaves();
        long live = live();
        long begun = System.nanoTime();
        while (millisSince(begun) < 15_000 && bytesOnFile() > 2 * live) {
            Thread.sleep(500);
        }
        print(
                "idle for %,d ms: %,d MB on file, %,d MB live, %.1f times",
                millisSince(begun), bytesOnFile() >> 20, live >> 20, bytesOnFile() / (double) live);
    }

    private void autosaves() throws Exception {
        long before = bytesOnFile();
        double seconds = run(
                20_000,
                number -> applications.updateOne(
                        eq("_id", id(number % 50)), combine(set("form.text", TEXT + number), inc("version", 1))));
        print(
                "20,000 autosaves of 50 applications: %.0f/s, file grew by %,d MB",
                20_000 / seconds, bytesOnFile() - before >> 20);
    }

    private void reopen() throws Exception {
        long begun = System.nanoTime();
        client.close();
        server.shutdown();
        print("closed in %,d ms, %,d MB on file", millisSince(begun), bytesOnFile() >> 20);
        open();
    }

    /** Five operations on the application, and two on its message. */
    private void submission(int number) {
        String id = id(number);
        Date now = new Date(1_800_000_000_000L + number * 1_000L);
        applications.insertOne(new Document("_id", id)
                .append("version", 1L)
                .append("createdAt", now)
                .append("student", new Document("id", "student-" + number).append("country", "kz"))
                .append("call", new Document("id", "call-" + number % 5).append("provider", "provider-" + number % 2))
                .append("form", new Document("hosts", List.of("host-" + number % 40)).append("text", TEXT))
                .append("state", "DRAFT"));
        applications.updateOne(
                and(eq("_id", id), eq("version", 1L)), combine(set("form.text", TEXT + number), set("version", 2L)));
        applications.findOneAndUpdate(
                and(eq("_id", id), eq("version", 2L)),
                combine(
                        set("version", 3L),
                        set("state", "SUBMITTED"),
                        set("due.telling", new Document("due", now).append("attempts", 1)),
                        push(
                                "outbox",
                                new Document("id", id).append("time", now).append("data", "{}"))));
        applications.find(eq("_id", id)).first();
        applications.updateOne(
                and(eq("_id", id), eq("version", 3L)), combine(pull("outbox", new Document("id", id)), unset("due")));
        messages.insertOne(new Document("_id", id + "-submitted")
                .append("recipientId", "student-" + number)
                .append("at", now)
                .append("read", false)
                .append("text", TEXT.substring(0, 300)));
        messages.updateOne(eq("_id", id + "-submitted"), set("mail", new Document("sentAt", now)));
    }

    /** In no order, as ids are. */
    private static String id(int number) {
        return "kz-" + new UUID(number * 0x9E3779B97F4A7C15L, number * 0xC2B2AE3D27D4EB4FL);
    }

    private double run(int times, IntConsumer work) throws Exception {
        long begun = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        List<? extends Future<?>> running = Stream.generate(() -> clients.submit(() -> {
                    for (int number = next.getAndIncrement(); number < times; number = next.getAndIncrement()) {
                        work.accept(number);
                    }
                }))
                .limit(CLIENTS)
                .toList();
        for (Future<?> each : running) {
            each.get();
        }
        stored = (int) applications.countDocuments();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void one(String name, Runnable work) {
        double[] took = IntStream.range(0, 20)
                .mapToDouble(_ -> {
                    long begun = System.nanoTime();
                    work.run();
                    return (System.nanoTime() - begun) / 1e6;
                })
                .sorted()
                .toArray();
        print("%s: %.1f ms", name, took[10]);
    }

    private long live() {
        return Stream.of(applications, messages)
                .mapToLong(documents -> {
                    long bytes = 0;
                    for (RawBsonDocument document :
                            documents.withDocumentClass(RawBsonDocument.class).find()) {
                        bytes += document.getByteBuffer().remaining();
                    }
                    return bytes;
                })
                .sum();
    }

    private long bytesOnFile() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(each -> each.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    private static String text() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        while (text.length() < 5_000) {
            text.append(Integer.toString(random.nextInt(40_000), 36)).append(' ');
        }
        return text.toString();
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
