package org.yol.programs.call;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.yol.contracts.Event;
import org.yol.platform.access.Caller;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Guard;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.document.Results;
import org.yol.platform.document.Sorting;
import org.yol.platform.document.Summaries;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.Task;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.programs.programme.ProgrammeAccess;
import org.yol.programs.programme.PublicationStatus;

/** The calls of all programmes, published or not. */
@Repository
public class Calls {

    private final AggregateCollection<Call> collection;
    private final ApplicationEventPublisher changes;

    Calls(AggregateCollections collections, ApplicationEventPublisher changes) {
        this.collection =
                collections.open("calls", Call.class, List.of(new IndexModel(ascending("programmeId", "_id"))));
        this.changes = changes;
    }

    /** Lets through who writes for the provider of a call. */
    static Guard<Call> own(Caller coordinator) {
        return call -> ProgrammeAccess.requireOwn(call.providerId(), coordinator);
    }

    /** All calls of a programme, whoever may see them. */
    public List<Call> ofProgramme(String programmeId) {
        return collection.list(eq("programmeId", programmeId));
    }

    /** Those that everybody sees, one after the other. */
    public Results<Call> published() {
        return published(collection.summaries());
    }

    /** When those that everybody sees take applications. */
    public Results<CallDates> publishedDates() {
        return published(collection.summaries(CallDates.class));
    }

    private static <T> Results<T> published(Summaries<T> calls) {
        return calls.all(eq("status", PublicationStatus.PUBLISHED.name()), Sorting.ascending("_id"), null);
    }

    /** The call of that id, whoever may see it. */
    Optional<Call> find(String id) {
        return collection.find(id);
    }

    /** The call of that id, whoever may see it; refused as not-found when there is none. */
    Call get(String id) {
        return find(id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }

    /** The call of that id, if this caller may see it; refused as not-found otherwise. */
    public Call visible(String id, Caller caller) {
        return collection
                .find(id)
                .filter(call -> call.isPublished() || ProgrammeAccess.maySeeDrafts(call.providerId(), caller))
                .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }

    /** Does a kind of work with calls where a change of theirs has scheduled it. */
    public DueWork work(WorkPlan plan, Task<Call> task) {
        return collection.work(plan, task);
    }

    /**
     * Puts an event that tells all of it into the outbox of every published call.
     *
     * @return how many there are
     */
    long retell(Function<Call, Event> snapshot) {
        return collection.retell(eq("status", PublicationStatus.PUBLISHED.name()), snapshot);
    }

    Call add(Change<Call> first, RequestIdentity request) {
        return told(collection.insert(first, request));
    }

    Call change(String id, Function<Call, Change<Call>> operation) {
        return told(collection.change(id, operation));
    }

    Call change(String id, Guard<Call> guard, ExpectedVersion seen, Function<Call, Change<Call>> operation) {
        return told(collection.change(id, guard, seen, operation));
    }

    Call change(
            String id,
            Guard<Call> guard,
            ExpectedVersion seen,
            RequestIdentity request,
            Function<Call, Change<Call>> operation) {
        return told(collection.change(id, guard, seen, request, operation));
    }

    private Call told(Call call) {
        changes.publishEvent(new CallChanged(call.id()));
        return call;
    }
}
