package org.yol.platform.due;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import java.time.Instant;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/**
 * The right to do a piece of work, until the lease ends.
 *
 * @param work its name
 * @param id of the document
 * @param holder a name nobody else uses, nor this process a second time
 * @param until when it is anybody's again
 */
public record Claim(String work, String id, String holder, Instant until) {

    /** The document while this claim holds, for a write that nobody may make who has lost it. */
    public Bson held() {
        return and(eq("_id", id), eq("due." + work + ".holder", holder));
    }

    /** Whether it held when the document was read. */
    public boolean isHeldIn(BsonDocument document) {
        return document.getDocument("due", new BsonDocument()).get(work) instanceof BsonDocument state
                && new BsonString(holder).equals(state.get("holder"));
    }
}
