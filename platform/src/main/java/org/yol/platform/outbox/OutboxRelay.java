package org.yol.platform.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.yol.platform.due.Claim;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.DueWorks;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.trail.ActRecorder;
import org.yol.platform.trail.RecordedAct;

/**
 * Takes events and acts out of the documents they were written into, has the acts recorded and tells Kafka the events:
 * the due work {@value #WORK}. Whoever writes the events claims it by the same write. An event leaves its document only
 * after the broker acknowledged it, and the next of the same document only after that: a lapse may repeat an event,
 * never lose one or put it before an earlier one. A document that cannot be told is tried again after a growing pause
 * and holds back no other.
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
    private final Supplier<ActRecorder> recorder;
    private final DueWorks works;

    /** @param recorder where acts go; asked for when there is one */
    public OutboxRelay(EventPublisher publisher, Supplier<ActRecorder> recorder, DueWorks works) {
        this.publisher = publisher;
        this.recorder = recorder;
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
                List<BsonDocument> outbox = current.getArray("outbox", new BsonArray()).stream()
                        .map(BsonValue::asDocument)
                        .toList();
                List<BsonDocument> acts =
                        outbox.stream().filter(RecordedAct::waitsIn).toList();
                Optional<BsonDocument> event = outbox.stream()
                        .filter(entry -> !RecordedAct.waitsIn(entry))
                        .findFirst();
                if (!acts.isEmpty()) {
                    recorder.get().record(acts.stream().map(RecordedAct::read).toList());
                }
                event.ifPresent(first -> publisher.publish(claim.id(), first));
                List<BsonDocument> told =
                        Stream.concat(acts.stream(), event.stream()).toList();
                if (told.size() == outbox.size() && settle(claim, told.size())) {
                    return Outcome.WRITTEN;
                }
                current = take(claim, told);
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

        private BsonDocument take(Claim claim, List<BsonDocument> told) {
            List<BsonValue> ids = told.stream().map(entry -> entry.get("id")).toList();
            return documents.findOneAndUpdate(
                    claim.held(),
                    combine(pull("outbox", in("id", ids)), work.extended()),
                    new FindOneAndUpdateOptions().projection(include("outbox")).returnDocument(ReturnDocument.AFTER));
        }
    }
}
