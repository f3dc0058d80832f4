package org.yol.applications.call;

import java.util.Optional;

/**
 * The call of the one application that a request is about: read at most once, though the change and then the answer
 * look at it. For one thread.
 */
public final class CallLookup {

    private final Calls calls;
    private Call found;

    CallLookup(Calls calls) {
        this.calls = calls;
    }

    /** As {@link Calls#find(String)}. */
    public Optional<Call> find(String id) {
        if (found == null || !found.id().equals(id)) {
            found = calls.find(id).orElse(null);
        }
        return Optional.ofNullable(found);
    }

    /** As {@link Calls#get(String)}. */
    public Call get(String id) {
        return find(id).orElseThrow(Calls::notHeardOf);
    }
}
