package org.yol.applications.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The time between an instant and the close of references, as reminding needs to know it.
 *
 * @param end the first instant that is too late
 */
record TimeLeft(Instant now, Instant end) {

    /** Before the end, at which somebody who has not answered is written to. */
    private static final List<Duration> REMINDERS = List.of(Duration.ofDays(7), Duration.ofDays(1));

    /** A deadline may come closer: it is looked at as often as this. */
    private static final Duration LOOK_AGAIN = Duration.ofDays(1);

    /** Whether it is too late. */
    boolean isOver() {
        return !now.isBefore(end);
    }

    /** How many reminders are due by now, 0 to 2. */
    int stage() {
        return (int) REMINDERS.stream()
                .filter(before -> !now.isBefore(end.minus(before)))
                .count();
    }

    /** When to look again. */
    Instant next() {
        return Stream.concat(REMINDERS.stream().map(end::minus), Stream.of(end, now.plus(LOOK_AGAIN)))
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
