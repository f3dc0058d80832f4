package org.yol.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterators;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A collection whose documents are in the file by their ids, as the bytes they are sent as. What is read is the
 * reader's own, and never changes under it: readers need no lock, neither against each other nor against a writer.
 *
 * <p>Indexes only say where to look: whether a document is meant is asked of the document.
 */
final class StoredCollection extends AbstractMongoCollection<Key> {

    private static final int SORTED_WITHOUT_CUT = 1_000;

    private final StoredMap documents;
    private final DocumentsById byId;
    // One of its own: that of the superclass remembers where in an array it found something, for the writer.
    private final QueryMatcher matcher = new DefaultQueryMatcher();
    private volatile List<OrderedKeys> usable;

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            StoredMap documents,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.byId = new DocumentsById(documents);
        this.usable = IdIndex.ID.equals(getIdField()) ? List.of(byId) : List.of();
    }

    @Override
    public void addIndex(Index<Key> index) {
        super.addIndex(index);
        if (index instanceof FieldIndex fields) {
            fields.complete();
        }
        findUsable();
    }

    @Override
    public void dropIndex(String name) {
        super.dropIndex(name);
        findUsable();
    }

    private void findUsable() {
        usable = Stream.concat(
                        Stream.of(byId),
                        getIndexes().stream()
                                .filter(FieldIndex.class::isInstance)
                                .map(FieldIndex.class::cast)
                                .filter(FieldIndex::isUsable))
                .toList();
    }

    @Override
    protected boolean documentMatchesQuery(Document document, Document query) {
        return matcher.matches(document, query);
    }

    /** Batches of no size are for the store itself, which takes the documents one by one. */
    @Override
    protected QueryResult queryDocuments(
            Document query, Document order, int skip, int limit, int batchSize, Document fields) {
        Matches matches = matches(query, order, skip, limit, fields);
        if (batchSize <= 0) {
            return new QueryResult(() -> iterator(matches));
        }
        List<Document> first = matches.take(batchSize);
        if (!matches.hasNext()) {
            return new QueryResult(first);
        }
        MatchesCursor rest = new MatchesCursor(cursorRegistry.generateCursorId(), matches);
        cursorRegistry.add(rest);
        return new QueryResult(first, rest);
    }

    private static Iterator<Document> iterator(Matches matches) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return matches.hasNext();
            }

            @Override
            public Document next() {
                return matches.next();
            }
        };
    }

    private Matches matches(Document query, Document order, int skip, int limit, Document fields) {
        Operation.current().beginQuery();
        Optional<Plan> plan = Plan.best(usable, query, order, limit > 0 ? (long) skip + limit : 0);
        return new Matches(positions(query, order, skip, limit, plan), reading(query, fields), skip, limit);
    }

    private Positions positions(Document query, Document order, int skip, int limit, Optional<Plan> plan) {
        Comparator<Document> comparator = deriveComparator(order);
        if (plan.isPresent() && plan.get().sorted()) {
            return Positions.of(plan.get());
        }
        if (isNaturalDescending(order)) {
            return Positions.all(byId, true);
        }
        Positions unsorted = plan.map(Positions::byId).orElseGet(() -> Positions.all(byId, false));
        return comparator == null
                ? unsorted
                : sorted(unsorted, query, order, comparator, limit > 0 ? (long) skip + limit : Long.MAX_VALUE);
    }

    private record Sortable(Key position, Document document) {}

    private Positions sorted(
            Positions unsorted, Document query, Document order, Comparator<Document> comparator, long wanted) {
        Set<String> compared = ownFields(query, order);
        Comparator<Sortable> by = Comparator.comparing(Sortable::document, comparator);
        List<Sortable> found = new ArrayList<>();
        for (Key position = unsorted.next(); position != null; position = unsorted.next()) {
            Matches.Found part = partOf(position, query, compared);
            if (part != null) {
                found.add(new Sortable(position, part.document()));
            }
            if (found.size() > SORTED_WITHOUT_CUT && found.size() / 2 > wanted) {
                found.sort(by);
                found.subList((int) wanted, found.size()).clear();
            }
        }
        found.sort(by);
        return Positions.of(found.stream().map(Sortable::position).toList());
    }

    /** Null when the document is not meant. */
    private Matches.Found partOf(Key position, Document query, Set<String> wanted) {
        byte[] stored = documents.get(position.bytes());
        if (stored == null) {
            return null;
        }
        Document part = wanted == null ? StoredBson.decode(stored) : StoredBson.decode(stored, wanted);
        return documentMatchesQuery(part, query) ? new Matches.Found(part, stored.length) : null;
    }

    /** Null when it may be any. */
    private static Set<String> ownFields(Document... paths) {
        Set<String> own = new HashSet<>();
        for (Document each : paths) {
            if (!addOwnFields(each, own)) {
                return null;
            }
        }
        return own;
    }

    private static boolean addOwnFields(Document paths, Set<String> own) {
        for (Map.Entry<String, Object> entry : paths == null ? Set.<Map.Entry<String, Object>>of() : paths.entrySet()) {
            if (!entry.getKey().startsWith("$")) {
                own.add(entry.getKey().split("\\.", 2)[0]);
            } else if (!(entry.getValue() instanceof List<?> parts)
                    || !parts.stream()
                            .allMatch(part -> part instanceof Document document && addOwnFields(document, own))) {
                return false;
            }
        }
        return true;
    }

    private Function<Key, Matches.Found> reading(Document query, Document fields) {
        Function<Document, Document> projected = projected(fields);
        Set<String> wanted = included(query, fields);
        return position -> {
            Matches.Found found = partOf(position, query, wanted);
            return found == null ? null : new Matches.Found(projected.apply(found.document()), found.bytes());
        };
    }

    private Function<Document, Document> projected(Document fields) {
        return fields == null || fields.isEmpty()
                ? Function.identity()
                : document -> matchDocumentsFromStream(
                                new Document(), Stream.of(document), 0, 0, 0, (Comparator<Document>) null, fields)
                        .iterator()
                        .next();
    }

    /** The document's own fields that are needed when only some are asked for; null for all. */
    private static Set<String> included(Document query, Document fields) {
        boolean some = fields != null
                && fields.keySet().stream().anyMatch(name -> !name.equals(IdIndex.ID))
                && fields.values().stream().allMatch(value -> value instanceof Number && Utils.isTrue(value));
        return some ? ownFields(query, fields, new Document(IdIndex.ID, 1)) : null;
    }

    @Override
    public int count(Document query, int skip, int limit) {
        if (query == null || query.isEmpty()) {
            return super.count(query, skip, limit);
        }
        Operation.current().beginQuery();
        Optional<Plan> plan = Plan.best(usable, query, null, 0);
        long all = plan.filter(Plan::exact).map(Plan::count).orElseGet(() -> counted(query, plan));
        long left = Math.max(0, all - skip);
        return Math.toIntExact(limit > 0 ? Math.min(limit, left) : left);
    }

    private long counted(Document query, Optional<Plan> plan) {
        Positions positions = plan.map(Positions::of).orElseGet(() -> Positions.all(byId, false));
        Set<String> wanted = ownFields(query);
        long counted = 0;
        for (Key position = positions.next(); position != null; position = positions.next()) {
            counted += partOf(position, query, wanted) == null ? 0 : 1;
        }
        return counted;
    }

    /** All documents of a query, read as the stream is. */
    Stream<Document> stream(Document query) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        queryDocuments(query, null, 0, 0, 0, null).iterator(), 0),
                false);
    }

    @Override
    public int count() {
        return Math.toIntExact(documents.size());
    }

    @Override
    public boolean isEmpty() {
        return documents.size() == 0;
    }

    @Override
    protected Document getDocument(Key position) {
        byte[] stored = documents.get(position.bytes());
        return stored == null ? null : StoredBson.decode(stored);
    }

    @Override
    protected Key addDocumentInternal(Document document) {
        Operation.current().endDocument();
        Key position = getIdField() == null ? Key.of(UUID.randomUUID()) : Key.of(document.get(getIdField()));
        documents.putCounted(position.bytes(), StoredBson.encode(document));
        return position;
    }

    @Override
    protected void handleUpdate(Key position, Document before, Document after) {
        documents.put(position.bytes(), StoredBson.encode(after));
        Operation.current().endDocument();
    }

    @Override
    protected void removeDocument(Key position) {
        documents.removeCounted(position.bytes());
        Operation.current().endDocument();
    }

    @Override
    protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
        Operation.current().beginQuery();
        Positions all = Positions.all(byId, false);
        return Stream.generate(all::next)
                .takeWhile(position -> position != null)
                .map(position -> new DocumentWithPosition<>(getDocument(position), position));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document order, int skip, int limit, int batchSize, Document fields) {
        return queryDocuments(query, order, skip, limit, batchSize, fields);
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int difference) {}

    @Override
    protected int getDataSize() {
        return 0;
    }
}
