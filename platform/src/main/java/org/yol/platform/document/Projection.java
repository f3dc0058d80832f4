package org.yol.platform.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.conversions.Bson;

/**
 * Copies built from other documents or their events: the newest word wins, however often and in whatever order the
 * events come.
 */
public final class Projection<C extends Record & Copy> {

    private final MongoCollection<C> copies;

    /** A projection into these documents, which nothing else writes. */
    public Projection(MongoCollection<C> copies) {
        this.copies = copies;
    }

    /** The page of the copies a filter allows. */
    public Page<C> page(Bson filter, Sorting sorting, PageRequest request) {
        Codec<C> codec = copies.getCodecRegistry().get(copies.getDocumentClass());
        PagedQuery<C> query = new PagedQuery<>(
                copies.withDocumentClass(BsonDocument.class),
                document -> codec.decode(
                        new BsonDocumentReader(document),
                        DecoderContext.builder().build()));
        return query.page(filter, sorting, request);
    }

    /** Keeps a copy, in one write, unless one as new or newer is there. */
    public void keep(C copy) {
        Bson older = and(eq("_id", copy.id()), lt("seq", copy.seq()));
        try {
            copies.replaceOne(older, copy, new ReplaceOptions().upsert(true));
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
            // As a rule one as new or newer is there. Should two first events have met, the later still wins.
            copies.replaceOne(older, copy);
        }
    }
}
