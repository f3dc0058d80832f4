package org.yol.platform.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;

import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonNull;
import org.bson.BsonNumber;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.bson.json.JsonParseException;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * Pages by position, not by number: the cursor holds the sort value and id of the last item, so that a page stays right
 * while others add and remove, and its cost does not grow with its depth.
 */
final class PagedQuery<T> {

    private static final Set<BsonType> COMPARABLE = EnumSet.of(
            BsonType.STRING,
            BsonType.DATE_TIME,
            BsonType.INT32,
            BsonType.INT64,
            BsonType.DOUBLE,
            BsonType.DECIMAL128,
            BsonType.BOOLEAN);

    /** What every document keeps for itself and no list needs, however long it may be. */
    private static final List<String> NEVER_LISTED = List.of("outbox", "requests");

    private final List<MongoCollection<BsonDocument>> parts;
    private final Function<BsonDocument, T> decode;
    private final Bson projection;

    PagedQuery(List<MongoCollection<BsonDocument>> parts, Function<BsonDocument, T> decode, List<String> without) {
        this.parts = parts;
        this.decode = decode;
        this.projection =
                exclude(Stream.concat(NEVER_LISTED.stream(), without.stream()).toList());
    }

    Page<T> page(Bson filter, Sorting sorting, PageRequest request) {
        Bson wanted = request.after() == null ? filter : and(filter, after(request.after(), sorting));
        List<BsonDocument> found = new ArrayList<>();
        parts.forEach(documents -> documents
                .find(wanted)
                .projection(projection)
                .sort(sorting.asBson())
                .limit(request.limit() + 1)
                .into(found));
        if (parts.size() > 1) {
            found.sort(inOrderOf(sorting));
        }
        boolean more = found.size() > request.limit();
        List<BsonDocument> items = more ? found.subList(0, request.limit()) : found;
        return new Page<>(items.stream().map(decode).toList(), more ? cursor(items.getLast(), sorting) : null);
    }

    private static Bson after(String cursor, Sorting sorting) {
        BsonDocument position = position(cursor);
        BsonValue value = position.get("value", BsonNull.VALUE);
        BsonValue id = position.get("id", BsonNull.VALUE);
        // The cursor comes back from outside: only what compares, never a document that the store takes as an operator.
        if (!COMPARABLE.contains(value.getBsonType())
                || !id.isString()
                || !order(sorting).equals(position.get("order"))) {
            throw new Refused(Problem.INVALID_CURSOR);
        }
        String field = sorting.field();
        return sorting.ascending()
                ? or(gt(field, value), and(eq(field, value), gt("_id", id)))
                : or(lt(field, value), and(eq(field, value), lt("_id", id)));
    }

    /** A cursor is good for the order it was made in only. */
    private static BsonValue order(Sorting sorting) {
        return new BsonString((sorting.ascending() ? "+" : "-") + sorting.field());
    }

    private static BsonDocument position(String cursor) {
        try {
            return BsonDocument.parse(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | JsonParseException | BsonInvalidOperationException rubbish) {
            throw new Refused(Problem.INVALID_CURSOR);
        }
    }

    private static Comparator<BsonDocument> inOrderOf(Sorting sorting) {
        Comparator<BsonDocument> ascending = Comparator.<BsonDocument, BsonValue>comparing(
                        document -> value(document, sorting), PagedQuery::compare)
                .thenComparing(document -> document.getString("_id"));
        return sorting.ascending() ? ascending : ascending.reversed();
    }

    /** As the store compares values of one kind; a field that is missing comes first. */
    private static int compare(BsonValue one, BsonValue other) {
        return switch (one) {
            case BsonNumber number
            when other.isNumber() ->
                number.decimal128Value().compareTo(other.asNumber().decimal128Value());
            case BsonString text when other.isString() -> text.compareTo(other.asString());
            case BsonDateTime time when other.isDateTime() -> time.compareTo(other.asDateTime());
            default -> Boolean.compare(!one.isNull(), !other.isNull());
        };
    }

    private static BsonValue value(BsonDocument document, Sorting sorting) {
        BsonValue value = document;
        for (String step : sorting.field().split("\\.")) {
            value = value.isDocument() ? value.asDocument().get(step, BsonNull.VALUE) : BsonNull.VALUE;
        }
        return value;
    }

    private static String cursor(BsonDocument last, Sorting sorting) {
        String position = new BsonDocument("value", value(last, sorting))
                .append("id", last.get("_id"))
                .append("order", order(sorting))
                .toJson();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }
}
