package org.yol.applications.reference;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a referee places a student among all they have known in the same capacity. */
public enum PeerRank {
    @JsonProperty("top-1")
    TOP_1,
    @JsonProperty("top-5")
    TOP_5,
    @JsonProperty("top-10")
    TOP_10,
    @JsonProperty("top-25")
    TOP_25,
    @JsonProperty("top-50")
    TOP_50,
    @JsonProperty("lower-half")
    LOWER_HALF,
    @JsonProperty("cannot-say")
    CANNOT_SAY
}
