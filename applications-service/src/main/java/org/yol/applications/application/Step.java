package org.yol.applications.application;

import java.time.Instant;
import java.util.List;
import org.yol.contracts.ApplicationState;
import org.yol.platform.access.Role;

/**
 * One step in the life of an application, as everybody who sees the application may know it.
 *
 * @param state that it came to; where an authority does not nominate it, the one it stays in
 * @param by in which role somebody did it; null for what the clock did
 * @param reason null where none was given
 * @param elsewhere other places that were given up for this one, or the one that this was given up for; null without
 */
public record Step(ApplicationState state, Instant at, Role by, String reason, List<Elsewhere> elsewhere) {

    public Step {
        // What a document lacks is read as an empty list.
        elsewhere = elsewhere == null || elsewhere.isEmpty() ? null : List.copyOf(elsewhere);
    }

    /** One that has nothing to do with other places. */
    public Step(ApplicationState state, Instant at, Role by, String reason) {
        this(state, at, by, reason, null);
    }

    /** The same, without what anybody said of it, and without what leads elsewhere. */
    Step withoutWords() {
        return new Step(
                state,
                at,
                by,
                null,
                elsewhere == null
                        ? null
                        : elsewhere.stream().map(Elsewhere::withoutNames).toList());
    }
}
