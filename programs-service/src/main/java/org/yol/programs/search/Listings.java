package org.yol.programs.search;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.Projection;
import org.yol.platform.document.Sorting;
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
 * Of several that are worked out at once, the one that has seen the most wins.
 */
@Repository
class Listings {

    /** As long as all the rest, and nothing that a row shows. */
    private static final List<String> SEARCHED_ONLY = List.of("text");

    private final MongoCollection<Listing> documents;
    private final Projection<Listing> projection;
    private final Programmes programmes;
    private final Calls calls;
    private final DueWork ofProgrammes;
    private final DueWork ofCalls;

    Listings(MongoDatabase database, Preparations preparations, Programmes programmes, Calls calls) {
        this.documents = database.getCollection("listings", Listing.class);
        this.projection = new Projection<>(documents);
        this.programmes = programmes;
        this.calls = calls;
        this.ofProgrammes = programmes.work(WorkPlan.of(Programme.LISTING), (programme, _) -> keep(programme.id()));
        this.ofCalls = calls.work(WorkPlan.of(Programme.LISTING), (call, _) -> keep(call.programmeId()));
        preparations.add(
                "indexes of listings",
                () -> documents.createIndexes(List.of(
                        new IndexModel(ascending(Sort.CLOSES.field(), "_id")),
                        new IndexModel(ascending(Sort.TITLE.field(), "_id")),
                        new IndexModel(ascending("status", Sort.CLOSES.field(), "_id")),
                        new IndexModel(ascending("status", Sort.TITLE.field(), "_id")),
                        new IndexModel(ascending(ProgrammeFilter.PROVIDER, Sort.CLOSES.field(), "_id")),
                        new IndexModel(ascending(ProgrammeFilter.PROVIDER, Sort.TITLE.field(), "_id")))));
        preparations.add("listings", this::refresh);
    }

    /** The programme of that id as it is now. */
    Listing current(String programmeId) {
        return Listing.of(programmes.get(programmeId), calls.ofProgramme(programmeId));
    }

    Page<Listing> page(Bson filter, Sorting sorting, PageRequest request) {
        return projection.page(filter, sorting, request, SEARCHED_ONLY);
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
        projection.keep(current(programmeId));
        return Outcome.DONE;
    }

    /** After a start: what an older release worked out in another way. */
    private void refresh() {
        programmes.ids().forEach(this::keep);
    }
}
