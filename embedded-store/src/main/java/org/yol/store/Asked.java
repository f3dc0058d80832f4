package org.yol.store;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an index can do for one field of a query.
 *
 * @param equal the values it must have one of; null when that is not known
 * @param ranges where its value must lie, when it is not known to be equal to some
 * @param beginning how its value must begin; null when that is not known
 * @param complete whether nothing else is asked of the field
 * @param present whether a document without the field is surely not meant
 */
record Asked(List<Object> equal, List<Bound> ranges, String beginning, boolean complete, boolean present) {

    private static final Pattern BEGINNING = Pattern.compile("\\^([\\p{L}\\p{N}]+)");

    private static final int VALUES_AT_MOST = 2_000;

    /**
     * @param lower whether the value is the least, or else the greatest
     * @param inclusive whether the value itself is meant too
     */
    record Bound(Object value, boolean lower, boolean inclusive) {}

    static Asked of(List<Object> conditions) {
        List<Object> equal = null;
        List<Bound> ranges = new ArrayList<>();
        String beginning = null;
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
                    beginning = beginning == null ? beginningOf(one.getKey(), one.getValue()) : beginning;
                    complete = false;
                }
                present |= bound != null
                        || beginning != null
                        || values != null && values.stream().noneMatch(value -> value == null)
                        || one.getKey().equals("$exists") && Boolean.TRUE.equals(one.getValue());
            }
        }
        return new Asked(equal, ranges, beginning, complete && (equal == null || ranges.isEmpty()), present);
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

    /** Of an expression that means nothing else, with regard to case. */
    private static String beginningOf(String operator, Object value) {
        if (!operator.equals("$eq")
                || !(value instanceof BsonRegularExpression expression)
                || expression.getOptions() != null && !expression.getOptions().isEmpty()) {
            return null;
        }
        Matcher matcher = BEGINNING.matcher(expression.getPattern());
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** Whether an index that comes to this field need not read all it has there. */
    boolean isRanged() {
        return beginning != null || !ranges.isEmpty();
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
        List<Bound> used = bounds(hasArrays);
        byte[] low = null;
        byte[] high = null;
        for (Bound bound : used) {
            Range range = rangeOf(bound, prefix, ascending);
            low = low == null || Arrays.compareUnsigned(range.low(), low) > 0 ? range.low() : low;
            high = high == null || Arrays.compareUnsigned(range.high(), high) < 0 ? range.high() : high;
        }
        return new Range(low, high);
    }

    private List<Bound> bounds(boolean hasArrays) {
        if (beginning != null) {
            // Of an array, too: it is one and the same element that begins so.
            int last = beginning.length() - 1;
            String behind = beginning.substring(0, last) + (char) (beginning.charAt(last) + 1);
            return List.of(new Bound(beginning, true, true), new Bound(behind, false, false));
        }
        // Of an array, one element may be above the one bound and another below the other.
        return hasArrays ? ranges.subList(0, 1) : ranges;
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
