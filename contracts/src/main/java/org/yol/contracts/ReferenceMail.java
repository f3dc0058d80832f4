package org.yol.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why a referee is written to. */
public enum ReferenceMail {
    @JsonProperty("asked")
    ASKED,
    @JsonProperty("reminded")
    REMINDED,
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
