package org.yol.programs.programme;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the public sees it. There is no way back. */
public enum PublicationStatus {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("published")
    PUBLISHED
}
