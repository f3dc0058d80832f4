package org.yol.platform.document;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** The documents of a collection, for reading. */
public abstract sealed class StoredDocuments<A extends Record & Aggregate> permits AggregateCollection {

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

    /** The ids of the documents a filter allows, in that order, at most so many. */
    public List<String> ids(Bson filter, Sorting sorting, int atMost) {
        return stored.find(filter)
                .projection(include("_id"))
                .sort(sorting.asBson())
                .limit(atMost)
                .map(document -> document.getString("_id").getValue())
                .into(new ArrayList<>());
    }

    /** The page of the documents a filter allows. */
    public Page<A> page(Bson filter, Sorting sorting, PageRequest request) {
        return page(List.<StoredDocuments<A>>of(this), filter, sorting, request, List.of());
    }

    /**
     * A page of the documents of several collections of one kind, as if they were one.
     *
     * @param without fields that are not needed, and not fetched
     */
    public static <A extends Record & Aggregate> Page<A> page(
            List<? extends StoredDocuments<A>> parts,
            Bson filter,
            Sorting sorting,
            PageRequest request,
            List<String> without) {
        List<MongoCollection<BsonDocument>> documents =
                parts.stream().map(part -> part.stored).toList();
        return new PagedQuery<>(documents, parts.getFirst().records::decode, without).page(filter, sorting, request);
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
