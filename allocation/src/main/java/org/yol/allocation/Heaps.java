package org.yol.allocation;

import java.util.function.LongPredicate;

/** Many heaps of keys in one array, each with room that was set beforehand and its smallest key on top. */
final class Heaps {

    private final int[] from;
    private final int[] size;
    private final long[] keys;

    /** @param room how many keys each heap holds at most */
    Heaps(int[] room) {
        from = new int[room.length + 1];
        for (int heap = 0; heap < room.length; heap++) {
            from[heap + 1] = Math.addExact(from[heap], room[heap]);
        }
        size = new int[room.length];
        keys = new long[from[room.length]];
    }

    int size(int heap) {
        return size[heap];
    }

    /** A key, from 0, in no order. */
    long key(int heap, int index) {
        return keys[from[heap] + index];
    }

    boolean isFull(int heap) {
        return size[heap] == from[heap + 1] - from[heap];
    }

    /** The smallest key of a heap that has any. */
    long worst(int heap) {
        return keys[from[heap]];
    }

    /** @throws IllegalStateException where there is no room */
    void add(int heap, long key) {
        if (isFull(heap)) {
            throw new IllegalStateException("Heap " + heap + " has no room");
        }
        int base = from[heap];
        int at = size[heap]++;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (keys[base + parent] <= key) {
                break;
            }
            keys[base + at] = keys[base + parent];
            at = parent;
        }
        keys[base + at] = key;
    }

    /** Takes a key in if it is better than the worst. Answers the one that is then outside. */
    long exchange(int heap, long key) {
        if (size[heap] == 0 || key < worst(heap)) {
            return key;
        }
        long worst = worst(heap);
        sink(heap, 0, key);
        return worst;
    }

    /** Takes out the smallest key of a heap that has any. */
    long removeWorst(int heap) {
        long worst = worst(heap);
        int last = --size[heap];
        if (last > 0) {
            sink(heap, 0, keys[from[heap] + last]);
        }
        return worst;
    }

    /** Keeps the keys that are wanted, and forgets the others. */
    void keep(int heap, LongPredicate wanted) {
        int base = from[heap];
        int kept = 0;
        for (int at = 0; at < size[heap]; at++) {
            long key = keys[base + at];
            if (wanted.test(key)) {
                keys[base + kept++] = key;
            }
        }
        size[heap] = kept;
        for (int at = kept / 2 - 1; at >= 0; at--) {
            sink(heap, at, keys[base + at]);
        }
    }

    private void sink(int heap, int hole, long key) {
        int base = from[heap];
        int end = size[heap];
        int at = hole;
        while (2 * at + 1 < end) {
            int child = 2 * at + 1;
            if (child + 1 < end && keys[base + child + 1] < keys[base + child]) {
                child++;
            }
            if (keys[base + child] >= key) {
                break;
            }
            keys[base + at] = keys[base + child];
            at = child;
        }
        keys[base + at] = key;
    }
}
