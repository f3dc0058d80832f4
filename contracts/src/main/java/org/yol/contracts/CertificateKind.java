package org.yol.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a certificate is of. */
public enum CertificateKind {
    /** A scholarship or place was taken up. */
    @JsonProperty("award")
    AWARD,
    /** What it was given for was done to its end. */
    @JsonProperty("completion")
    COMPLETION,
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
