package org.yol.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;

/** Something that has the documents of a collection in the order of some of their fields. */
interface OrderedKeys {

    /** The fields, the most significant first. */
    List<IndexKey> fields();

    /**
     * An entry.
     *
     * @param key where it is; all lie between {@link Range#FIRST} and {@link Range#END}
     * @param position where its document is
     */
    record At(byte[] key, Key position) {}

    /**
     * The entries of a piece.
     *
     * @param backwards whether they are wanted from its end
     * @param behind the key after which to go on; null for the beginning
     */
    List<At> read(Range range, boolean backwards, byte[] behind, int atMost);

    /** How many entries a piece has; no more than {@code atMost} are counted. */
    long count(Range range, long atMost);

    /** Whether no two documents have the same values in all fields. */
    boolean isUnique();

    /** Whether documents may be missing: those that have none of the fields. */
    boolean leavesOut();

    /** Whether some document has, or had, an array in a field, so that it stands here several times. */
    boolean hasArrays(int field);

    /** Whether the order is the one that the store's own sort would make. */
    boolean isOrdered();

    default boolean hasArrays() {
        for (int field = 0; field < fields().size(); field++) {
            if (hasArrays(field)) {
                return true;
            }
        }
        return false;
    }
}
