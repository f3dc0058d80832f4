package org.yol.notifications.recipient;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/**
 * How somebody wants to be told.
 *
 * @param language of everything written to them
 * @param email whether messages also go out by e-mail; the inbox always has them
 */
record Preferences(
        @NotNull @Schema(allowableValues = {"en", "ja", "ru"})
        Language language,

        @NotNull Boolean email) {

    static Preferences of(Recipient recipient) {
        return new Preferences(recipient.language(), recipient.wantsMail());
    }
}
