package org.yol.platform.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.yol.contracts.Event;
import org.yol.platform.due.Claim;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.Schedule;
import org.yol.platform.outbox.Outbox;
import org.yol.platform.outbox.OutboxRelay;

/** Puts a change into the words of the store: all of it in one document, or in one update of one. */
final class DocumentUpdate<A extends Record & Aggregate> {

    /** How many requests a document remembers: more than a person can have under way. */
    private static final int REMEMBERED_REQUESTS = 50;

    private final StoredRecords<A> records;
    private final Outbox outbox;
    private final DueWork telling;

    DocumentUpdate(StoredRecords<A> records, Outbox outbox, DueWork telling) {
        this.records = records;
        this.outbox = outbox;
        this.telling = telling;
    }

    BsonDocument newDocument(Change<A> change, RequestIdentity request, Claim claim) {
        BsonDocument document = encode(change);
        document.put("outbox", outbox.entries(change.acts(), change.events(), 0));
        document.put("requests", new BsonArray(List.of(request.remembered())));
        BsonDocument due = new BsonDocument();
        if (change.tells()) {
            due.put(OutboxRelay.WORK, telling.claimed(claim));
        }
        change.due().stream()
                .filter(schedule -> schedule.at() != null)
                .forEach(schedule -> due.put(schedule.work(), DueWork.scheduled(schedule.at())));
        if (!due.isEmpty()) {
            document.put("due", due);
        }
        return document;
    }

    /**
     * @param current the document as it is, maybe in an older form
     * @param claim on telling the events; empty when there are none or somebody tells the document's already
     */
    BsonDocument update(BsonDocument current, Change<A> change, RequestIdentity request, Optional<Claim> claim) {
        BsonDocument set = encode(change);
        set.remove("_id");
        BsonDocument unset = new BsonDocument();
        Stream.concat(records.fields().stream(), records.fieldsOfAnOlderForm(current))
                .filter(field -> !field.equals("_id") && !set.containsKey(field))
                .forEach(field -> unset.put(field, new BsonString("")));
        for (Schedule schedule : change.due()) {
            String field = "due." + schedule.work();
            if (schedule.at() == null) {
                unset.put(field, new BsonString(""));
            } else {
                set.put(field, DueWork.scheduled(schedule.at()));
            }
        }
        claim.ifPresent(held -> set.put("due." + OutboxRelay.WORK, telling.claimed(held)));
        BsonDocument update = new BsonDocument("$set", set);
        if (!unset.isEmpty()) {
            update.put("$unset", unset);
        }
        BsonDocument push = new BsonDocument();
        if (change.tells()) {
            push.put(
                    "outbox",
                    each(outbox.entries(
                            change.acts(), change.events(), change.state().version())));
        }
        if (request != null) {
            push.put("requests", remembered(request));
        }
        if (!push.isEmpty()) {
            update.put("$push", push);
        }
        return update;
    }

    private static BsonDocument remembered(RequestIdentity request) {
        return each(new BsonArray(List.of(request.remembered()))).append("$slice", new BsonInt32(-REMEMBERED_REQUESTS));
    }

    /** The event that tells of a document once more, numbered by its version, for the sweep to tell. */
    BsonDocument again(Event snapshot, long version, boolean scheduled) {
        refuseIfSilent(true);
        BsonDocument update = new BsonDocument(
                "$push", new BsonDocument("outbox", each(outbox.entries(List.of(), List.of(snapshot), version - 1))));
        if (!scheduled) {
            update.put("$set", new BsonDocument("due." + OutboxRelay.WORK, telling.scheduledNow()));
        }
        return update;
    }

    private void refuseIfSilent(boolean tells) {
        if (tells && Silent.class.isAssignableFrom(records.type())) {
            throw new IllegalStateException(records.type() + " is silent, and nobody would hear of its event or act");
        }
    }

    private static BsonDocument each(BsonArray values) {
        return new BsonDocument("$each", values);
    }

    private BsonDocument encode(Change<A> change) {
        refuseIfSilent(change.tells());
        BsonDocument document = records.encode(change.state());
        long version = change.state().version() + Math.max(1, change.events().size());
        document.put("version", new BsonInt64(version));
        return document;
    }
}
