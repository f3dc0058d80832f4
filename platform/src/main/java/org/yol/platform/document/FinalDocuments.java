package org.yol.platform.document;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.bson.BsonDocument;

/** Documents that are written once and never change, so that they need no version and tell no events. */
public final class FinalDocuments<R extends Record> {

    private final MongoCollection<R> documents;
    private final StoredRecords<R> records;

    /** Those of a collection, which nothing else writes. */
    public FinalDocuments(MongoDatabase database, String collection, Class<R> type) {
        this.documents = database.getCollection(collection, type);
        this.records = new StoredRecords<>(documents, StoredForm.FIRST);
    }

    /**
     * Keeps a document, unless one of its id is there: that one stays.
     *
     * @return whether it was kept
     */
    public boolean keep(R document) {
        try {
            documents.insertOne(document);
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
            return false;
        }
    }

    /**
     * The document of that id. One that an older release has kept is read with what it lacks as null, zero or empty.
     */
    public Optional<R> find(String id) {
        return Optional.ofNullable(documents
                        .withDocumentClass(BsonDocument.class)
                        .find(eq("_id", id))
                        .first())
                .map(records::read);
    }
}
