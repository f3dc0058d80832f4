package org.yol.platform.due;

import java.time.Duration;

/**
 * How one kind of work is done.
 *
 * @param name field below {@code due} in the document, lower case with hyphens
 * @param lease how long whoever claimed it may take; then it is anybody's again
 * @param atOnce how many documents a process works on at the same time, 1 or more
 * @param firstPause after the first failure; doubles with each
 * @param longestPause where the doubling ends
 * @param attempts after so many failures the work is abandoned, 1 or more
 * @param sweepEvery how often a process looks for what is due and nobody was nudged for
 */
public record WorkPlan(
        String name,
        Duration lease,
        int atOnce,
        Duration firstPause,
        Duration longestPause,
        int attempts,
        Duration sweepEvery) {

    private static final int MOST_DOUBLINGS = 20;

    /** A plan for a short step: 8 at once, a lease of 30 s, pauses from 1 s to 5 min, swept each second, for ever. */
    public static WorkPlan of(String name) {
        return new WorkPlan(
                name,
                Duration.ofSeconds(30),
                8,
                Duration.ofSeconds(1),
                Duration.ofMinutes(5),
                Integer.MAX_VALUE,
                Duration.ofSeconds(1));
    }

    /** The same with another sweep. */
    public WorkPlan sweptEvery(Duration interval) {
        return new WorkPlan(name, lease, atOnce, firstPause, longestPause, attempts, interval);
    }

    /**
     * The pause after a failure, before it is spread.
     *
     * @param failures so far, 1 or more
     */
    Duration pauseAfter(int failures) {
        Duration doubled = firstPause.multipliedBy(1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS));
        return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    }

    /** How far ahead a sweep looks to see what is late: what failed or is at work is late, though due only then. */
    Duration inSight() {
        return lease.compareTo(longestPause) > 0 ? lease : longestPause;
    }
}
