package org.yol.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** What a client has not fetched yet of the documents of a query. */
final class MatchesCursor extends AbstractCursor {

    private static final int BATCH = 1_000;

    private final Matches matches;

    MatchesCursor(long id, Matches matches) {
        super(id);
        this.matches = matches;
    }

    @Override
    public synchronized boolean isEmpty() {
        return !matches.hasNext();
    }

    @Override
    public synchronized List<Document> takeDocuments(int wanted) {
        return matches.take(wanted > 0 ? wanted : BATCH);
    }
}
