package org.yol.applications.telling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yol.applications.call.Call;
import org.yol.contracts.CallChange;
import org.yol.contracts.Deadline;

/**
 * The times at which whoever has not submitted is reminded of a deadline.
 *
 * @param stated when a change of the call, of which they are told, has set it; null for one that it was published with
 */
record Countdown(Deadline deadline, Instant stated) {

    private static final List<Duration> BEFORE = List.of(Duration.ofDays(7), Duration.ofDays(1), Duration.ofHours(3));

    /**
     * Of the deadline that holds for a student.
     *
     * @param country of the citizenship that the account states, ISO 3166-1 alpha-2; null where it states none
     */
    static Countdown of(Call call, String country) {
        Deadline deadline = call.deadline(country);
        Instant stated = call.changes().stream()
                .filter(change -> deadline.stated().equals(change.closes()) && change.isFor(country))
                .map(CallChange::at)
                .max(Instant::compareTo)
                .orElse(null);
        return new Countdown(deadline, stated);
    }

    /** Each time; not those that had gone by when people were told of the deadline itself. */
    Stream<Instant> reminders() {
        return BEFORE.stream()
                .map(deadline.stated()::minus)
                .filter(reminder -> stated == null || reminder.isAfter(stated));
    }

    /** The last that has come, for of several that are overdue no other is of use; empty once it is too late. */
    Optional<Instant> due(Instant now) {
        return deadline.hasPassed(now)
                ? Optional.empty()
                : reminders().filter(reminder -> !reminder.isAfter(now)).max(Instant::compareTo);
    }
}
