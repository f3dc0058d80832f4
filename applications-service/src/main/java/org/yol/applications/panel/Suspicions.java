package org.yol.applications.panel;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yol.applications.person.PersonalCollection;
import org.yol.applications.person.PersonalDatabases;
import org.yol.platform.document.Change;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.document.Sorting;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** What may be a conflict of interest. */
@Component
class Suspicions {

    private final PersonalCollection<Suspicion> suspicions;

    Suspicions(PersonalDatabases databases) {
        this.suspicions = databases.open(
                "suspicions",
                Suspicion.class,
                List.of(
                        new IndexModel(ascending("applicationId")),
                        new IndexModel(ascending("callId", "state", "_id"))));
    }

    /** Those of some applications, by their ids. */
    Map<String, Suspicion> of(Collection<String> applicationIds) {
        return applicationIds.isEmpty()
                ? Map.of()
                : suspicions.list(in("applicationId", applicationIds)).stream()
                        .collect(Collectors.toMap(Suspicion::id, Function.identity()));
    }

    /** Those of a call in a state, by their ids. */
    Page<Suspicion> page(String callId, Suspicion.State state, PageRequest request) {
        return suspicions
                .summaries()
                .page(and(eq("callId", callId), eq("state", state.name())), Sorting.ascending("_id"), request);
    }

    /** Keeps one, unless it is there. */
    void flag(Suspicion flagged) {
        suspicions.of(flagged.id()).begin(flagged, RequestIdentity.ofCause("suspicion", flagged.id()));
    }

    /**
     * Changes one of a call.
     *
     * @throws Refused not-found
     */
    Suspicion change(
            String callId, String id, RequestIdentity request, Function<Suspicion, Change<Suspicion>> operation) {
        suspicions
                .find(id)
                .filter(known -> known.callId().equals(callId))
                .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        return suspicions.of(id).change(id, request, operation);
    }
}
