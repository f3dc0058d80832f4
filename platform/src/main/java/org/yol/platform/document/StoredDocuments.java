package org.yol.platform.document;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** The documents of a collection, for reading. */
public abstract sealed class StoredDocuments<A extends Record & Aggregate> permits AggregateCollection {

    /** What every document keeps for itself and no list needs, however long it may be. */
    private static final Bson NOT_LISTED = exclude("outbox", "requests", "due");

    final MongoCollection<BsonDocument> stored;
    final StoredRecords<A> records;

    StoredDocuments(MongoCollection<BsonDocument> stored, StoredRecords<A> records) {
        this.stored = stored;
        this.records = records;
    }

    /** The document of that id. */
    public Optional<A> find(String id) {
        return Optional.ofNullable(stored.find(eq("_id", id)).first()).map(records::decode);
    }

    /** The same, as most servers of the store have it: it is not lost when one fails, and so may be told to anybody. */
    public Optional<A> findSettled(String id) {
        return Optional.ofNullable(stored.withReadConcern(ReadConcern.MAJORITY)
                        .find(eq("_id", id))
                        .first())
                .map(records::decode);
    }

    /** Those of these ids that are there, in no certain order. */
    public List<A> find(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : list(in("_id", ids));
    }

    /** All documents a filter allows: for a bounded number of them. */
    public List<A> list(Bson filter) {
        return stored.find(filter).map(records::decode).into(new ArrayList<>());
    }

    /** How many documents a filter allows. */
    public long count(Bson filter) {
        return stored.countDocuments(filter);
    }

    /** The page of the documents a filter allows. */
    public Page<A> page(Bson filter, Sorting sorting, PageRequest request) {
        return summaries().page(filter, sorting, request);
    }

    /** The documents in lists, as wholes. */
    public Summaries<A> summaries() {
        return new Summaries<>(List.of(stored), records::decode, NOT_LISTED);
    }

    /**
     * As much of the documents in lists as a record has components for, by the same names.
     *
     * @param type holds nothing but components of {@code A}, and records of some of their components
     */
    public <S extends Record> Summaries<S> summaries(Class<S> type) {
        StoredRecords<S> parts = records.as(stored.withDocumentClass(type));
        return new Summaries<>(List.of(stored), parts::decode, parts.projection(NOT_LISTED));
    }

    /** What a document is read into. */
    public Class<A> type() {
        return records.type();
    }

    /**
     * The documents as they are stored, for queries that need no whole record. Writing is {@link AggregateCollection}'s
     * alone.
     */
    public MongoCollection<BsonDocument> stored() {
        return stored;
    }
}
