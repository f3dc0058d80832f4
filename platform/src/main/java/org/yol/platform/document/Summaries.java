package org.yol.platform.document;

import static com.mongodb.client.model.Accumulators.first;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/**
 * As much of the documents of a collection as a list shows, be it spread over several databases: what a row does not
 * need is not fetched.
 *
 * @param <S> a record of components that the documents have, and of records of some of theirs
 */
public final class Summaries<S> {

    /** Few enough that the first ones are there at once, and that those who read slowly hold little. */
    private static final int BATCH = 200;

    /** Of what is only counted, with some 50 bytes each. */
    private static final int COUNTED_AT_ONCE = 10_000;

    private final List<MongoCollection<BsonDocument>> parts;
    private final Function<BsonDocument, S> decode;
    private final Bson projection;

    Summaries(List<MongoCollection<BsonDocument>> parts, Function<BsonDocument, S> decode, Bson projection) {
        this.parts = List.copyOf(parts);
        this.decode = decode;
        this.projection = projection;
    }

    /** The same documents read one way, of several collections as if they were one. */
    public static <S> Summaries<S> of(List<Summaries<S>> some) {
        Summaries<S> first = some.getFirst();
        return new Summaries<>(
                some.stream().flatMap(summaries -> summaries.parts.stream()).toList(), first.decode, first.projection);
    }

    /** The names of the databases that the documents lie in. */
    public List<String> databases() {
        return parts.stream().map(part -> part.getNamespace().getDatabaseName()).toList();
    }

    /** The page of those a filter allows. */
    public Page<S> page(Bson filter, Sorting sorting, PageRequest request) {
        // One more says whether there is another page; with it all of them come in one answer.
        int limit = request.limit() + 1;
        try (Results<S> results =
                open(filter, sorting, request.after(), find -> find.limit(limit).batchSize(limit))) {
            List<S> items = results.next(request.limit());
            return new Page<>(items, results.hasNext() ? results.position() : null);
        }
    }

    /**
     * All that a filter allows, one after the other.
     *
     * @param after cursor of those before; null for all
     */
    public Results<S> all(Bson filter, Sorting sorting, String after) {
        return all(filter, sorting, after, BATCH);
    }

    /**
     * The same, where it is known how many will be looked at as a rule.
     *
     * @param batch how many the store hands out at a time, 1 or more
     */
    public Results<S> all(Bson filter, Sorting sorting, String after, int batch) {
        return open(filter, sorting, after, find -> find.batchSize(batch));
    }

    /** Those of these ids that a filter allows, in no certain order. */
    public List<S> find(Collection<String> ids, Bson filter) {
        List<S> found = new ArrayList<>();
        if (!ids.isEmpty()) {
            Bson wanted = and(in("_id", ids), filter);
            parts.forEach(documents -> documents
                    .find(wanted)
                    .projection(projection)
                    .batchSize(ids.size() + 1)
                    .map(decode::apply)
                    .into(found));
        }
        return found;
    }

    /** How many a filter allows. */
    public long count(Bson filter) {
        return parts.stream()
                .mapToLong(documents -> documents.countDocuments(filter))
                .sum();
    }

    /**
     * As many as have the same values.
     *
     * @param values of the fields asked for, in their order; null where a document has none
     * @param example what one of them has in another field; null where it has nothing
     * @param number 1 or more
     */
    public record Group(List<String> values, BsonDocument example, long number) {}

    /**
     * How many of those a filter allows have the same values: one query for each database, the groups of which are not
     * put together.
     *
     * @param fields texts by which they are told apart
     * @param example a field that holds a document, of which one of each group is shown
     */
    public List<Group> groups(Bson filter, List<String> fields, String example) {
        BsonDocument key = new BsonDocument();
        for (int place = 0; place < fields.size(); place++) {
            key.append("field" + place, new BsonString("$" + fields.get(place)));
        }
        List<Bson> steps = List.of(match(filter), group(key, sum("number", 1L), first("example", "$" + example)));
        List<Group> groups = new ArrayList<>();
        parts.forEach(documents -> documents
                .aggregate(steps)
                .map(group -> groupOf(group, fields.size()))
                .into(groups));
        return groups;
    }

    private static Group groupOf(BsonDocument group, int fields) {
        BsonDocument key = group.getDocument("_id");
        List<String> values = new ArrayList<>();
        for (int place = 0; place < fields; place++) {
            values.add(key.get("field" + place) instanceof BsonString text ? text.getValue() : null);
        }
        return new Group(
                values,
                group.get("example") instanceof BsonDocument example ? example : null,
                group.getNumber("number").longValue());
    }

    /**
     * How many a filter allows of each value of a component, by value; without those of which there are none. Where an
     * index has the component and all that is asked for, it alone is read.
     */
    public Map<String, Long> counts(String component, Bson filter) {
        Map<String, Long> counts = new HashMap<>();
        Bson only = fields(include(component), excludeId());
        String[] path = component.split("\\.");
        parts.forEach(documents -> documents
                .find(filter)
                .projection(only)
                .batchSize(COUNTED_AT_ONCE)
                .forEach(document -> counts.merge(text(document, path), 1L, Long::sum)));
        return counts;
    }

    private static String text(BsonDocument document, String... path) {
        BsonValue value = document;
        for (String name : path) {
            value = value.asDocument().get(name);
        }
        return value.asString().getValue();
    }

    private Results<S> open(
            Bson filter,
            Sorting sorting,
            String after,
            Function<FindIterable<BsonDocument>, FindIterable<BsonDocument>> amount) {
        Bson wanted = after == null ? filter : and(filter, Position.following(after, sorting));
        List<MongoCursor<BsonDocument>> cursors = new ArrayList<>();
        try {
            parts.forEach(documents -> cursors.add(
                    amount.apply(documents.find(wanted).projection(projection).sort(sorting.asBson()))
                            .iterator()));
        } catch (RuntimeException failure) {
            cursors.forEach(MongoCursor::close);
            throw failure;
        }
        return new Results<>(cursors, decode, sorting);
    }
}
