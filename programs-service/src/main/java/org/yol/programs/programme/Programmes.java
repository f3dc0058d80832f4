package org.yol.programs.programme;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;
import org.yol.platform.access.Caller;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.document.Sorting;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** All programmes, published or not. */
@Repository
class Programmes {

    private final AggregateCollection<Programme> collection;

    Programmes(AggregateCollections collections) {
        collection = collections.open(
                "programmes",
                Programme.class,
                List.of(
                        new IndexModel(ascending("calls.id")),
                        new IndexModel(ascending("status", Sort.CLOSES.field(), "_id")),
                        new IndexModel(ascending("status", Sort.TITLE.field(), "_id")),
                        new IndexModel(ascending("provider.id", Sort.CLOSES.field(), "_id"))));
    }

    /** The programme of that id, if this caller may see it; refused as not-found otherwise. */
    Programme visible(String id, Caller caller) {
        return visible(collection.find(id), caller);
    }

    /** The programme with that call, if this caller may see it; refused as not-found otherwise. */
    Programme visibleOfCall(String callId, Caller caller) {
        return visible(findByCall(callId), caller);
    }

    /** The programme with that call; refused as not-found when there is none. */
    Programme ofCall(String callId) {
        return findByCall(callId).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }

    Page<Programme> page(Bson filter, Sorting sorting, PageRequest request) {
        return collection.page(filter, sorting, request);
    }

    Programme add(Programme programme, RequestIdentity request) {
        return collection.insert(Change.silent(programme), request);
    }

    Programme change(String id, ExpectedVersion seen, Function<Programme, Change<Programme>> operation) {
        return collection.change(id, seen, operation);
    }

    Programme change(
            String id,
            ExpectedVersion seen,
            RequestIdentity request,
            Function<Programme, Change<Programme>> operation) {
        return collection.change(id, seen, request, operation);
    }

    private Optional<Programme> findByCall(String callId) {
        return Optional.ofNullable(
                collection.documents().find(eq("calls.id", callId)).first());
    }

    private static Programme visible(Optional<Programme> found, Caller caller) {
        return found.filter(programme -> ProgrammeAccess.maySee(programme, caller))
                .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }
}
