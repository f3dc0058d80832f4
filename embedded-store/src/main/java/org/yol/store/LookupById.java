package org.yol.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * A collection that finds a document by its id, whatever else a query asks of it. The backend as it comes does that
 * only when a query asks for nothing else, and otherwise reads the whole collection.
 */
final class LookupById extends H2Collection {

    private static final String ID = "_id";

    private LookupById(
            H2Database database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> numbers,
            CursorRegistry cursors) {
        super(database, name, options, documents, numbers, cursors);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document order, int skip, int limit, int batchSize, Document fields) {
        return positions(query)
                .map(positions -> matchDocuments(query, positions, order, skip, limit, batchSize, fields))
                .orElseGet(() -> super.queryDocuments(query, order, skip, limit, batchSize, fields));
    }

    /** Where the documents are that a query can only mean; empty when it names no ids. */
    private Optional<Iterable<Object>> positions(Document query) {
        List<Document> conditions = idConditions(query).toList();
        return getIndexes().stream()
                .filter(index -> index.getKeys().size() == 1
                        && index.getKeys().getFirst().getKey().equals(ID))
                .flatMap(index -> positions(index, conditions))
                .findFirst();
    }

    private static Stream<Iterable<Object>> positions(Index<Object> index, List<Document> conditions) {
        return conditions.stream().filter(index::canHandle).map(index::getPositions);
    }

    /**
     * Each of them alone has to be true for the query to be true: those of the query itself and of its {@code $and}.
     */
    private static Stream<Document> idConditions(Document query) {
        Stream<Document> own =
                query.containsKey(ID) ? Stream.of(new Document(ID, withoutEq(query.get(ID)))) : Stream.empty();
        Stream<Document> parts = query.get("$and") instanceof Collection<?> all
                ? all.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .flatMap(LookupById::idConditions)
                : Stream.empty();
        return Stream.concat(own, parts);
    }

    private static Object withoutEq(Object condition) {
        return condition instanceof Document operators && operators.size() == 1 && operators.containsKey("$eq")
                ? operators.get("$eq")
                : condition;
    }

    /** A database of such collections, in the same file format as the backend's own. */
    static final class Database extends H2Database {

        private final MVStore store;

        Database(String name, MVStore store, CursorRegistry cursors) {
            // First, because the constructor of the superclass opens the collections that are there.
            this.store = store;
            super(name, store, cursors);
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
            String fullName = getFullCollectionNamespace(name);
            return new LookupById(
                    this,
                    name,
                    options,
                    store.openMap("databases." + fullName),
                    store.openMap("meta." + fullName),
                    cursorRegistry);
        }
    }
}
