package org.yol.programs.counts;

/**
 * How many people a call has reached.
 *
 * @param started all applications ever begun, 0 or more
 * @param submitted those handed in, and not taken back before the call closed, 0 or more
 */
public record Counts(int started, int submitted) {

    /** Nobody. */
    public static final Counts NONE = new Counts(0, 0);

    static Counts of(Tally tally) {
        return new Counts(tally.started(), tally.applied());
    }
}
