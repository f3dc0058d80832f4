package org.yol.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** The documents of a query, read as they are asked for. What does not match any more is passed over. */
final class Matches {

    private static final long BYTES_AT_ONCE = 4L << 20;

    private final Positions positions;
    private final Function<Key, Found> read;
    private final long limit;
    private long skip;
    private long given;
    private Found ahead;

    /** @param bytes how large it is in the file */
    record Found(Document document, int bytes) {}

    /**
     * @param read gives the document at a position, or null when there is none that is meant
     * @param limit how many there may be; 0 for all
     */
    Matches(Positions positions, Function<Key, Found> read, long skip, long limit) {
        this.positions = positions;
        this.read = read;
        this.skip = skip;
        this.limit = limit;
    }

    boolean hasNext() {
        while (ahead == null && (limit <= 0 || given < limit)) {
            Key position = positions.next();
            if (position == null) {
                return false;
            }
            Found found = read.apply(position);
            if (found != null && skip-- <= 0) {
                ahead = found;
            }
        }
        return ahead != null;
    }

    Document next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Document next = ahead.document();
        ahead = null;
        given++;
        return next;
    }

    /** As many as wanted, but no more than fit into an answer. */
    List<Document> take(int wanted) {
        List<Document> taken = new ArrayList<>();
        long bytes = 0;
        while (taken.size() < wanted && bytes < BYTES_AT_ONCE && hasNext()) {
            bytes += ahead.bytes();
            taken.add(next());
        }
        return taken;
    }
}
