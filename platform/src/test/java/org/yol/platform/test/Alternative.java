package org.yol.platform.test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.BsonValue;

/**
 * What a filter asks of an index: one of the alternatives of its {@code $or}s, everything else in it included.
 *
 * @param equal fields with one value
 * @param among fields with one of several values
 * @param between fields with a lower or an upper bound, the beginning of a text among them
 * @param opaque fields with a condition that no index narrows: a text somewhere within, elements of a list, an
 *     expression
 */
record Alternative(Set<String> equal, Set<String> among, Set<String> between, Set<String> opaque) {

    private static final Set<String> BOUNDS = Set.of("$gt", "$gte", "$lt", "$lte");

    /** What these take out is the exception, so that it costs little to pass it over. */
    private static final Set<String> EXCLUSIONS = Set.of("$ne", "$nin", "$exists", "$not", "$options");

    /** A filter as its alternatives: one where it has no {@code $or}. */
    static List<Alternative> of(BsonDocument filter) {
        List<Alternative> alternatives = List.of(new Alternative(Set.of(), Set.of(), Set.of(), Set.of()));
        for (var condition : filter.entrySet()) {
            alternatives = switch (condition.getKey()) {
                case "$and" -> {
                    List<Alternative> all = alternatives;
                    for (BsonValue part : condition.getValue().asArray()) {
                        all = each(all, of(part.asDocument()));
                    }
                    yield all;
                }
                case "$or" ->
                    each(
                            alternatives,
                            condition.getValue().asArray().stream()
                                    .flatMap(part -> of(part.asDocument()).stream())
                                    .toList());
                case "$comment" -> alternatives;
                default -> each(alternatives, List.of(of(condition.getKey(), condition.getValue())));
            };
        }
        return alternatives;
    }

    private static List<Alternative> each(List<Alternative> some, List<Alternative> others) {
        List<Alternative> all = new ArrayList<>();
        some.forEach(one -> others.forEach(other -> all.add(one.and(other))));
        return all;
    }

    private Alternative and(Alternative other) {
        return new Alternative(
                union(equal, other.equal),
                union(among, other.among),
                union(between, other.between),
                union(opaque, other.opaque));
    }

    /** Whether it asks for nothing, but perhaps to leave something out. */
    boolean isEmpty() {
        return equal.isEmpty() && among.isEmpty() && between.isEmpty() && opaque.isEmpty();
    }

    /** What is left without some fields. */
    Alternative without(Predicate<String> some) {
        return new Alternative(less(equal, some), less(among, some), less(between, some), less(opaque, some));
    }

    private static Set<String> less(Set<String> fields, Predicate<String> some) {
        return fields.stream().filter(some.negate()).collect(Collectors.toSet());
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Alternative of(String field, BsonValue value) {
        Set<String> equal = new HashSet<>();
        Set<String> among = new HashSet<>();
        Set<String> between = new HashSet<>();
        Set<String> opaque = new HashSet<>();
        if (field.startsWith("$")) {
            opaque.add(field);
        } else if (value.isRegularExpression()) {
            (beginsWith(value) ? between : opaque).add(field);
        } else if (isOperators(value)) {
            value.asDocument().forEach((operator, operand) -> {
                if (operator.equals("$eq")) {
                    equal.add(field);
                } else if (operator.equals("$in")) {
                    (operand.asArray().size() == 1 ? equal : among).add(field);
                } else if (BOUNDS.contains(operator) || operator.equals("$regex") && beginsWith(operand)) {
                    between.add(field);
                } else if (!EXCLUSIONS.contains(operator)) {
                    opaque.add(field);
                }
            });
        } else {
            equal.add(field);
        }
        return new Alternative(equal, among, between, opaque);
    }

    private static boolean isOperators(BsonValue value) {
        return value.getBsonType() == BsonType.DOCUMENT
                && !value.asDocument().isEmpty()
                && value.asDocument().getFirstKey().startsWith("$");
    }

    /** Whether a pattern is the literal beginning of a text, which an index has in one piece. */
    private static boolean beginsWith(BsonValue pattern) {
        String options =
                pattern.isRegularExpression() ? pattern.asRegularExpression().getOptions() : "";
        String text = pattern.isRegularExpression()
                ? pattern.asRegularExpression().getPattern()
                : pattern instanceof BsonString literal ? literal.getValue() : "";
        return text.startsWith("^") && text.length() > 1 && !options.contains("i");
    }
}
