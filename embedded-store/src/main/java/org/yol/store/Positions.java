package org.yol.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.Cursor;

/** Positions of documents, one after the other. */
abstract class Positions {

    /** The next one, or null at the end. */
    abstract Key next();

    /** Nothing will be asked for in a while: lets go of pages of the file, which may be overwritten meanwhile. */
    void pause() {}

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
        Positions entries = plan.runs().size() == 1 ? one(plan) : new Merged(plan);
        return plan.index().hasArrays() ? distinct(entries) : entries;
    }

    /** Everything there is, by id. */
    static Positions all(OrderedKeys documents, boolean backwards) {
        TreeMap<byte[], List<Range>> all = new TreeMap<>(Arrays::compareUnsigned);
        all.put(new byte[0], List.of(Range.ALL));
        return one(new Plan(
                documents, all, true, backwards, true, documents.entries().sizeAsLong()));
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

            @Override
            void pause() {
                several.pause();
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

            @Override
            void pause() {
                run.pause();
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

        @Override
        void pause() {
            runs.forEach(Run::pause);
        }
    }

    /** Pieces of an index that follow each other. */
    private static final class Run {

        private final Plan plan;
        private final int prefix;
        private final List<Range> ranges;
        private int range;
        private Cursor<byte[], byte[]> cursor;
        private byte[] key;
        private byte[] value;

        Run(Plan plan, byte[] prefix, List<Range> ranges) {
            this.plan = plan;
            this.prefix = prefix.length;
            this.ranges = plan.backwards() ? ranges.reversed() : ranges;
        }

        boolean advance() {
            for (; range < ranges.size(); range++, cursor = null, key = null) {
                if (cursor == null) {
                    cursor = opened();
                }
                while (cursor.hasNext()) {
                    byte[] next = cursor.next();
                    if (isWithin(next) && !Arrays.equals(next, key)) {
                        key = next;
                        value = cursor.getValue();
                        return true;
                    }
                    if (!isBefore(next)) {
                        break;
                    }
                }
            }
            return false;
        }

        /** Where it was left, or at the beginning of the piece. */
        private Cursor<byte[], byte[]> opened() {
            byte[] begin = plan.backwards()
                    ? ranges.get(range).high()
                    : ranges.get(range).low();
            return plan.index().entries().cursor(key == null ? begin : key, null, plan.backwards());
        }

        private boolean isWithin(byte[] next) {
            return Arrays.compareUnsigned(next, ranges.get(range).low()) >= 0
                    && Arrays.compareUnsigned(next, ranges.get(range).high()) < 0;
        }

        /** Where the cursor was set, which may be just outside, or what was given already. */
        private boolean isBefore(byte[] next) {
            return Arrays.equals(next, key)
                    || plan.backwards()
                            && Arrays.compareUnsigned(next, ranges.get(range).high()) >= 0;
        }

        int compareRest(Run other) {
            return Arrays.compareUnsigned(key, prefix, key.length, other.key, other.prefix, other.key.length);
        }

        Key position() {
            return plan.index().position(key, value);
        }

        void pause() {
            cursor = null;
        }
    }
}
