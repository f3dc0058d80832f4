package org.yol.programs.counts;

/**
 * How many people a call has reached.
 *
 * @param started all applications ever begun, 0 or more
 * @param submitted those handed in and not withdrawn, 0 or more
 */
public record Counts(int started, int submitted) {

    Counts plus(Counts more) {
        return new Counts(started + more.started, submitted + more.submitted);
    }
}
