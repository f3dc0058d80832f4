package org.yol.platform.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
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
        telling.work.together(telling::tellAll);
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

        /** The first word of several documents for all of them at once; what else they have to tell, one by one. */
        private void tellAll(Map<Claim, BsonDocument> claimed) {
            List<BsonDocument> acts = new ArrayList<>();
            Map<String, BsonDocument> events = new HashMap<>();
            Map<Claim, List<BsonDocument>> told = new HashMap<>();
            claimed.forEach((claim, document) -> {
                List<BsonDocument> first = new ArrayList<>();
                for (BsonDocument entry : outbox(document)) {
                    if (RecordedAct.waitsIn(entry)) {
                        acts.add(entry);
                        first.add(entry);
                    } else if (events.putIfAbsent(claim.id(), entry) == null) {
                        first.add(entry);
                    }
                }
                told.put(claim, first);
            });
            if (!acts.isEmpty()) {
                recorder.get().record(acts.stream().map(RecordedAct::read).toList());
            }
            publisher.publishAll(events);
            List<UpdateOneModel<BsonDocument>> ends = told.entrySet().stream()
                    .map(each -> new UpdateOneModel<BsonDocument>(
                            nothingElseIn(each.getKey(), each.getValue().size()), end()))
                    .toList();
            int ended = documents
                    .bulkWrite(ends, new BulkWriteOptions().ordered(false))
                    .getMatchedCount();
            if (ended < told.size()) {
                told.forEach(this::tellTheRest);
            }
        }

        private void tellTheRest(Claim claim, List<BsonDocument> told) {
            BsonDocument rest = take(claim, told);
            if (rest != null) {
                tell(rest, claim);
            }
        }

        private static List<BsonDocument> outbox(BsonDocument document) {
            return document.getArray("outbox", new BsonArray()).stream()
                    .map(BsonValue::asDocument)
                    .toList();
        }

        private Outcome tell(BsonDocument document, Claim claim) {
            BsonDocument current = document;
            while (current != null) {
                List<BsonDocument> outbox = outbox(current);
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
            return documents.updateOne(nothingElseIn(claim, told), end()).getMatchedCount() > 0;
        }

        private static Bson nothingElseIn(Claim claim, int told) {
            return and(claim.held(), exists("outbox." + told, false));
        }

        private Bson end() {
            return combine(set("outbox", new BsonArray()), work.settled());
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
