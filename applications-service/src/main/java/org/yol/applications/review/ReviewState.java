package org.yol.applications.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a reviewer has come with an application at a place. */
public enum ReviewState {
    /** Asked for, and nothing scored yet. */
    ASSIGNED,
    /** Some of it is scored, or all of it and not said to be done. */
    BEGUN,
    /** Counts. */
    DONE,
    /** Asked for no longer. */
    RELEASED,
    /** Its reviewer has declared a conflict of interest. */
    CONFLICT;

    /** The word used in JSON: lower case. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its reviewer is to do it, or has done it. */
    public boolean stands() {
        return this == ASSIGNED || this == BEGUN || this == DONE;
    }
}
