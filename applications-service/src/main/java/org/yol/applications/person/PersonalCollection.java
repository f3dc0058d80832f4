package org.yol.applications.person;

import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.yol.contracts.Event;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.CausedChange;
import org.yol.platform.document.Summaries;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.Task;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** Documents about people, each in the database of its person's country. */
public final class PersonalCollection<A extends Record & Aggregate> {

    private final Map<Residence, AggregateCollection<A>> parts;
    private final List<AggregateCollection<A>> all;

    PersonalCollection(Map<Residence, AggregateCollection<A>> parts) {
        this.parts = parts;
        this.all = parts.values().stream().distinct().toList();
    }

    /**
     * The collection that holds what an id names.
     *
     * @throws Refused not-found for what is no id about a person
     */
    public AggregateCollection<A> of(String id) {
        return parts.get(Residence.ofId(id).orElseThrow(() -> new Refused(Problem.NOT_FOUND)));
    }

    /** The document of that id. */
    public Optional<A> find(String id) {
        return Residence.ofId(id).flatMap(residence -> parts.get(residence).find(id));
    }

    /** Those of these ids that are there, by id. */
    public Map<String, A> find(Collection<String> ids) {
        Map<AggregateCollection<A>, List<String>> wanted = ids.stream().collect(Collectors.groupingBy(this::of));
        Map<String, A> found = new HashMap<>();
        wanted.forEach((part, some) -> part.find(some).forEach(document -> found.put(document.id(), document)));
        return found;
    }

    /** Changes many documents; see {@link AggregateCollection#changeAll}. */
    public Map<String, A> changeAll(Collection<CausedChange<A>> changes) {
        Map<String, A> standing = new HashMap<>();
        changes.stream()
                .collect(Collectors.groupingBy(change -> of(change.known().id())))
                .forEach((part, some) -> standing.putAll(part.changeAll(some)));
        return standing;
    }

    /** That work is done which was scheduled with documents; see {@link AggregateCollection#settleAll}. */
    public void settleAll(Collection<A> done, Collection<String> works) {
        done.stream()
                .collect(Collectors.groupingBy(document -> of(document.id())))
                .forEach((part, some) -> part.settleAll(some, works));
    }

    /** All documents a filter allows, in whatever country: for a bounded number of them. */
    public List<A> list(Bson filter) {
        return all.stream().flatMap(part -> part.list(filter).stream()).toList();
    }

    /** The documents of all countries in lists, as wholes. */
    public Summaries<A> summaries() {
        return Summaries.of(all.stream().map(AggregateCollection::summaries).toList());
    }

    /** As much of them in lists as a record has components for; see {@link AggregateCollection#summaries(Class)}. */
    public <S extends Record> Summaries<S> summaries(Class<S> type) {
        return Summaries.of(all.stream().map(part -> part.summaries(type)).toList());
    }

    /** Tells again what all documents are; see {@link AggregateCollection#retell}. */
    public long retell(Function<A, Event> snapshot) {
        return all.stream()
                .mapToLong(part -> part.retell(Filters.empty(), snapshot))
                .sum();
    }

    /** Stores a component that was added since; see {@link AggregateCollection#fillIn}. */
    public void fillIn(String component, Function<A, BsonValue> value) {
        all.forEach(part -> part.fillIn(component, value));
    }

    /** Does a kind of work with the documents of all countries. */
    public Work work(WorkPlan plan, Task<A> task) {
        Map<AggregateCollection<A>, DueWork> works =
                all.stream().collect(Collectors.toMap(part -> part, part -> part.work(plan, task)));
        return id -> works.get(of(id)).performNow(id);
    }

    /** A kind of work with documents about people. */
    @FunctionalInterface
    public interface Work {

        /** Does at once what is scheduled for a document; see {@link DueWork#performNow}. */
        boolean performNow(String id);
    }
}
