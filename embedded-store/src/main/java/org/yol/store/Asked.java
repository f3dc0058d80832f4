package org.yol.store;

import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What an index can do for one field of a query.
 *
 * @param equal the values it must have one of; null when that is not known
 * @param ranges where its value must lie, when it is not known to be equal to some
 * @param complete whether nothing else is asked of the field
 * @param present whether a document without the field is surely not meant
 */
record Asked(List<Object> equal, List<Bound> ranges, boolean complete, boolean present) {

    private static final int VALUES_AT_MOST = 2_000;

    /**
     * @param lower whether the value is the least, or else the greatest
     * @param inclusive whether the value itself is meant too
     */
    record Bound(Object value, boolean lower, boolean inclusive) {}

    static Asked of(List<Object> conditions) {
        List<Object> equal = null;
        List<Bound> ranges = new ArrayList<>();
        boolean complete = true;
        boolean present = false;
        for (Object condition : conditions) {
            for (Map.Entry<String, Object> one : operators(condition).entrySet()) {
                List<Object> values = valuesOf(one.getKey(), one.getValue());
                Bound bound = boundOf(one.getKey(), one.getValue());
                if (values != null && equal == null) {
                    equal = values;
                    complete &= values.stream().allMatch(Asked::isExact);
                } else if (bound != null) {
                    ranges.add(bound);
                    complete &= isExact(bound.value());
                } else {
                    complete = false;
                }
                present |= bound != null
                        || values != null && values.stream().noneMatch(value -> value == null)
                        || one.getKey().equals("$exists") && Boolean.TRUE.equals(one.getValue());
            }
        }
        return new Asked(equal, ranges, complete && (equal == null || ranges.isEmpty()), present);
    }

    private static Map<String, Object> operators(Object condition) {
        return condition instanceof Document operators
                        && operators.keySet().stream().anyMatch(name -> name.startsWith("$"))
                ? operators
                : new Document("$eq", condition);
    }

    private static List<Object> valuesOf(String operator, Object value) {
        return switch (operator) {
            case "$eq" -> KeyBytes.isPlain(value) ? Arrays.asList(value) : null;
            case "$in" ->
                value instanceof Collection<?> values
                                && values.size() <= VALUES_AT_MOST
                                && values.stream().allMatch(KeyBytes::isPlain)
                        ? new ArrayList<>(values)
                        : null;
            default -> null;
        };
    }

    private static Bound boundOf(String operator, Object value) {
        if (value == null || value instanceof Document || !KeyBytes.isPlain(value)) {
            return null;
        }
        return switch (operator) {
            case "$gt" -> new Bound(value, true, false);
            case "$gte" -> new Bound(value, true, true);
            case "$lt" -> new Bound(value, false, false);
            case "$lte" -> new Bound(value, false, true);
            default -> null;
        };
    }

    /** Whether just those documents are meant that an index has there. */
    private static boolean isExact(Object value) {
        return value != null
                && !(value instanceof Document)
                && !(value instanceof Decimal128)
                && !(value instanceof Double number && number != number.longValue());
    }

    /** The piece of an index that begins with the keys' prefix, whose next field is this one. */
    Range rangeBehind(byte[] prefix, boolean ascending, boolean hasArrays) {
        // Of an array, one element may be above the one bound and another below the other.
        List<Bound> used = hasArrays ? ranges.subList(0, 1) : ranges;
        byte[] low = null;
        byte[] high = null;
        for (Bound bound : used) {
            Range range = rangeOf(bound, prefix, ascending);
            low = low == null || Arrays.compareUnsigned(range.low(), low) > 0 ? range.low() : low;
            high = high == null || Arrays.compareUnsigned(range.high(), high) < 0 ? range.high() : high;
        }
        return new Range(low, high);
    }

    private static Range rangeOf(Bound bound, byte[] prefix, boolean ascending) {
        int kind = KeyBytes.kindOf(bound.value());
        int first = ascending ? kind : ~kind;
        byte[] at = new KeyBytes()
                .append(prefix)
                .append(KeyBytes.of(bound.value(), ascending))
                .toBytes();
        byte[] behind = new KeyBytes().append(at).append(Range.END).toBytes();
        return bound.lower() == ascending
                ? new Range(
                        bound.inclusive() ? at : behind,
                        new KeyBytes()
                                .append(prefix)
                                .append(new byte[] {(byte) (first + 1)})
                                .toBytes())
                : new Range(
                        new KeyBytes()
                                .append(prefix)
                                .append(new byte[] {(byte) first})
                                .toBytes(),
                        bound.inclusive() ? behind : at);
    }
}
