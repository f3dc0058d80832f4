package org.yol.applications.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.yol.contracts.ApplicationState;

/** How an application can be decided. */
public enum Outcome {
    @JsonProperty("selected")
    SELECTED(ApplicationState.OFFERED),
    @JsonProperty("reserve")
    RESERVE(ApplicationState.RESERVE),
    @JsonProperty("not-selected")
    NOT_SELECTED(ApplicationState.NOT_SELECTED);

    private final ApplicationState announced;

    Outcome(ApplicationState announced) {
        this.announced = announced;
    }

    /** The state of the application once the student is told. */
    public ApplicationState announced() {
        return announced;
    }
}
