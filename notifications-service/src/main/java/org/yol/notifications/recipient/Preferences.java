package org.yol.notifications.recipient;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.yol.contracts.Language;

/**
 * How somebody wants to be told.
 *
 * @param language of everything written to them
 * @param email whether messages also go out by e-mail; the inbox always has them
 * @param chosen whether the language was chosen here; else it is the one the account came with. Told, never taken
 * @param address where e-mail goes; null while the owner of the account has not confirmed one. Told, never taken
 */
record Preferences(
        @NotNull Language language,
        @NotNull Boolean email,

        @Schema(accessMode = Schema.AccessMode.READ_ONLY) Boolean chosen,

        @Schema(accessMode = Schema.AccessMode.READ_ONLY) String address) {

    static Preferences of(Recipient recipient) {
        return new Preferences(
                recipient.language(), recipient.wantsMail(), recipient.chosenLanguage() != null, recipient.address());
    }
}
