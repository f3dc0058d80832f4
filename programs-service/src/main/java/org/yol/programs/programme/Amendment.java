package org.yol.programs.programme;

import java.time.Instant;
import java.util.List;
import org.yol.platform.problem.FieldError;

/**
 * A change of what was public already, of a programme or of one of its calls.
 *
 * @param by account of the coordinator, not for the public
 * @param reason in the coordinator's words, for the public
 */
public record Amendment(Instant at, String by, String reason) {

    public Amendment {
        reason = reason == null ? "" : reason.strip();
    }

    /** What is wrong with it, by pointers into the request; empty when it says why. */
    public List<FieldError> errors() {
        return reason.isEmpty() ? List.of(FieldError.of("/reason", "amendment.reason")) : List.of();
    }
}
