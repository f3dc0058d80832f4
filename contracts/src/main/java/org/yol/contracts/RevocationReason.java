package org.yol.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why a certificate is valid no more, in words that tell nothing of its holder. */
public enum RevocationReason {
    /** It should not have been issued, or says something wrong. */
    @JsonProperty("mistake")
    MISTAKE,
    /** What it is of was given up, or ended early. */
    @JsonProperty("ended")
    ENDED,
    /** Anything else; the holder is told in words. */
    @JsonProperty("other")
    OTHER,
    /** A word this release does not know, read from an event of a newer one. Never told and never offered. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN;

    /** The word used in JSON and message files: lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
