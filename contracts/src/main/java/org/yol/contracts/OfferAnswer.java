package org.yol.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a student says to an offer. */
public enum OfferAnswer {
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("declined")
    DECLINED;

    /** The word used in JSON, addresses and message files: lower case with hyphens. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
