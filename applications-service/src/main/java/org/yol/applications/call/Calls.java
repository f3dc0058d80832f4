package org.yol.applications.call;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yol.contracts.CallChange;
import org.yol.contracts.IntakeMode;
import org.yol.platform.document.Projection;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.startup.Preparations;

/** The copy of the calls. */
@Component
public class Calls {

    /** More than are ever looked at in the same second. */
    private static final int RECENT_AT_MOST = 100;

    /** As long as it may take at any time until a change of a call is heard of here. */
    private static final Duration RECENT = Duration.ofSeconds(1);

    private final Projection<Call> copies;
    private final Cache<String, Call> recent = Caffeine.newBuilder()
            .maximumSize(RECENT_AT_MOST)
            .expireAfterWrite(RECENT)
            .build();

    Calls(MongoDatabase database, Preparations preparations) {
        MongoCollection<Call> stored = database.getCollection("calls", Call.class);
        this.copies = new Projection<>(stored);
        preparations.add("index of calls", () -> {
            stored.createIndex(ascending("intake", "origins"));
            stored.createIndex(ascending("programmeId"));
            stored.createIndex(ascending("selection.reviewing.blind"));
        });
    }

    /** Ids of all calls of a programme. */
    public List<String> ofProgramme(String programmeId) {
        return copies.all(eq("programmeId", programmeId)).stream().map(Call::id).toList();
    }

    /** All that have been heard of. */
    public List<Call> all() {
        return copies.all(Filters.empty());
    }

    /** Ids of all calls that are reviewed without being told who applies. */
    public List<String> blind() {
        return copies.all(eq("selection.reviewing.blind", true)).stream()
                .map(Call::id)
                .toList();
    }

    /** All calls for which the authority of a country nominates. */
    public List<Call> forNominated(String country) {
        return copies.all(and(eq("intake", IntakeMode.NOMINATED.name()), eq("origins", country)));
    }

    /** Keeps what is told of a call, unless newer is known already. */
    void keep(Call call) {
        copies.keep(call);
    }

    /** The changes of a call that its copy does not have. */
    List<CallChange> unknownChanges(Call told) {
        if (told.changes().isEmpty()) {
            return List.of();
        }
        List<String> known = find(told.id()).stream()
                .flatMap(call -> call.changes().stream())
                .map(CallChange::id)
                .toList();
        return told.changes().stream()
                .filter(change -> !known.contains(change.id()))
                .toList();
    }

    /** The call of that id, if it has been published and heard of. */
    public Optional<Call> find(String id) {
        return copies.find(id);
    }

    /**
     * The same as it was within the last second, for showing: on results day thousands look at the same call, and its
     * places are many. What is decided by a call reads it anew.
     */
    public Optional<Call> recent(String id) {
        return Optional.ofNullable(recent.get(id, call -> find(call).orElse(null)));
    }

    /**
     * The call of an application.
     *
     * @throws Refused service-unavailable while this copy does not know it: calls are never unpublished, so it will
     */
    public Call get(String id) {
        return find(id).orElseThrow(Calls::notHeardOf);
    }

    static Refused notHeardOf() {
        return new Refused(Problem.SERVICE_UNAVAILABLE);
    }

    /** For a request that looks at a call more than once. */
    public CallLookup lookup() {
        return new CallLookup(this);
    }

    /** The calls of these ids, by id; without those that are not heard of yet. */
    public Map<String, Call> get(Collection<String> ids) {
        return copies.find(ids).stream().collect(Collectors.toMap(Call::id, Function.identity()));
    }
}
