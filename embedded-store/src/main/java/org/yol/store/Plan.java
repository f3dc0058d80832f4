package org.yol.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How an index finds the documents of a query.
 *
 * @param index where
 * @param runs by what its keys begin with, pieces of the index; each run is in the order asked for, when it is sorted
 * @param sorted whether the documents come in the order asked for
 * @param backwards whether the runs are read from their ends
 * @param exact whether all documents found there are meant, each found once
 * @param single whether each piece has one entry at most
 * @param equal how many fields of the index the query has values for
 */
record Plan(
        OrderedKeys index,
        TreeMap<byte[], List<Range>> runs,
        boolean sorted,
        boolean backwards,
        boolean exact,
        boolean single,
        int equal) {

    private static final int RANGES_AT_MOST = 4_000;
    private static final int RANGES_COUNTED = 64;
    /** No other index is worth a look then. */
    private static final int FEW = 8;
    /** What two indexes have more of both is not told apart by counting, which would cost as much as reading. */
    private static final int COUNTED_AT_MOST = 4_096;

    private static final Comparator<Plan> LIKELIEST_FIRST = Comparator.comparing((Plan plan) -> !plan.single)
            .thenComparing(plan -> -plan.equal)
            .thenComparing(plan -> !plan.sorted);

    /** The best of the indexes' plans for a query; empty when none is better than to read everything. */
    static Optional<Plan> best(List<? extends OrderedKeys> indexes, Document query, Document order, long limit) {
        Conditions conditions = Conditions.of(query);
        List<Plan> plans = indexes.stream()
                .map(index -> of(index, conditions, order))
                .filter(plan -> plan != null)
                .sorted(LIKELIEST_FIRST)
                .toList();
        return plans.size() <= 1 || plans.getFirst().isSurelyBest()
                ? plans.stream().findFirst()
                : Optional.of(cheapest(plans, limit));
    }

    private boolean isSurelyBest() {
        return single && runs.values().stream().mapToInt(List::size).sum() <= FEW;
    }

    /** Counts what each has to read, as far as is needed to tell which has least. */
    private static Plan cheapest(List<Plan> plans, long limit) {
        Plan best = null;
        boolean decided = false;
        for (long counted = FEW; !decided && counted <= COUNTED_AT_MOST; counted *= FEW) {
            double least = Double.MAX_VALUE;
            for (Plan plan : plans) {
                long entries = plan.entries(counted);
                if (entries < FEW) {
                    return plan;
                }
                double cost = plan.cost(entries, limit);
                if (cost < least) {
                    best = plan;
                    least = cost;
                    // Of the others it is only known that they cost this much at least.
                    decided = entries < counted || cost == plan.cost(Long.MAX_VALUE, limit);
                }
            }
        }
        return best;
    }

    /** Roughly how many documents have to be read. */
    private double cost(long entries, long limit) {
        if (!sorted) {
            // What has to be sorted has to be read to the end first.
            return entries * 1.5 + 2;
        }
        if (limit <= 0) {
            return entries;
        }
        return Math.min(entries, exact ? limit : limit + entries / 4.0);
    }

    private static Plan of(OrderedKeys index, Conditions conditions, Document order) {
        List<Piece> pieces = new ArrayList<>();
        boolean complete = conditions.complete();
        for (Map<String, List<Object>> alternative : conditions.alternatives()) {
            Alternative asked = Alternative.of(index, alternative);
            if (asked == null || pieces.size() + asked.pieces().size() > RANGES_AT_MOST) {
                return null;
            }
            pieces.addAll(asked.pieces());
            complete &= asked.complete();
        }
        Sort sort = Sort.of(index, order);
        boolean ordered = sort != null && pieces.stream().allMatch(piece -> piece.equal() >= sort.skipped());
        boolean constrained = pieces.stream().allMatch(Piece::constrained);
        if (!ordered && !constrained) {
            return null;
        }
        TreeMap<byte[], List<Range>> runs = runs(pieces, ordered ? sort.skipped() : 0);
        return new Plan(
                index,
                runs,
                ordered,
                ordered && sort.backwards(),
                complete && !index.hasArrays(),
                index.isUnique()
                        && pieces.stream()
                                .allMatch(
                                        piece -> piece.equal() == index.fields().size()),
                pieces.stream().mapToInt(Piece::equal).min().orElse(0));
    }

    private static TreeMap<byte[], List<Range>> runs(List<Piece> pieces, int skipped) {
        TreeMap<byte[], List<Range>> runs = new TreeMap<>(Arrays::compareUnsigned);
        pieces.forEach(piece -> runs.computeIfAbsent(piece.prefix(skipped), _ -> new ArrayList<>())
                .add(piece.range()));
        runs.replaceAll((_, ranges) -> Range.joined(ranges));
        return runs;
    }

    /** How many entries there are; not much more than {@code atMost} are counted. */
    private long entries(long atMost) {
        List<Range> ranges = runs.values().stream().flatMap(List::stream).toList();
        long counted = 0;
        int counting = 0;
        for (; counting < Math.min(ranges.size(), RANGES_COUNTED) && counted < atMost; counting++) {
            counted += index.count(ranges.get(counting), atMost - counted);
        }
        return counted >= atMost || ranges.size() <= RANGES_COUNTED
                ? counted
                : Math.min(atMost, counted * ranges.size() / RANGES_COUNTED);
    }

    /** How many documents there are, by the index alone. Only when {@link #exact}. */
    long count() {
        return runs.values().stream()
                .flatMap(List::stream)
                .mapToLong(range -> index.count(range, Long.MAX_VALUE))
                .sum();
    }

    /**
     * One piece of an index, with its first fields equal to something.
     *
     * @param prefixes what its keys begin with, for none, one, two… of the fields
     */
    private record Piece(List<byte[]> prefixes, Range range, boolean constrained) {

        int equal() {
            return prefixes.size() - 1;
        }

        byte[] prefix(int fields) {
            return prefixes.get(fields);
        }
    }

    /** What an index does for one alternative of a query. */
    private record Alternative(List<Piece> pieces, boolean complete) {

        static Alternative of(OrderedKeys index, Map<String, List<Object>> fields) {
            Map<String, Asked> asked = new HashMap<>();
            fields.forEach((path, conditions) -> asked.put(path, Asked.of(conditions)));
            if (index.leavesOut()
                    && index.fields().stream()
                            .noneMatch(field -> asked.containsKey(field.getKey())
                                    && asked.get(field.getKey()).present())) {
                return null;
            }
            return using(index, asked);
        }

        private static Alternative using(OrderedKeys index, Map<String, Asked> asked) {
            List<List<byte[]>> prefixes = List.of(List.of(new byte[0]));
            int field = 0;
            for (; field < index.fields().size(); field++) {
                IndexKey key = index.fields().get(field);
                Asked one = asked.get(key.getKey());
                if (one == null
                        || one.equal() == null
                        || prefixes.size() * one.equal().size() > RANGES_AT_MOST) {
                    break;
                }
                prefixes = extended(prefixes, one.equal(), key.isAscending());
            }
            Asked next = field < index.fields().size()
                    ? asked.get(index.fields().get(field).getKey())
                    : null;
            boolean ranged = next != null && next.isRanged();
            int used = field + (ranged ? 1 : 0);
            boolean complete = asked.size() == used
                    && index.fields().stream()
                            .limit(used)
                            .allMatch(key -> asked.get(key.getKey()).complete());
            int last = field;
            boolean constrained = used > 0 || index.leavesOut();
            return new Alternative(
                    prefixes.stream()
                            .map(prefix -> new Piece(
                                    prefix,
                                    ranged
                                            ? next.rangeBehind(
                                                    prefix.getLast(),
                                                    index.fields().get(last).isAscending(),
                                                    index.hasArrays(last))
                                            : everything(prefix.getLast()),
                                    constrained))
                            .toList(),
                    complete && !(index.leavesOut() && used == 0));
        }

        private static List<List<byte[]>> extended(
                List<List<byte[]>> prefixes, List<Object> values, boolean ascending) {
            List<List<byte[]>> extended = new ArrayList<>();
            for (List<byte[]> prefix : prefixes) {
                for (Object value : values) {
                    List<byte[]> longer = new ArrayList<>(prefix);
                    longer.add(new KeyBytes()
                            .append(prefix.getLast())
                            .append(KeyBytes.of(value, ascending))
                            .toBytes());
                    extended.add(longer);
                }
            }
            return extended;
        }

        private static Range everything(byte[] prefix) {
            return prefix.length == 0
                    ? Range.ALL
                    : new Range(
                            prefix,
                            new KeyBytes().append(prefix).append(Range.END).toBytes());
        }
    }

    /**
     * How an index has an order.
     *
     * @param skipped how many fields of the index come before those that are sorted by
     */
    private record Sort(int skipped, boolean backwards) {

        /** Null when the index does not have the order. */
        static Sort of(OrderedKeys index, Document order) {
            if (order == null || order.isEmpty()) {
                return null;
            }
            List<String> sorted = List.copyOf(order.keySet());
            List<IndexKey> fields = index.fields();
            for (int skipped = 0; skipped + sorted.size() <= fields.size(); skipped++) {
                Sort sort = at(skipped, index, order, sorted);
                if (sort != null) {
                    return index.isOrdered() ? sort : null;
                }
            }
            return null;
        }

        private static Sort at(int skipped, OrderedKeys index, Document order, List<String> sorted) {
            Boolean backwards = null;
            for (int i = 0; i < sorted.size(); i++) {
                IndexKey field = index.fields().get(skipped + i);
                if (!field.getKey().equals(sorted.get(i))
                        || index.hasArrays(skipped + i)
                        || !(order.get(sorted.get(i)) instanceof Number direction)) {
                    return null;
                }
                boolean against = field.isAscending() != direction.intValue() > 0;
                if (backwards != null && backwards != against) {
                    return null;
                }
                backwards = against;
            }
            // What is equal comes by id, forwards: as long as nothing else is between it and the id in the index.
            boolean decided = sorted.getLast().equals(IdIndex.ID)
                    || !backwards && skipped + sorted.size() == index.fields().size();
            return decided ? new Sort(skipped, backwards) : null;
        }
    }
}
