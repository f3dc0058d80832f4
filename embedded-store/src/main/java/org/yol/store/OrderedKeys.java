package org.yol.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;
import org.h2.mvstore.MVMap;

/** Something that has the documents of a collection in the order of some of their fields. */
interface OrderedKeys {

    /** The fields, the most significant first. */
    List<IndexKey> fields();

    /** The entries; all of them lie between {@link Range#FIRST} and {@link Range#END}. */
    MVMap<byte[], byte[]> entries();

    /** Where the document of an entry is. */
    Key position(byte[] key, byte[] value);

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
