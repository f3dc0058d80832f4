package org.yol.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;

/** The documents of a collection themselves: they are kept in the order of their ids. */
record DocumentsById(StoredMap documents) implements OrderedKeys {

    private static final List<IndexKey> BY_ID = List.of(new IndexKey(IdIndex.ID, true));

    @Override
    public List<IndexKey> fields() {
        return BY_ID;
    }

    @Override
    public List<At> read(Range range, boolean backwards, byte[] behind, int atMost) {
        return documents.keys(range, backwards, behind, atMost).stream()
                .map(key -> new At(key, new Key(key)))
                .toList();
    }

    @Override
    public long count(Range range, long atMost) {
        // That many are known, and to come by each would read it.
        return range == Range.ALL ? Math.min(documents.size(), atMost) : documents.count(range, atMost);
    }

    @Override
    public boolean isUnique() {
        return true;
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
        List<byte[]> first = documents.keys(Range.ALL, false, null, 1);
        List<byte[]> last = documents.keys(Range.ALL, true, null, 1);
        return first.isEmpty() || KeyBytes.isOrdered(first.getFirst()[0]) && first.getFirst()[0] == last.getFirst()[0];
    }
}
