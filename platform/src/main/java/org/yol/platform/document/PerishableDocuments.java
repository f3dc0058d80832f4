package org.yol.platform.document;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.Optional;
import java.util.function.BiFunction;
import org.bson.BsonDocument;
import org.yol.platform.due.Claim;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.Schedule;
import org.yol.platform.due.Task;
import org.yol.platform.due.WorkPlan;

/**
 * Documents that are written once and never change, like {@link FinalDocuments}, but do not stay for ever: due work
 * looks at them when it is time, and may take them away. Whoever schedules that work anew takes it out of the hands of
 * whoever is at it, who then takes nothing away.
 */
public final class PerishableDocuments<R extends Record> {

    private final MongoCollection<BsonDocument> stored;
    private final StoredRecords<R> records;
    private final BiFunction<WorkPlan, Task<BsonDocument>, DueWork> works;

    PerishableDocuments(
            MongoCollection<BsonDocument> stored,
            StoredRecords<R> records,
            BiFunction<WorkPlan, Task<BsonDocument>, DueWork> works) {
        this.stored = stored;
        this.records = records;
        this.works = works;
    }

    /**
     * Keeps a document, unless one of its id is there: that one stays, and what is due with it.
     *
     * @return whether it was kept
     */
    public boolean keep(R document, Schedule look) {
        try {
            stored.insertOne(records.encode(document)
                    .append("due", new BsonDocument(look.work(), DueWork.scheduled(look.at()))));
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
            return false;
        }
    }

    /**
     * Has a document looked at then, whatever was scheduled before or is being done.
     *
     * @return whether it is there
     */
    public boolean schedule(String id, Schedule look) {
        return stored.updateOne(eq("_id", id), set("due." + look.work(), DueWork.scheduled(look.at())))
                        .getMatchedCount()
                > 0;
    }

    /** The document of that id; what it lacks because an older release has kept it is null, zero or empty. */
    public Optional<R> find(String id) {
        return Optional.ofNullable(stored.find(eq("_id", id)).first()).map(records::read);
    }

    /** Takes a document away. */
    public void remove(String id) {
        stored.deleteOne(eq("_id", id));
    }

    /**
     * Takes a document away that was claimed for it, unless the claim has been lost.
     *
     * @return whether it was taken away
     */
    public boolean remove(Claim claim) {
        return stored.deleteOne(claim.held()).getDeletedCount() > 0;
    }

    /** Does a kind of work with these documents when it is due; the task may be repeated, and must not mind. */
    public DueWork work(WorkPlan plan, Task<R> task) {
        return works.apply(plan, (document, claim) -> task.perform(records.read(document), claim));
    }

    /** The documents as they are stored, for queries that need no whole record; nobody else writes them. */
    public MongoCollection<BsonDocument> stored() {
        return stored;
    }
}
