package org.yol.platform.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.yol.platform.due.Claim;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.DueWorks;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;

/**
 * Takes events out of the documents they were written into and tells Kafka: the due work {@value #WORK}. Whoever writes
 * the events claims it by the same write. An event leaves its document only after the broker acknowledged it, and the
 * next of the same document only after that: a lapse may repeat an event, never lose one or put it before an earlier
 * one. A document that cannot be told is tried again after a growing pause and holds back no other.
 */
public final class OutboxRelay {

    /** The name of the work. */
    public static final String WORK = "telling";

    /**
     * For ever, and at most 10 s late after an outage; what a killed process was telling is told after 15 s: longer
     * than the producer tries, so that nobody else tells a later event while an earlier one may still arrive.
     */
    private static final WorkPlan PLAN = new WorkPlan(
            WORK,
            Duration.ofSeconds(15),
            32,
            Duration.ofMillis(100),
            Duration.ofSeconds(10),
            Integer.MAX_VALUE,
            Duration.ofSeconds(1));

    private final EventPublisher publisher;
    private final DueWorks works;

    public OutboxRelay(EventPublisher publisher, DueWorks works) {
        this.publisher = publisher;
        this.works = works;
    }

    /** From now on relays what is written into these documents. */
    public DueWork watch(MongoCollection<BsonDocument> documents) {
        Telling telling = new Telling(documents);
        telling.work = works.add(documents, PLAN, telling::tell);
        return telling.work;
    }

    /** For documents that never have events. */
    public DueWork nothing(MongoCollection<BsonDocument> documents) {
        return works.never(documents, PLAN);
    }

    private final class Telling {

        private final MongoCollection<BsonDocument> documents;
        private DueWork work;

        private Telling(MongoCollection<BsonDocument> documents) {
            this.documents = documents;
        }

        private Outcome tell(BsonDocument document, Claim claim) {
            BsonDocument current = document;
            while (current != null) {
                BsonArray outbox = current.getArray("outbox", new BsonArray());
                if (outbox.size() <= 1) {
                    outbox.forEach(entry -> publisher.publish(claim.id(), entry.asDocument()));
                    if (settle(claim, outbox.size())) {
                        return Outcome.WRITTEN;
                    }
                    current = take(claim, outbox);
                } else {
                    BsonArray first = new BsonArray(List.of(outbox.getFirst()));
                    publisher.publish(claim.id(), first.getFirst().asDocument());
                    current = take(claim, first);
                }
            }
            // The lease has ended, and somebody else tells the rest.
            return Outcome.WRITTEN;
        }

        /** Nearly always nothing has come in the meantime: then one write takes out the event and ends the work. */
        private boolean settle(Claim claim, int told) {
            return documents
                            .updateOne(
                                    and(claim.held(), exists("outbox." + told, false)),
                                    combine(set("outbox", new BsonArray()), work.settled()))
                            .getMatchedCount()
                    > 0;
        }

        private BsonDocument take(Claim claim, BsonArray told) {
            BsonDocument gone = told.isEmpty()
                    ? new BsonDocument("id", new org.bson.BsonNull())
                    : new BsonDocument("id", told.getFirst().asDocument().get("id"));
            return documents.findOneAndUpdate(
                    claim.held(),
                    combine(pull("outbox", gone), work.extended()),
                    new FindOneAndUpdateOptions().projection(include("outbox")).returnDocument(ReturnDocument.AFTER));
        }
    }
}
