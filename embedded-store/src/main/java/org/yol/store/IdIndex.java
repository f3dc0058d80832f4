package org.yol.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;

/** The index of ids, which needs no entries: the documents themselves are kept by id. */
final class IdIndex extends Index<Key> {

    static final String ID = "_id";

    private final StoredMap documents;

    IdIndex(String name, StoredMap documents) {
        super(name, List.of(new IndexKey(ID, true)), false);
        this.documents = documents;
    }

    @Override
    public Key getPosition(Document document) {
        Key position = Key.of(document.get(ID));
        return documents.get(position.bytes()) == null ? null : position;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        if (getPosition(document) != null) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get(ID)));
        }
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {}

    @Override
    public Key remove(Document document) {
        return getPosition(document);
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Key> getPositions(Document query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long getCount() {
        return documents.size();
    }

    /** Never: an empty index would be filled. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {}

    @Override
    public void updateInPlace(Document before, Document after, Key position, MongoCollection<Key> collection) {}

    @Override
    public void drop() {}

    @Override
    public boolean isUnique() {
        return true;
    }
}
