package org.yol.store;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Positions of documents, one after the other. */
abstract class Positions {

    /** The next one, or null at the end. */
    abstract Key next();

    static Positions of(List<Key> positions) {
        return new Positions() {
            private int given;

            @Override
            Key next() {
                return given < positions.size() ? positions.get(given++) : null;
            }
        };
    }

    /** In the order of the index, each once. */
    static Positions of(Plan plan) {
        if (plan.index() instanceof DocumentsById && plan.single()) {
            return of(plan.backwards() ? ids(plan).reversed() : ids(plan));
        }
        Positions entries = plan.runs().size() == 1 ? one(plan) : new Merged(plan);
        return plan.index().hasArrays() ? distinct(entries) : entries;
    }

    /** Those that the query names: there is nothing to look for. */
    private static List<Key> ids(Plan plan) {
        return plan.runs().values().stream()
                .flatMap(List::stream)
                .map(range -> new Key(range.low()))
                .toList();
    }

    /** Everything there is, by id. */
    static Positions all(OrderedKeys documents, boolean backwards) {
        TreeMap<byte[], List<Range>> all = new TreeMap<>(Arrays::compareUnsigned);
        all.put(new byte[0], List.of(Range.ALL));
        return one(new Plan(documents, all, true, backwards, true, false, 0));
    }

    private static Positions distinct(Positions several) {
        Set<Key> given = new HashSet<>();
        return new Positions() {
            @Override
            Key next() {
                Key next = several.next();
                while (next != null && !given.add(next)) {
                    next = several.next();
                }
                return next;
            }
        };
    }

    /** In the order of the ids, which is that of reading everything. */
    static Positions byId(Plan plan) {
        Positions unordered = of(plan);
        return of(Stream.generate((Supplier<Key>) unordered::next)
                .takeWhile(position -> position != null)
                .sorted()
                .toList());
    }

    private static Positions one(Plan plan) {
        Map.Entry<byte[], List<Range>> only = plan.runs().firstEntry();
        Run run = new Run(plan, only.getKey(), only.getValue());
        return new Positions() {
            @Override
            Key next() {
                return run.advance() ? run.position() : null;
            }
        };
    }

    /** Reads several runs at once, each of which is in order. */
    private static final class Merged extends Positions {

        private final List<Run> runs;
        private final PriorityQueue<Run> ahead;
        private boolean begun;

        Merged(Plan plan) {
            runs = plan.runs().entrySet().stream()
                    .map(run -> new Run(plan, run.getKey(), run.getValue()))
                    .toList();
            Comparator<Run> order = Run::compareRest;
            ahead = new PriorityQueue<>(plan.backwards() ? order.reversed() : order);
        }

        @Override
        Key next() {
            if (!begun) {
                begun = true;
                runs.stream().filter(Run::advance).forEach(ahead::add);
            }
            Run first = ahead.poll();
            if (first == null) {
                return null;
            }
            Key position = first.position();
            if (first.advance()) {
                ahead.add(first);
            }
            return position;
        }
    }

    /** Pieces of an index that follow each other. What is read ahead of somebody who is slow holds nothing up. */
    private static final class Run {

        private static final int AHEAD_AT_FIRST = 16;
        private static final int AHEAD_AT_MOST = 512;

        private final Plan plan;
        private final int prefix;
        private final List<Range> ranges;
        private final Queue<OrderedKeys.At> ahead = new ArrayDeque<>();
        private int wanted = AHEAD_AT_FIRST;
        private int range;
        private byte[] behind;
        private OrderedKeys.At current;

        Run(Plan plan, byte[] prefix, List<Range> ranges) {
            this.plan = plan;
            this.prefix = prefix.length;
            this.ranges = plan.backwards() ? ranges.reversed() : ranges;
        }

        boolean advance() {
            while (ahead.isEmpty() && range < ranges.size()) {
                readAhead();
            }
            current = ahead.poll();
            return current != null;
        }

        private void readAhead() {
            List<OrderedKeys.At> read = plan.index().read(ranges.get(range), plan.backwards(), behind, wanted);
            ahead.addAll(read);
            if (read.size() < wanted) {
                range++;
                behind = null;
            } else {
                behind = read.getLast().key();
                wanted = Math.min(2 * wanted, AHEAD_AT_MOST);
            }
        }

        int compareRest(Run other) {
            byte[] key = current.key();
            byte[] others = other.current.key();
            return Arrays.compareUnsigned(key, prefix, key.length, others, other.prefix, others.length);
        }

        Key position() {
            return current.position();
        }
    }
}
