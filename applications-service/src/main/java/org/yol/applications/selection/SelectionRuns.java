package org.yol.applications.selection;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexModel;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.document.Sorting;

/** The runs of all calls, and which of them decides. */
@Component
class SelectionRuns {

    private final AggregateCollection<SelectionRun> runs;
    private final AggregateCollection<CallSelection> decisive;

    SelectionRuns(AggregateCollections collections) {
        this.runs = collections.open(
                "selections",
                SelectionRun.class,
                List.of(new IndexModel(compoundIndex(ascending("callId"), descending("at", "_id")))));
        this.decisive = collections.open("call-selections", CallSelection.class, List.of());
    }

    AggregateCollection<SelectionRun> stored() {
        return runs;
    }

    AggregateCollection<CallSelection> decisive() {
        return decisive;
    }

    Optional<SelectionRun> find(String id) {
        return runs.find(id);
    }

    /** Those of a call, the last one first. */
    Page<SelectionRun> of(String callId, PageRequest request) {
        return runs.summaries().page(eq("callId", callId), Sorting.descending("at"), request);
    }

    /** The one that decides for a call. */
    Optional<SelectionRun> deciding(String callId) {
        return decisive.find(callId).filter(call -> call.run() != null).flatMap(call -> find(call.run()));
    }

    /** The document of a call, made with the first need of it. */
    void begin(String callId) {
        decisive.begin(CallSelection.none(callId), RequestIdentity.ofCause("selection of a call", callId));
    }
}
