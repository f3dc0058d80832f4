package org.yol.programs.programme;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
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

/** All programmes, published or not. */
@Repository
public class Programmes {

    private final AggregateCollection<Programme> collection;
    private final ApplicationEventPublisher changes;
    private final Clock clock;

    Programmes(AggregateCollections collections, ApplicationEventPublisher changes, Clock clock) {
        this.collection = collections.open(
                "programmes", Programme.class, List.of(new IndexModel(ascending("provider.id", "_id"))));
        this.changes = changes;
        this.clock = clock;
    }

    /** Lets through who writes for the provider of a programme. */
    public static Guard<Programme> own(Caller coordinator) {
        return programme -> ProgrammeAccess.requireOwn(programme.provider().id(), coordinator);
    }

    /** The programme of that id, whoever may see it. */
    public Optional<Programme> find(String id) {
        return collection.find(id);
    }

    /** The programme of that id, whoever may see it; refused as not-found when there is none. */
    public Programme get(String id) {
        return find(id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }

    /** The ids of all programmes, one by one. */
    public Iterable<String> ids() {
        return collection
                .stored()
                .find()
                .sort(Sorts.ascending("_id"))
                .projection(include("_id"))
                .map(stored -> stored.getString("_id").getValue());
    }

    /** The ids of a provider's programmes, published or not. */
    List<String> idsOf(String providerId) {
        return collection
                .stored()
                .find(eq("provider.id", providerId))
                .projection(include("_id"))
                .map(stored -> stored.getString("_id").getValue())
                .into(new ArrayList<>());
    }

    /** Shows a programme's provider under the names that it has now. */
    void offeredBy(String id, ProgrammeProvider named) {
        told(collection.change(id, programme -> programme.offeredBy(named, clock.instant())));
    }

    /** What programmes call their providers, by the id of these. */
    Map<String, String> namesOfProviders() {
        Map<String, String> names = new HashMap<>();
        collection
                .stored()
                .find()
                .sort(Sorts.ascending("_id"))
                .projection(include("provider.id", "provider.name"))
                .map(stored -> stored.getDocument("provider"))
                .forEach(provider -> names.put(
                        provider.getString("id").getValue(),
                        provider.getString("name").getValue()));
        return names;
    }

    /** Those that everybody sees, one after the other. */
    public Results<Programme> published() {
        return published(collection.summaries());
    }

    /** What those that everybody sees are counted by. */
    public Results<ProgrammeFacts> publishedFacts() {
        return published(collection.summaries(ProgrammeFacts.class));
    }

    private static <T> Results<T> published(Summaries<T> programmes) {
        return programmes.all(eq("status", PublicationStatus.PUBLISHED.name()), Sorting.ascending("_id"), null);
    }

    /** Does a kind of work with programmes where a change of theirs has scheduled it. */
    public DueWork work(WorkPlan plan, Task<Programme> task) {
        return collection.work(plan, task);
    }

    /** Shows a programme to everybody; nothing happens when it is shown already. */
    public Programme publish(String id) {
        return told(collection.change(id, programme -> programme.publish(clock.instant())));
    }

    /**
     * Puts a programme away.
     *
     * @throws Refused stale-version, or field-errors when it is public and does not say why
     */
    public Programme archive(
            String id, Guard<Programme> guard, ExpectedVersion seen, RequestIdentity request, Amendment amendment) {
        return told(collection.change(id, guard, seen, request, programme -> programme.archive(amendment)));
    }

    /**
     * Takes a programme back from the archive.
     *
     * @throws Refused stale-version, not-archived, or field-errors when it is public and does not say why
     */
    public Programme takeBack(
            String id, Guard<Programme> guard, ExpectedVersion seen, RequestIdentity request, Amendment amendment) {
        return told(collection.change(id, guard, seen, request, programme -> programme.takeBack(amendment)));
    }

    Programme add(Programme programme, RequestIdentity request) {
        return told(collection.insert(programme.add(clock.instant()), request));
    }

    Programme change(
            String id, Guard<Programme> guard, ExpectedVersion seen, Function<Programme, Change<Programme>> operation) {
        return told(collection.change(id, guard, seen, operation));
    }

    private Programme told(Programme programme) {
        changes.publishEvent(new ProgrammeChanged(programme.id()));
        return programme;
    }
}
