package org.yol.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why reviewers are written to. */
public enum ReviewNotice {
    /** They are asked for reviews they were not asked for before. */
    @JsonProperty("assigned")
    ASSIGNED,
    /** Theirs are due in two days. */
    @JsonProperty("due-soon")
    DUE_SOON,
    /** A coordinator wants them reminded. */
    @JsonProperty("reminder")
    REMINDER,
    /** A word this release does not know, read from an event of a newer one. Never told and never offered. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN;

    /** The word used in JSON, addresses and message files: lower case with hyphens. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
