package org.yol.platform.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.exclude;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/**
 * Copies built from other documents or their events: the newest word wins, however often and in whatever order the
 * events come.
 */
public final class Projection<C extends Record & Copy> {

    private final MongoCollection<C> copies;
    private final StoredRecords<C> records;

    /** A projection into these documents, which nothing else writes. */
    public Projection(MongoCollection<C> copies) {
        this.copies = copies;
        this.records = new StoredRecords<>(copies, StoredForm.FIRST);
    }

    /** The copy of that id. One that an older release has kept is read with what it lacks as null, zero or empty. */
    public Optional<C> find(String id) {
        return Optional.ofNullable(stored().find(eq("_id", id)).first()).map(records::read);
    }

    /** Those of these ids that are there, in no certain order. */
    public List<C> find(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : stored().find(in("_id", ids)).map(records::read).into(new ArrayList<>());
    }

    /** All that a filter allows: for a bounded number of them. */
    public List<C> all(Bson filter) {
        return stored().find(filter).map(records::read).into(new ArrayList<>());
    }

    /**
     * All there are, one after the other.
     *
     * @param without fields that are not needed
     */
    public Results<C> all(List<String> without) {
        return summaries(without).all(new BsonDocument(), Sorting.ascending("_id"), null);
    }

    /**
     * The copies in lists.
     *
     * @param without fields that these lists do not need, which are null in them
     */
    public Summaries<C> summaries(List<String> without) {
        return new Summaries<>(List.of(stored()), records::read, exclude(without));
    }

    private MongoCollection<BsonDocument> stored() {
        return copies.withDocumentClass(BsonDocument.class);
    }

    /**
     * The page of the copies a filter allows.
     *
     * @param without fields that no list needs
     */
    public Page<C> page(Bson filter, Sorting sorting, PageRequest request, List<String> without) {
        return summaries(without).page(filter, sorting, request);
    }

    /**
     * Keeps a copy, in one write, unless a newer one is there. One as new is written again: told once more, it may say
     * what a release that heard it before did not keep.
     */
    public void keep(C copy) {
        Bson notNewer = and(eq("_id", copy.id()), lte("seq", copy.seq()));
        try {
            copies.replaceOne(notNewer, copy, new ReplaceOptions().upsert(true));
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
            // As a rule a newer one is there. Should two first events have met, the later still wins.
            copies.replaceOne(notNewer, copy);
        }
    }

    /** Keeps several, each as {@link #keep(Record)} does. */
    public void keep(List<C> some) {
        if (some.isEmpty()) {
            return;
        }
        List<ReplaceOneModel<C>> each = some.stream()
                .map(copy -> new ReplaceOneModel<>(
                        and(eq("_id", copy.id()), lte("seq", copy.seq())), copy, new ReplaceOptions().upsert(true)))
                .toList();
        try {
            copies.bulkWrite(each, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException failure) {
            if (failure.getWriteErrors().isEmpty() || failure.getWriteConcernError() != null) {
                throw failure;
            }
            for (BulkWriteError error : failure.getWriteErrors()) {
                if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw failure;
                }
                keep(some.get(error.getIndex()));
            }
        }
    }
}
