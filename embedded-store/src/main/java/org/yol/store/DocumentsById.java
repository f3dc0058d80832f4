package org.yol.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;
import org.h2.mvstore.MVMap;

/** The documents of a collection themselves: they are kept in the order of their ids. */
record DocumentsById(MVMap<byte[], byte[]> entries) implements OrderedKeys {

    private static final List<IndexKey> BY_ID = List.of(new IndexKey(IdIndex.ID, true));

    @Override
    public List<IndexKey> fields() {
        return BY_ID;
    }

    @Override
    public Key position(byte[] key, byte[] value) {
        return new Key(key);
    }

    @Override
    public boolean leavesOut() {
        return false;
    }

    @Override
    public boolean hasArrays(int field) {
        return false;
    }

    /** Ids are of one kind and hold no arrays, as a rule; those that don't are sorted when they are found. */
    @Override
    public boolean isOrdered() {
        byte[] first = entries.higherKey(Range.FIRST);
        byte[] last = entries.lowerKey(Range.END);
        return first == null || KeyBytes.isOrdered(first[0]) && first[0] == last[0];
    }
}
