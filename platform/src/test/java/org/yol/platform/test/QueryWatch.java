package org.yol.platform.test;

import com.mongodb.MongoNamespace;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * Sees every command that goes to the store, and says which of them asked for something that no declared index serves.
 * What needs none is named, with its reason, in {@code queries-without-index.txt} of the module under test.
 */
public final class QueryWatch implements CommandListener {

    private static final QueryWatch ONLY = new QueryWatch();
    private static final String EXCUSES = "/queries-without-index.txt";
    private static final BsonDocument NOTHING = new BsonDocument();

    /** In the place of a field: that all there is may be asked for, in whatever order. */
    private static final String ALL = "(all)";

    private final Map<MongoNamespace, Set<BsonDocument>> indexes = new ConcurrentHashMap<>();
    private final Set<Asked> asked = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<String>> excuses = excuses();

    private QueryWatch() {}

    /** That of this JVM, for the clients of all services under test. */
    public static QueryWatch only() {
        return ONLY;
    }

    /** A query without its values. */
    private record Asked(MongoNamespace where, String command, BsonDocument filter, BsonDocument sort) {}

    @Override
    public void commandStarted(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        if (!(command.get(event.getCommandName()) instanceof BsonString name)) {
            return;
        }
        MongoNamespace where = new MongoNamespace(event.getDatabaseName(), name.getValue());
        switch (event.getCommandName()) {
            case "createIndexes" ->
                command.getArray("indexes")
                        .forEach(index -> indexes.computeIfAbsent(where, _ -> ConcurrentHashMap.newKeySet())
                                .add(BsonDocument.parse(
                                        index.asDocument().getDocument("key").toJson())));
            case "find" -> {
                BsonDocument filter = command.getDocument("filter", NOTHING);
                BsonDocument sort = command.getDocument("sort", NOTHING);
                boolean any = filter.isEmpty()
                        && sort.isEmpty()
                        && command.getNumber("limit", new BsonInt32(0)).intValue() == 1;
                if (!any) {
                    note(where, "find", filter, sort);
                }
            }
            case "count", "distinct" ->
                note(where, event.getCommandName(), command.getDocument("query", NOTHING), NOTHING);
            case "findAndModify" ->
                note(
                        where,
                        "findAndModify",
                        command.getDocument("query", NOTHING),
                        command.getDocument("sort", NOTHING));
            case "aggregate" -> note(where, "aggregate", match(command.getArray("pipeline", new BsonArray())), NOTHING);
            case "update" -> each(command, "updates", where);
            case "delete" -> each(command, "deletes", where);
            default -> {}
        }
    }

    private static BsonDocument match(BsonArray pipeline) {
        return pipeline.isEmpty() ? NOTHING : pipeline.getFirst().asDocument().getDocument("$match", NOTHING);
    }

    private void each(BsonDocument command, String operations, MongoNamespace where) {
        command.getArray(operations, new BsonArray())
                .forEach(operation -> note(
                        where, command.getFirstKey(), operation.asDocument().getDocument("q", NOTHING), NOTHING));
    }

    private void note(MongoNamespace where, String command, BsonDocument filter, BsonDocument sort) {
        asked.add(new Asked(
                where, command, shape(filter).asDocument(), shape(sort).asDocument()));
    }

    /** A copy that the driver does not take back, and the same for the same question about something else. */
    private static BsonValue shape(BsonValue value) {
        return switch (value.getBsonType()) {
            case DOCUMENT -> {
                BsonDocument shape = new BsonDocument();
                value.asDocument().forEach((key, part) -> shape.put(key, shape(part)));
                yield shape;
            }
            case ARRAY -> {
                List<BsonValue> shapes =
                        value.asArray().stream().map(QueryWatch::shape).toList();
                boolean values = shapes.stream().allMatch(BsonValue::isNull);
                yield new BsonArray(values && shapes.size() > 2 ? shapes.subList(0, 2) : shapes);
            }
            case REGULAR_EXPRESSION -> {
                String pattern = value.asRegularExpression().getPattern();
                yield new BsonRegularExpression(
                        pattern.startsWith("^") ? "^text" : "text",
                        value.asRegularExpression().getOptions());
            }
            case INT32 -> value;
            default -> BsonNull.VALUE;
        };
    }

    /** What was asked since the last time and is not served, in words. What is served later is not said again. */
    List<String> unserved() {
        return List.copyOf(asked).stream()
                .flatMap(query -> complaint(query).stream())
                .distinct()
                .sorted()
                .toList();
    }

    void forget() {
        asked.clear();
    }

    private Optional<String> complaint(Asked query) {
        String collection = query.where().getCollectionName();
        Set<String> named = excuses.getOrDefault(collection, Set.of());
        if (named.contains("*") || collection.startsWith("system.")) {
            return Optional.empty();
        }
        if (query.filter().isEmpty() && query.sort().isEmpty()) {
            if (named.contains(ALL)) {
                return Optional.empty();
            }
            return Optional.of(collection + ": " + query.command() + " of all there is");
        }
        Collection<BsonDocument> declared = indexes.getOrDefault(query.where(), Set.of());
        return new IndexRule(named)
                .complaint(query.filter(), query.sort(), declared)
                .map(complaint -> "%s: %s %s: %s%n    declared: %s"
                        .formatted(collection, query.command(), query.filter().toJson(), complaint, declared));
    }

    private static Map<String, Set<String>> excuses() {
        try (InputStream file = QueryWatch.class.getResourceAsStream(EXCUSES)) {
            return file == null
                    ? Map.of()
                    : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.strip().split("\\s+", 3))
                            .peek(words -> {
                                if (words.length < 3) {
                                    throw new IllegalArgumentException(
                                            "No reason is given: " + String.join(" ", words));
                                }
                            })
                            .collect(Collectors.groupingBy(
                                    words -> words[0],
                                    Collectors.flatMapping(
                                            words -> Stream.of(words[1].split(",")), Collectors.toSet())));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
