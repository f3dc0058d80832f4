package org.yol.programs.counts;

import org.yol.contracts.ApplicationState;

/** How far an application counts; what counts for one counts for those before it. */
public enum Stage {
    /** Begun, and not handed in or taken back before the call closed. */
    STARTED,
    /** Handed in, and not taken back before the call closed. */
    APPLIED,
    /** A place was offered, whatever became of the offer. */
    SELECTED,
    /** The offered place was accepted. */
    WENT;

    /** What a state counts as by itself; one of a newer release, or of an older one that kept none, as handed in. */
    static Stage of(ApplicationState state) {
        return switch (state) {
            case DRAFT, WITHDRAWN -> STARTED;
            case OFFERED, DECLINED, EXPIRED -> SELECTED;
            case ACCEPTED, AWARDED, COMPLETED -> WENT;
            case null, default -> APPLIED;
        };
    }
}
