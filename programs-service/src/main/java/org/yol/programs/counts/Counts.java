package org.yol.programs.counts;

/**
 * How many people a call has reached.
 *
 * @param started all applications ever begun, 0 or more
 * @param submitted those handed in and not withdrawn, 0 or more
 */
public record Counts(int started, int submitted) {

    public static final Counts NONE = new Counts(0, 0);

    Counts plus(Counts more) {
        return new Counts(started + more.started, submitted + more.submitted);
    }

    Counts minus(Counts less) {
        return new Counts(started - less.started, submitted - less.submitted);
    }
}
