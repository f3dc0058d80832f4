package org.yol.platform.document;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.yol.contracts.Event;
import org.yol.platform.due.Schedule;
import org.yol.platform.trail.Act;

/**
 * What a domain method answers: the new state, the events that tell of it, and what is to be done later because of it.
 * All of it is written by one atomic write.
 *
 * @param state the whole new state, its version still the old one
 * @param events in the order in which they are to be told; may be empty
 * @param due work that is to be done with the document from now on, or no longer; may be empty
 * @param acts what somebody did by it, to be kept for good; may be empty, and nothing is kept where nothing changes
 */
public record Change<A extends Aggregate>(A state, List<Event> events, List<Schedule> due, List<Act> acts) {

    private static final Duration TIME_FOR_THE_REQUEST = Duration.ofSeconds(3);

    public Change {
        events = List.copyOf(events);
        due = List.copyOf(due);
        acts = List.copyOf(acts);
    }

    /** A change with any number of events. */
    public Change(A state, List<Event> events) {
        this(state, events, List.of(), List.of());
    }

    /** A change nobody else needs to hear of. */
    public static <A extends Aggregate> Change<A> silent(A state) {
        return new Change<>(state, List.of());
    }

    /** A change and the event that tells of it. */
    public static <A extends Aggregate> Change<A> telling(A state, Event event) {
        return new Change<>(state, List.of(event));
    }

    /** The same, and work to be done with the document from an instant on, instead of any that was scheduled before. */
    public Change<A> due(String work, Instant at) {
        return with(new Schedule(work, at));
    }

    /**
     * The same, and the next step of a chain. It is due a little later, so that the request that begins the chain does
     * the step itself and knows what came of it; what a crash leaves is found by the sweep.
     */
    public Change<A> then(String step, Instant now) {
        return due(step, now.plus(TIME_FOR_THE_REQUEST));
    }

    /** The same, and work that need not be done any more. */
    public Change<A> settled(String work) {
        return with(new Schedule(work, null));
    }

    /** The same, and what somebody did by it. */
    public Change<A> recording(Act act) {
        return new Change<>(
                state, events, due, Stream.concat(acts.stream(), Stream.of(act)).toList());
    }

    /** Whether something is to be told or recorded. */
    boolean tells() {
        return !events.isEmpty() || !acts.isEmpty();
    }

    /** Whether nothing has to be written. */
    boolean changesNothing(A before) {
        return events.isEmpty() && due.isEmpty() && state.equals(before);
    }

    private Change<A> with(Schedule schedule) {
        Stream<Schedule> others = due.stream().filter(other -> !other.work().equals(schedule.work()));
        return new Change<>(
                state, events, Stream.concat(others, Stream.of(schedule)).toList(), acts);
    }
}
