package org.yol.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The level a place is for. */
public enum StudyLevel {
    @JsonProperty("bachelor")
    BACHELOR,
    @JsonProperty("master")
    MASTER,
    @JsonProperty("doctorate")
    DOCTORATE,
    @JsonProperty("non-degree")
    NON_DEGREE,
    @JsonProperty("postdoctoral")
    POSTDOCTORAL,
    @JsonProperty("training")
    TRAINING,
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
