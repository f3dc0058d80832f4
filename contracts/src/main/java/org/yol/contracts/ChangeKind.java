package org.yol.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What became of a call that was public already. */
public enum ChangeKind {
    /** A later deadline was granted, to everybody or to the citizens of some countries. */
    @JsonProperty("extension")
    EXTENSION,
    /** What it or its programme says was changed. */
    @JsonProperty("amendment")
    AMENDMENT,
    /** It closes for everybody before the time that was said. */
    @JsonProperty("closing")
    CLOSING,
    /** A word this release does not know, read from an event of a newer one. Never told and never offered. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN;

    /** The word used in JSON: lower case with hyphens. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
