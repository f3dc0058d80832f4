package org.yol.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.h2.mvstore.MVMap;

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

    static boolean beginsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

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

    long size(MVMap<byte[], byte[]> entries) {
        return Math.max(0, placeOf(high, entries) - placeOf(low, entries));
    }

    private static long placeOf(byte[] key, MVMap<byte[], byte[]> entries) {
        long place = entries.getKeyIndex(key);
        return place < 0 ? -place - 1 : place;
    }
}
