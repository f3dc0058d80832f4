package org.yol.platform.due;

import java.time.Instant;

/**
 * What became of a piece of work.
 *
 * @param again when to do it again, which counts as no failure; null when there is nothing left to do
 * @param written whether the work itself has already written in the document where it stands
 */
public record Outcome(Instant again, boolean written) {

    /** Nothing is left to do. */
    public static final Outcome DONE = new Outcome(null, false);

    /** The document says already where the work stands. */
    public static final Outcome WRITTEN = new Outcome(null, true);

    /** Not now: what it waits for is not there yet. */
    public static Outcome again(Instant at) {
        return new Outcome(at, false);
    }
}
