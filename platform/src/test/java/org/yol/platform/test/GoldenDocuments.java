package org.yol.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.DynamicTest;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.Change;
import org.yol.platform.document.RequestIdentity;

/**
 * Documents as every release has stored them: {@code src/test/resources/documents/<release>/<collection>/<name>.json}.
 * All of them can be read for ever, and the newest release's are what the service writes today: nobody changes a stored
 * form without noticing. A release that stores something else gets a folder of its own.
 */
public final class GoldenDocuments {

    /** What the platform keeps in a document beside the record; it is no golden document's business. */
    private static final List<String> OF_THE_PLATFORM = List.of("outbox", "requests", "due");

    private GoldenDocuments() {}

    private record Golden(String release, String collection, String name, BsonDocument document) {

        String title() {
            return release + "/" + collection + "/" + name;
        }

        Bson id() {
            return Filters.eq("_id", document.get("_id"));
        }
    }

    /** The tests of all collections that a service has opened; for a {@code @TestFactory}. */
    public static Stream<DynamicTest> tests(AggregateCollections collections) {
        List<Golden> all = all();
        String today = all.stream()
                .map(Golden::release)
                .max(Comparator.comparing(Version::parse))
                .orElseThrow();
        return Stream.concat(
                all.stream()
                        .map(golden -> DynamicTest.dynamicTest(golden.title() + " is read", () -> {
                            assertThat(read(collection(collections, golden.collection()), golden))
                                    .isNotNull();
                        })),
                collections.opened().stream().flatMap(collection -> {
                    List<Golden> written = all.stream()
                            .filter(golden -> golden.release().equals(today)
                                    && golden.collection().equals(name(collection)))
                            .toList();
                    return Stream.concat(
                            Stream.of(DynamicTest.dynamicTest(
                                    today + "/" + name(collection) + " names every component",
                                    () -> assertComplete(collection.type(), written))),
                            written.stream()
                                    .map(golden -> DynamicTest.dynamicTest(
                                            golden.title() + " is what is written today",
                                            () -> assertWritten(collection, golden))));
                }));
    }

    private static AggregateCollection<?> collection(AggregateCollections collections, String name) {
        return collections.opened().stream()
                .filter(collection -> name(collection).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody opens the collection " + name + " any more"));
    }

    private static String name(AggregateCollection<?> collection) {
        return collection.stored().getNamespace().getCollectionName();
    }

    /** Puts it into the store, reads it as the service does, and takes it out again. */
    private static <A extends Record & Aggregate> A read(AggregateCollection<A> collection, Golden golden) {
        MongoCollection<BsonDocument> stored = collection.stored();
        // A service at work would tell its events and do its work.
        stored.insertOne(withoutWhatIsThePlatforms(golden.document()));
        try {
            return collection
                    .find(golden.document().getString("_id").getValue())
                    .orElseThrow();
        } finally {
            stored.deleteOne(golden.id());
        }
    }

    private static <A extends Record & Aggregate> void assertWritten(AggregateCollection<A> collection, Golden golden) {
        A state = read(collection, golden);
        collection.insert(Change.silent(state), RequestIdentity.ofCause("golden document", golden.title()));
        BsonDocument written = withoutWhatIsThePlatforms(
                Objects.requireNonNull(collection.stored().find(golden.id()).first()));
        collection.stored().deleteOne(golden.id());
        // It was written once more than the golden one.
        written.put("version", new BsonInt64(state.version()));
        assertThat(written)
                .as(
                        "What is written today:%n%s%n",
                        written.toJson(JsonWriterSettings.builder().indent(true).build()))
                .isEqualTo(withoutWhatIsThePlatforms(golden.document()));
    }

    private static BsonDocument withoutWhatIsThePlatforms(BsonDocument document) {
        BsonDocument rest = document.clone();
        OF_THE_PLATFORM.forEach(rest::remove);
        return rest;
    }

    private static void assertComplete(Class<?> type, List<Golden> written) {
        Set<String> missing = components(type, "");
        written.forEach(golden -> missing.removeAll(fields(type, golden.document(), "")));
        assertThat(missing)
                .as("in none of %s", written.stream().map(Golden::title).toList())
                .isEmpty();
    }

    private static Set<String> components(Type type, String path) {
        Set<String> all = new TreeSet<>();
        if (type instanceof Class<?> record && record.isRecord()) {
            for (RecordComponent component : record.getRecordComponents()) {
                all.add(path + field(component));
                all.addAll(components(component.getGenericType(), path + field(component) + "."));
            }
        } else if (type instanceof ParameterizedType container) {
            all.addAll(components(inside(container), path));
        }
        return all;
    }

    private static Set<String> fields(Type type, BsonValue value, String path) {
        Set<String> all = new TreeSet<>();
        if (type instanceof Class<?> record && record.isRecord() && value.isDocument()) {
            for (RecordComponent component : record.getRecordComponents()) {
                BsonValue part = value.asDocument().get(field(component));
                if (part != null) {
                    all.add(path + field(component));
                    all.addAll(fields(component.getGenericType(), part, path + field(component) + "."));
                }
            }
        } else if (type instanceof ParameterizedType container) {
            (value.isArray() ? value.asArray() : value.asDocument().values())
                    .forEach(part -> all.addAll(fields(inside(container), part, path)));
        }
        return all;
    }

    /** What a list holds, or a map's values are. */
    private static Type inside(ParameterizedType container) {
        return Arrays.asList(container.getActualTypeArguments()).getLast();
    }

    private static String field(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(BsonId.class) ? "_id" : component.getName();
    }

    private static List<Golden> all() {
        try (Stream<Path> files = Files.walk(root(), 3)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(GoldenDocuments::golden)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path root() {
        URL folder = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResource("documents"),
                "no src/test/resources/documents");
        try {
            return Path.of(folder.toURI());
        } catch (URISyntaxException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Golden golden(Path file) {
        try {
            return new Golden(
                    file.getParent().getParent().getFileName().toString(),
                    file.getParent().getFileName().toString(),
                    file.getFileName().toString(),
                    BsonDocument.parse(Files.readString(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
