package org.yol.platform.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonDocument;
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
