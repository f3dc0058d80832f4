package org.yol.applications.dossier;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A list in the dossier that may be empty because there is nothing to state. */
public enum Section {
    @JsonProperty("languages")
    LANGUAGES,
    @JsonProperty("work")
    WORK,
    @JsonProperty("programmesHeld")
    PROGRAMMES_HELD
}
