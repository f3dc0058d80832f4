package org.yol.applications.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.yol.applications.application.Outcome;

/**
 * What a coordinator decides.
 *
 * @param placeId for whoever is selected; not looked at elsewhere
 * @param reason the student reads it once it is announced
 */
record DecisionRequest(
        @NotNull Outcome outcome,
        @Size(max = 200) String placeId,
        @NotBlank @Size(max = 2_000) String reason) {}
