package org.yol.applications.dossier;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * What somebody has agreed to.
 *
 * @param given when; the server's clock says it, whatever is sent
 */
public record Consent(Kind kind, Instant given) {

    /** What one is asked to agree to. */
    public enum Kind {
        /** That the application is handed to those in Japan who decide on it: the law there (APPI) asks for it. */
        @JsonProperty("hand-over-to-japan")
        HAND_OVER_TO_JAPAN
    }
}
