package org.yol.eligibility;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whom somebody works for. */
public enum Employer {
    @JsonProperty("government")
    GOVERNMENT,
    @JsonProperty("other")
    OTHER,
    /** Nobody: out of work, or only studying. */
    @JsonProperty("none")
    NONE;

    /** The word used in JSON and in message files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
