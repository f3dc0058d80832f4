package org.yol.platform.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonNumber;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.conversions.Bson;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * A place in a list: the sort value and id of the document before it, so that what follows stays right while others add
 * and remove, and finding it costs the same however far down it is.
 */
final class Position {

    /** Longer than the longest title or name that anything is sorted by. */
    private static final int LETTERS_AT_MOST = 4_000;

    private static final Set<BsonType> COMPARABLE = EnumSet.of(
            BsonType.STRING,
            BsonType.DATE_TIME,
            BsonType.INT32,
            BsonType.INT64,
            BsonType.DOUBLE,
            BsonType.DECIMAL128,
            BsonType.BOOLEAN);

    private Position() {}

    /** The cursor of what follows a document. */
    static String after(BsonDocument last, Sorting sorting) {
        BsonDocument position = new BsonDocument("value", value(last, sorting))
                .append("id", last.get("_id"))
                .append("order", order(sorting));
        ByteBuffer bytes = new RawBsonDocument(position, new BsonDocumentCodec())
                .getByteBuffer()
                .asNIO();
        byte[] text = new byte[bytes.remaining()];
        bytes.get(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /**
     * What follows. The bound by itself says to an index where to begin; the alternatives only part what is equal.
     *
     * @throws Refused invalid-cursor
     */
    static Bson following(String cursor, Sorting sorting) {
        try {
            if (cursor.length() <= LETTERS_AT_MOST) {
                return following(new RawBsonDocument(Base64.getUrlDecoder().decode(cursor)), sorting);
            }
        } catch (RuntimeException rubbish) {
            // It comes back from outside, and what the decoder throws at rubbish is of many kinds.
            throw new Refused(Problem.INVALID_CURSOR);
        }
        throw new Refused(Problem.INVALID_CURSOR);
    }

    private static Bson following(BsonDocument position, Sorting sorting) {
        BsonValue value = position.get("value", BsonNull.VALUE);
        BsonValue id = position.get("id", BsonNull.VALUE);
        // Only what compares, never a document that the store takes as an operator.
        if (!COMPARABLE.contains(value.getBsonType())
                || !id.isString()
                || !order(sorting).equals(position.get("order"))) {
            throw new Refused(Problem.INVALID_CURSOR);
        }
        String field = sorting.field();
        return sorting.ascending()
                ? and(gte(field, value), or(gt(field, value), and(eq(field, value), gt("_id", id))))
                : and(lte(field, value), or(lt(field, value), and(eq(field, value), lt("_id", id))));
    }

    /** A cursor is good for the order it was made in only. */
    private static BsonValue order(Sorting sorting) {
        return new BsonString((sorting.ascending() ? "+" : "-") + sorting.field());
    }

    /** The order of the list, for merging what several collections have of it. */
    static Comparator<BsonDocument> inOrderOf(Sorting sorting) {
        Comparator<BsonDocument> ascending = Comparator.<BsonDocument, BsonValue>comparing(
                        document -> value(document, sorting), Position::compare)
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
}
