package org.yol.programs.search;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;
import org.yol.platform.document.Projection;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.startup.Preparations;
import org.yol.programs.call.CallChanged;
import org.yol.programs.call.Calls;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.ProgrammeChanged;
import org.yol.programs.programme.Programmes;

/**
 * What lists are read from: one document a programme with its calls, worked out anew whenever one of them is written.
 * Of several that are worked out at once, the one that has seen the most wins. What is worked out here is in this
 * process' index at once; {@link IndexUpkeep} brings in what other replicas have done.
 */
@Repository
class Listings {

    private static final String CHANGED = "changed";

    /** So many whole listings are in memory at once while all are read. */
    private static final int AT_ONCE = 200;

    private final MongoCollection<Listing> documents;
    private final Projection<Listing> projection;
    private final Programmes programmes;
    private final Calls calls;
    private final ProgrammeIndex index;
    private final DueWork ofProgrammes;
    private final DueWork ofCalls;

    /** Of the machine: it says which writes are new, and has nothing to do with the time that deadlines are about. */
    private final Clock clock = Clock.systemUTC();

    Listings(
            MongoDatabase database,
            Preparations preparations,
            Programmes programmes,
            Calls calls,
            ProgrammeIndex index) {
        this.documents = database.getCollection("listings", Listing.class);
        this.projection = new Projection<>(documents);
        this.programmes = programmes;
        this.calls = calls;
        this.index = index;
        this.ofProgrammes = programmes.work(WorkPlan.of(Programme.LISTING), (programme, _) -> keep(programme.id()));
        this.ofCalls = calls.work(WorkPlan.of(Programme.LISTING), (call, _) -> keep(call.programmeId()));
        preparations.add(
                "indexes of listings",
                () -> documents.createIndexes(List.of(new IndexModel(ascending(CHANGED, "_id")))));
        preparations.add("listings", this::refresh);
    }

    /** The programme of that id as it is now. */
    Listing current(String programmeId) {
        return Listing.of(programmes.get(programmeId), calls.ofProgramme(programmeId), clock.instant());
    }

    /** Those of these ids that are there, in no certain order. */
    List<Listing> find(Collection<String> ids) {
        return projection.find(ids);
    }

    /** Those of these ids that are there, in the order of the ids. */
    List<Listing> inOrder(List<String> ids) {
        Map<String, Listing> stored = find(ids).stream().collect(Collectors.toMap(Listing::id, Function.identity()));
        return ids.stream().map(stored::get).filter(Objects::nonNull).toList();
    }

    /**
     * A listing's age.
     *
     * @param changed null of one that an older release has left
     */
    record Age(String id, long seq, Instant changed) {

        private static Age of(BsonDocument stored) {
            Instant changed =
                    stored.get(CHANGED) instanceof BsonDateTime time ? Instant.ofEpochMilli(time.getValue()) : null;
            return new Age(
                    stored.getString("_id").getValue(), stored.getNumber("seq").longValue(), changed);
        }
    }

    /** The age of every listing. */
    List<Age> ages() {
        return stored().find()
                .sort(ascending("_id"))
                .projection(include("seq", CHANGED))
                .map(Age::of)
                .into(new ArrayList<>());
    }

    /** The age of those that were worked out at an instant or later. */
    List<Age> agesSince(Instant instant) {
        return stored().find(gte(CHANGED, Date.from(instant)))
                .sort(ascending(CHANGED, "_id"))
                .projection(include("seq", CHANGED))
                .map(Age::of)
                .into(new ArrayList<>());
    }

    /** Brings those of these ids into this process' index. */
    void index(List<String> ids) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            find(ids.subList(from, Math.min(ids.size(), from + AT_ONCE))).forEach(index::put);
        }
    }

    private MongoCollection<BsonDocument> stored() {
        return documents.withDocumentClass(BsonDocument.class);
    }

    /** By the time a request is answered, lists say what it has done. */
    @EventListener
    void on(ProgrammeChanged changed) {
        ofProgrammes.performNow(changed.programmeId());
    }

    @EventListener
    void on(CallChanged changed) {
        ofCalls.performNow(changed.callId());
    }

    private Outcome keep(String programmeId) {
        keep(current(programmeId));
        return Outcome.DONE;
    }

    private void keep(Listing listing) {
        projection.keep(listing);
        index.put(listing);
    }

    /** After a start: what an older release worked out in another way, or not at all. */
    private void refresh() {
        for (String id : programmes.ids()) {
            Listing current = current(id);
            Optional<Listing> stored = projection.find(id);
            if (stored.isEmpty() || !current.saysTheSameAs(stored.get())) {
                keep(current);
            }
        }
    }
}
