package org.yol.bench.stored;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.types.ObjectId;
import org.yol.bench.platform.Student;

/**
 * An application that was made through the API, with every document there is of it in any database, to be copied
 * straight into the store: thousands a second, each as if another student had made it in the same way.
 */
final class Original {

    private static final String COUNTS = "country_counts";
    private static final String KEYS = "keys";
    private static final String TRAIL = "audit";

    /** Where it counts the students of a measurement. */
    private static final String COUNTRY = "countries.KZ.";

    private static final Set<String> SYSTEM = Set.of("admin", "local", "config");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32,64}");
    private static final int SHA_256_DIGITS = 64;
    private static final int AT_ONCE = 500;

    /** Each copy was begun so much earlier than the one before: lists have something to sort. */
    private static final Duration APART = Duration.ofMillis(700);

    private final MongoClient store;
    private final String callId;
    private final String account;
    private final String application;
    private final boolean isSubmitted;
    private final List<Value> values = new ArrayList<>();
    private final Set<ObjectId> objects = new HashSet<>();
    private final Map<MongoCollection<RawBsonDocument>, List<Stamp>> stamps = new LinkedHashMap<>();

    /**
     * Something that differs from copy to copy.
     *
     * @param made what stands in a copy, as long as the original
     */
    private record Value(byte[] original, Function<Copy, byte[]> made) {}

    /** @param number from 1 */
    private record Copy(int number, Student student, String application) {}

    /**
     * @param receipt of what was submitted; empty for a draft
     * @throws IllegalStateException when something about it is still to be told
     */
    Original(MongoClient store, String callId, Student student, String application, String receipt) {
        this.store = store;
        this.callId = callId;
        this.account = student.account();
        this.application = application;
        this.isSubmitted = !receipt.isEmpty();
        differs(account, copy -> copy.student().account());
        differs(application, Copy::application);
        if (isSubmitted) {
            differs(receipt, _ -> receipt());
        }
        Map<MongoCollection<RawBsonDocument>, List<RawBsonDocument>> documents = documents();
        documents.forEach((collection, all) -> {
            List<byte[]> originals = values.stream().map(Value::original).toList();
            stamps.put(
                    collection,
                    all.stream().map(document -> new Stamp(document, originals)).toList());
        });
    }

    /** All documents that name the student or the application, and those that these name. */
    private Map<MongoCollection<RawBsonDocument>, List<RawBsonDocument>> documents() {
        Map<MongoCollection<RawBsonDocument>, List<RawBsonDocument>> found = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        int before;
        do {
            before = seen.size();
            for (MongoCollection<RawBsonDocument> collection : collections()) {
                for (RawBsonDocument document : candidates(collection)) {
                    String key = collection.getNamespace() + " " + document.get("_id");
                    if (!seen.contains(key) && isConcerned(document)) {
                        seen.add(key);
                        refuseUntold(document);
                        found.computeIfAbsent(collection, _ -> new ArrayList<>())
                                .add(document);
                        learn(document);
                    }
                }
            }
        } while (seen.size() > before);
        return found;
    }

    /** All of a collection, but of the pieces of files, which are large, only those of files that are known. */
    private Iterable<RawBsonDocument> candidates(MongoCollection<RawBsonDocument> collection) {
        return collection.getNamespace().getCollectionName().endsWith(".chunks")
                ? collection.find(in("files_id", List.copyOf(objects)))
                : collection.find();
    }

    private List<MongoCollection<RawBsonDocument>> collections() {
        List<MongoCollection<RawBsonDocument>> collections = new ArrayList<>();
        for (String database : store.listDatabaseNames()) {
            if (!SYSTEM.contains(database)) {
                store.getDatabase(database).listCollectionNames().into(new ArrayList<>()).stream()
                        // It names applications, but is one for all of a call.
                        .filter(name -> !name.equals(COUNTS))
                        // A key opens for the one person it was made for; a copy gets its own with its first file.
                        .filter(name -> !name.equals(KEYS))
                        // One chain for all, in which nobody has done what copies look like.
                        .filter(name -> !name.equals(TRAIL))
                        .forEach(name -> collections.add(
                                store.getDatabase(database).getCollection(name, RawBsonDocument.class)));
            }
        }
        return collections;
    }

    private boolean isConcerned(RawBsonDocument document) {
        return new Stamp(document, values.stream().map(Value::original).toList()).marks() > 0;
    }

    private static void refuseUntold(RawBsonDocument document) {
        if (document.isArray("outbox") && !document.getArray("outbox").isEmpty()) {
            throw new IllegalStateException("Not told yet: " + document.toJson());
        }
    }

    /** What is unique about it has to be another in each copy. */
    private void learn(RawBsonDocument document) {
        BsonValue id = document.get("_id");
        if (id.isObjectId()) {
            objects.add(id.asObjectId().getValue());
            values.add(new Value(id.asObjectId().getValue().toByteArray(), _ -> new ObjectId().toByteArray()));
        } else if (id.isString() && !isKnown(id.asString().getValue())) {
            Matcher hex = HEX.matcher(id.asString().getValue());
            if (hex.find()) {
                int digits = hex.group().length();
                differs(
                        hex.group(),
                        copy -> digits == SHA_256_DIGITS && document.isString("text")
                                ? sha256(document.getString("text").getValue().replace(application, copy.application()))
                                : hex(digits));
            }
        }
        if (id.isString() && id.asString().getValue().equals(application) && document.isDateTime("createdAt")) {
            long created = document.getDateTime("createdAt").getValue();
            values.add(new Value(date(created), copy -> date(created - copy.number() * APART.toMillis())));
        }
    }

    private boolean isKnown(String id) {
        return id.contains(account) || id.contains(application);
    }

    /**
     * Puts copies into the store.
     *
     * @param named the student of a copy by its number, from 1; account names are as long as that of the original
     * @return the application of each
     */
    List<StoredApplication> copies(int count, IntFunction<Student> named) {
        List<Copy> copies = IntStream.rangeClosed(1, count)
                .mapToObj(number -> copy(number, named))
                .toList();
        for (int from = 0; from < count; from += AT_ONCE) {
            store(copies.subList(from, Math.min(count, from + AT_ONCE)));
        }
        countIn(count);
        return copies.stream()
                .map(copy -> new StoredApplication(copy.student(), copy.application()))
                .toList();
    }

    /** What programs-service counts, where it keeps the numbers and not only what they are counted from. */
    private void countIn(int count) {
        store.getDatabase("programs")
                .getCollection(COUNTS)
                .updateOne(
                        eq("_id", callId),
                        combine(
                                inc("seq", 1),
                                inc(COUNTRY + "started", count),
                                inc(COUNTRY + "applied", isSubmitted ? count : 0)));
    }

    private Copy copy(int number, IntFunction<Student> named) {
        Student student = named.apply(number);
        if (student.account().length() != account.length()) {
            throw new IllegalArgumentException(student.account() + " is not as long as " + account);
        }
        String name =
                UUID.nameUUIDFromBytes(bytes(callId + "\n" + student.account())).toString();
        return new Copy(number, student, application.substring(0, application.indexOf('-') + 1) + name);
    }

    private void store(List<Copy> copies) {
        List<List<byte[]>> made = copies.stream()
                .map(copy ->
                        values.stream().map(value -> value.made().apply(copy)).toList())
                .toList();
        stamps.forEach((collection, stamped) -> collection.insertMany(
                made.stream()
                        .flatMap(value -> stamped.stream().map(stamp -> stamp.with(value)))
                        .toList(),
                new InsertManyOptions().ordered(false)));
    }

    private void differs(String original, Function<Copy, String> made) {
        values.add(new Value(bytes(original), copy -> bytes(made.apply(copy))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] date(long millis) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(millis)
                .array();
    }

    private static String receipt() {
        String digits = hex(12).toUpperCase(Locale.ROOT);
        return digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8);
    }

    private static String hex(int digits) {
        byte[] random = new byte[digits / 2];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
