package org.yol.platform.document;

import org.bson.BsonDocument;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.Task;

/** A task that is given records where the documents are due. */
record DecodedTask<A extends Record>(StoredRecords<A> records, Task<A> task) implements Task<BsonDocument> {

    @Override
    public Outcome perform(BsonDocument document, Claim claim) {
        return task.perform(records.decode(document), claim);
    }

    @Override
    public void abandon(BsonDocument document) {
        task.abandon(records.decode(document));
    }
}
