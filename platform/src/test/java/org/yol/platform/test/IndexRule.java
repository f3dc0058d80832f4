package org.yol.platform.test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;

/**
 * Whether an index serves a query: its first fields are those that have to be equal, then come those that are sorted
 * by, then what is left of those with bounds. Knows of no server and no numbers: what is served costs as much as it
 * finds, however much there is.
 */
final class IndexRule {

    private final Set<String> excused;

    /**
     * @param excused fields that need no index, though they are filtered or sorted by; as {@code field@other} where
     *     that other one is given, and {@code *@other} for all but that
     */
    IndexRule(Collection<String> excused) {
        this.excused = Set.copyOf(excused);
    }

    /**
     * What no index serves.
     *
     * @param sort empty where any order will do
     * @param indexes keys of those there are, in their order; that of {@code _id} need not be among them
     * @return in words, empty when all is served
     */
    Optional<String> complaint(BsonDocument filter, BsonDocument sort, Collection<BsonDocument> indexes) {
        return Alternative.of(filter).stream()
                .flatMap(alternative -> complaint(alternative, sort, indexes).stream())
                .findFirst();
    }

    private Optional<String> complaint(Alternative all, BsonDocument order, Collection<BsonDocument> indexes) {
        Alternative asked = all.without(field -> isExcused(field, all));
        BsonDocument sort = new BsonDocument();
        order.forEach((field, direction) -> {
            if (!isExcused(field, all)) {
                sort.put(field, direction);
            }
        });
        boolean allExcused = asked.isEmpty() && sort.isEmpty() && !(all.isEmpty() && order.isEmpty());
        return allExcused ? Optional.empty() : complaintOf(asked, sort, indexes);
    }

    private boolean isExcused(String field, Alternative asked) {
        return excused.contains(field)
                || excused.stream()
                        .map(excuse -> excuse.split("@"))
                        .anyMatch(excuse -> excuse.length == 2
                                && (excuse[0].equals(field) || excuse[0].equals("*") && !excuse[1].equals(field))
                                && (asked.equal().contains(excuse[1])
                                        || asked.between().contains(excuse[1])));
    }

    private static Optional<String> complaintOf(
            Alternative asked, BsonDocument sort, Collection<BsonDocument> indexes) {
        Set<String> opaque = asked.opaque();
        if (!opaque.isEmpty()) {
            return Optional.of("no index narrows " + opaque);
        }
        if (asked.equal().contains("_id") || asked.among().contains("_id")) {
            return Optional.empty();
        }
        List<BsonDocument> all = new ArrayList<>(indexes);
        all.add(BsonDocument.parse("{_id: 1}"));
        return all.stream().anyMatch(index -> serves(index, asked, sort))
                ? Optional.empty()
                : Optional.of("no index for %s%s%s%s"
                        .formatted(
                                named("equal ", asked.equal()),
                                named("among ", asked.among()),
                                sort.isEmpty() ? "" : "sorted by " + sort.toJson() + " ",
                                named("between ", asked.between())));
    }

    private static String named(String what, Set<String> fields) {
        return fields.isEmpty() ? "" : what + new java.util.TreeSet<>(fields) + " ";
    }

    private static boolean serves(BsonDocument index, Alternative asked, BsonDocument sort) {
        List<String> keys = List.copyOf(index.keySet());
        List<String> order = sort.keySet().stream()
                .filter(field -> !asked.equal().contains(field))
                .toList();
        int used = 0;
        while (used < keys.size()
                && (asked.equal().contains(keys.get(used))
                        || order.isEmpty() && asked.among().contains(keys.get(used)))) {
            used++;
        }
        Set<String> unserved = new HashSet<>(asked.equal());
        unserved.addAll(asked.among());
        keys.subList(0, used).forEach(unserved::remove);
        int sorted = used + order.size();
        if (sorted > keys.size()
                || !keys.subList(used, sorted).equals(order)
                || !isInOneDirection(index, sort, order)) {
            return false;
        }
        boolean leads = sorted > 0 || !keys.isEmpty() && asked.between().contains(keys.getFirst());
        Set<String> bounded = new HashSet<>(asked.between());
        keys.subList(used, keys.size()).forEach(bounded::remove);
        // One that is equal as well has been served by that.
        bounded.removeAll(asked.equal());
        unserved.addAll(bounded);
        return leads && unserved.isEmpty();
    }

    private static boolean isInOneDirection(BsonDocument index, BsonDocument sort, List<String> order) {
        return order.stream()
                        .map(field -> index.getNumber(field).intValue()
                                * sort.getNumber(field).intValue())
                        .distinct()
                        .count()
                <= 1;
    }
}
