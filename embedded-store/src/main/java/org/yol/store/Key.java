package org.yol.store;

import java.util.Arrays;
import java.util.HexFormat;

/** Where a document is in its collection: its id, as {@link KeyBytes} writes it. */
record Key(byte[] bytes) implements Comparable<Key> {

    static Key of(Object id) {
        return new Key(KeyBytes.of(id));
    }

    @Override
    public int compareTo(Key other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
