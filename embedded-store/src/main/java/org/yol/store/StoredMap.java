package org.yol.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rocksdb.RocksIterator;

/**
 * An ordered map of the store: its keys compare as unsigned bytes. Whoever reads or writes it is in an
 * {@link Operation}.
 */
final class StoredMap {

    private final int number;

    StoredMap(int number) {
        this.number = number;
    }

    byte[] get(byte[] key) {
        return Operation.current().get(full(key));
    }

    void put(byte[] key, byte[] value) {
        Operation.current().put(full(key), value);
    }

    void remove(byte[] key) {
        Operation.current().remove(full(key));
    }

    /** Like {@link #put}, and {@link #size} knows of it. */
    void putCounted(byte[] key, byte[] value) {
        if (get(key) == null) {
            resize(1);
        }
        put(key, value);
    }

    /** Removes what was {@link #putCounted}. */
    void removeCounted(byte[] key) {
        if (get(key) != null) {
            resize(-1);
            remove(key);
        }
    }

    /** How many were {@link #putCounted}. */
    long size() {
        byte[] kept = Operation.current().get(sizeKey(number));
        return kept == null ? 0 : ByteBuffer.wrap(kept).getLong();
    }

    private void resize(int more) {
        Operation.current()
                .put(
                        sizeKey(number),
                        ByteBuffer.allocate(Long.BYTES).putLong(size() + more).array());
    }

    /** Where the store keeps the size of a map. */
    static byte[] sizeKey(int number) {
        return ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(RocksStore.SIZES)
                .putInt(number)
                .array();
    }

    /**
     * The entries of a piece of the map.
     *
     * @param backwards whether they are wanted from its end
     * @param behind the key after which to go on; null for the beginning
     */
    List<Entry> entries(Range range, boolean backwards, byte[] behind, int atMost) {
        List<Entry> entries = new ArrayList<>();
        RocksIterator iterator = Operation.current().iterator();
        walk(iterator, range, backwards, behind, atMost, key -> entries.add(new Entry(key, iterator.value())));
        return entries;
    }

    /** The keys alone of {@link #entries}. */
    List<byte[]> keys(Range range, boolean backwards, byte[] behind, int atMost) {
        List<byte[]> keys = new ArrayList<>();
        walk(Operation.current().iterator(), range, backwards, behind, atMost, keys::add);
        return keys;
    }

    /** How many entries a piece has; no more than {@code atMost} are counted. */
    long count(Range range, long atMost) {
        return walk(Operation.current().iterator(), range, false, null, atMost, _ -> {});
    }

    /** The first keys that begin with something, also those that this operation has put. */
    List<byte[]> newestKeys(byte[] prefix, int atMost) {
        List<byte[]> keys = new ArrayList<>();
        Range all = new Range(
                prefix, new KeyBytes().append(prefix).append(Range.END).toBytes());
        walk(Operation.current().newestIterator(), all, false, null, atMost, keys::add);
        return keys;
    }

    private interface Walked {
        void at(byte[] key);
    }

    private long walk(
            RocksIterator iterator, Range range, boolean backwards, byte[] behind, long atMost, Walked walked) {
        byte[] low = full(range.low());
        byte[] high = full(range.high());
        if (!backwards) {
            iterator.seek(behind == null ? low : full(Arrays.copyOf(behind, behind.length + 1)));
        } else {
            byte[] end = behind == null ? high : full(behind);
            iterator.seekForPrev(end);
            if (iterator.isValid() && Arrays.equals(iterator.key(), end)) {
                iterator.prev();
            }
        }
        long met = 0;
        while (met < atMost && iterator.isValid()) {
            byte[] key = iterator.key();
            if (backwards ? Arrays.compareUnsigned(key, low) < 0 : Arrays.compareUnsigned(key, high) >= 0) {
                return met;
            }
            met++;
            walked.at(Arrays.copyOfRange(key, Integer.BYTES, key.length));
            if (backwards) {
                iterator.prev();
            } else {
                iterator.next();
            }
        }
        Operation.requireSound(iterator);
        return met;
    }

    private byte[] full(byte[] key) {
        return ByteBuffer.allocate(Integer.BYTES + key.length)
                .putInt(number)
                .put(key)
                .array();
    }
}
