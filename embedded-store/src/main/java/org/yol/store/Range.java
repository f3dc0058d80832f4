package org.yol.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A piece of an index.
 *
 * @param low the first key that may be in it
 * @param high the first key that is not in it any more
 */
record Range(byte[] low, byte[] high) {

    /** Before all entries, and behind what an index knows of itself. */
    static final byte[] FIRST = {1};

    /** Behind all entries. */
    static final byte[] END = {(byte) 0xFF};

    static final Range ALL = new Range(FIRST, END);

    /** The same pieces, in their order and without any twice. */
    static List<Range> joined(List<Range> ranges) {
        List<Range> joined = new ArrayList<>();
        ranges.stream()
                .filter(range -> Arrays.compareUnsigned(range.low, range.high) < 0)
                .sorted(Comparator.comparing(Range::low, Arrays::compareUnsigned))
                .forEach(range -> {
                    if (!joined.isEmpty() && Arrays.compareUnsigned(range.low, joined.getLast().high) <= 0) {
                        Range last = joined.removeLast();
                        byte[] high = Arrays.compareUnsigned(range.high, last.high) > 0 ? range.high : last.high;
                        joined.add(new Range(last.low, high));
                    } else {
                        joined.add(range);
                    }
                });
        return joined;
    }
}
