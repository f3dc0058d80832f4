package org.yol.programs.provider;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.document.Sorting;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.Task;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** All providers that have said who they are. */
@Repository
public class Providers {

    private final AggregateCollection<Provider> collection;
    private final Clock clock;

    Providers(AggregateCollections collections, Clock clock) {
        this.collection = collections.open(
                "providers",
                Provider.class,
                List.of(new IndexModel(ascending("name", "_id")), new IndexModel(ascending("representedBy"))));
        this.clock = clock;
    }

    /** The provider of that id. */
    public Optional<Provider> find(String id) {
        return collection.find(id);
    }

    /** The organizations that a coordinator of this one writes for besides their own. */
    Set<String> representedBy(String organization) {
        return collection.list(eq("representedBy", organization)).stream()
                .map(Provider::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Does a kind of work with providers where a change of theirs has scheduled it. */
    public DueWork work(WorkPlan plan, Task<Provider> task) {
        return collection.work(plan, task);
    }

    /** Keeps what an earlier release knew of a provider; nothing happens when more is known. */
    public void keep(String id, String name) {
        collection.begin(Provider.called(id, name), RequestIdentity.ofCause("provider", id));
    }

    /** The provider of that id; refused as not-found when there is none. */
    Provider get(String id) {
        return find(id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }

    /** Providers by name. */
    Page<Provider> page(PageRequest request) {
        return collection.page(empty(), Sorting.ascending("name"), request);
    }

    /** Those of these ids, by name. */
    Page<Provider> page(Collection<String> ids, PageRequest request) {
        return collection.page(in("_id", ids), Sorting.ascending("name"), request);
    }

    /**
     * Writes one that is there, or the first word of one that is not.
     *
     * @param expected version 0 while it is not there
     * @throws Refused stale-version
     */
    Provider put(Provider stated, ExpectedVersion expected) {
        return collection.put(
                Provider.blank(stated.id()),
                expected,
                identity(stated),
                written -> written.saysTheSameAs(stated),
                current -> current.edit(stated, clock.instant()));
    }

    private static RequestIdentity identity(Provider stated) {
        return RequestIdentity.ofCause(
                "provider",
                stated.id(),
                stated.name(),
                new TreeMap<>(stated.names()).toString(),
                stated.country(),
                stated.domain(),
                stated.website(),
                stated.contact(),
                stated.representedBy().toString());
    }
}
