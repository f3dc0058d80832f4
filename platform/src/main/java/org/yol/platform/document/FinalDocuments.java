package org.yol.platform.document;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** Documents that are written once and never changed, so that they need no version and tell no events. */
public final class FinalDocuments<R extends Record> {

    private final MongoCollection<R> documents;
    private final StoredRecords<R> records;

    /** Those of a collection, which nothing else writes. */
    public FinalDocuments(MongoDatabase database, String collection, Class<R> type) {
        this(database.getCollection(collection, type));
    }

    private FinalDocuments(MongoCollection<R> documents) {
        this.documents = documents;
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
     * Keeps documents one after the other, up to the first that cannot be kept because another stands where it should.
     *
     * @return whether all were kept
     */
    public boolean keep(List<R> some) {
        return insert(some, true);
    }

    /** Keeps documents, but for those of whose ids there is one already. */
    public void keepEach(List<R> some) {
        if (!some.isEmpty()) {
            insert(some, false);
        }
    }

    private boolean insert(List<R> some, boolean upToTheFirstRefused) {
        try {
            documents.insertMany(some, new InsertManyOptions().ordered(upToTheFirstRefused));
            return true;
        } catch (MongoBulkWriteException failure) {
            if (failure.getWriteErrors().isEmpty()
                    || failure.getWriteErrors().stream()
                            .anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw failure;
            }
            return false;
        }
    }

    /** All documents a filter allows, in no certain order: for a bounded number of them. */
    public List<R> list(Bson filter) {
        return documents
                .withDocumentClass(BsonDocument.class)
                .find(filter)
                .map(records::read)
                .into(new ArrayList<>());
    }

    /** The same documents, read as most servers of the store have them: none of these is lost when one fails. */
    public FinalDocuments<R> settled() {
        return new FinalDocuments<>(documents.withReadConcern(ReadConcern.MAJORITY));
    }

    /** The documents in lists, read like {@link #find(String)}. */
    public Summaries<R> summaries() {
        return new Summaries<>(
                List.of(documents.withDocumentClass(BsonDocument.class)), records::read, new BsonDocument());
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

    /** Takes a document away, for good. */
    public void remove(String id) {
        documents.deleteOne(eq("_id", id));
    }

    /** Takes documents away, for good. */
    public void remove(Collection<String> ids) {
        if (!ids.isEmpty()) {
            documents.deleteMany(in("_id", ids));
        }
    }
}
