package org.yol.applications.call;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yol.platform.document.Projection;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** The copy of the calls. */
@Component
public class Calls {

    private final MongoCollection<Call> calls;
    private final Projection<Call> copies;

    Calls(MongoDatabase database) {
        this.calls = database.getCollection("calls", Call.class);
        this.copies = new Projection<>(calls);
    }

    /** Keeps what is told of a call, unless newer is known already. */
    void keep(Call call) {
        copies.keep(call);
    }

    /** The call of that id, if it has been published and heard of. */
    public Optional<Call> find(String id) {
        return Optional.ofNullable(calls.find(eq("_id", id)).first());
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
        Map<String, Call> found = new HashMap<>();
        calls.find(in("_id", ids)).forEach(call -> found.put(call.id(), call));
        return found;
    }
}
