package org.yol.platform.document;

import java.util.List;
import org.yol.contracts.Event;

/**
 * What a domain method answers: the new state and the events that tell of it. Both are written by one atomic write.
 *
 * @param state the whole new state, its version still the old one
 * @param events in the order in which they are to be told; may be empty
 */
public record Change<A extends Aggregate>(A state, List<Event> events) {

    public Change {
        events = List.copyOf(events);
    }

    /** A change nobody else needs to hear of. */
    public static <A extends Aggregate> Change<A> silent(A state) {
        return new Change<>(state, List.of());
    }

    /** A change and the event that tells of it. */
    public static <A extends Aggregate> Change<A> telling(A state, Event event) {
        return new Change<>(state, List.of(event));
    }
}
