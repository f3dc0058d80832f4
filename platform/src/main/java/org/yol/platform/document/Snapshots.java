package org.yol.platform.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.yol.contracts.Event;
import org.yol.platform.due.DueWork;

/** Appends to the outbox of each document the event that tells all of it. */
record Snapshots<A extends Record & Aggregate>(
        MongoCollection<BsonDocument> stored, StoredRecords<A> records, DocumentUpdate<A> updates, DueWork telling) {

    long tell(Bson filter, Function<A, Event> snapshot) {
        long number = 0;
        for (BsonDocument document : stored.find(filter).sort(ascending("_id"))) {
            number += tell(document, snapshot) ? 1 : 0;
        }
        return number;
    }

    /** Starts over when the document is written to, or its events are told, in between; ends when it is gone. */
    private boolean tell(BsonDocument document, Function<A, Event> snapshot) {
        Bson id = eq("_id", document.get("_id"));
        BsonDocument current = document;
        for (int collisions = 0; current != null; collisions++) {
            Collisions.stepAside(collisions);
            A state = records.decode(current);
            Bson asRead = and(id, eq("version", state.version()), telling.unchangedSince(current));
            BsonDocument again = updates.again(snapshot.apply(state), state.version(), telling.isScheduledIn(current));
            if (stored.updateOne(asRead, again).getMatchedCount() > 0) {
                return true;
            }
            current = stored.find(id).first();
        }
        return false;
    }
}
