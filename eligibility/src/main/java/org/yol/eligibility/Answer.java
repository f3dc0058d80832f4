package org.yol.eligibility;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.Locale;

/** What a rule says of a person. */
public enum Answer {
    @JsonProperty("met")
    MET,
    @JsonProperty("not-met")
    NOT_MET,
    /** Too little is known, or what is known cannot be compared. Nobody is refused for it. */
    @JsonProperty("unknown")
    UNKNOWN;

    /** Met if all are, not met if any is not, else unknown; met where there are none. */
    static Answer all(Collection<Answer> answers) {
        if (answers.contains(NOT_MET)) {
            return NOT_MET;
        }
        return answers.contains(UNKNOWN) ? UNKNOWN : MET;
    }

    static Answer of(boolean met) {
        return met ? MET : NOT_MET;
    }

    /** The word used in JSON: lower case with hyphens. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
