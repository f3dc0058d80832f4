package org.yol.programs.call;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * An earlier closing as a coordinator states it.
 *
 * @param closes as in {@link CallRequest}, in the zone of the call
 */
record ClosingRequest(
        @NotBlank String closes,
        @NotBlank @Size(max = 1_000) String reason) {}
