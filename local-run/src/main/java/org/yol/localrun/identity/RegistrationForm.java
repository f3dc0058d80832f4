package org.yol.localrun.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.yol.contracts.Country;
import org.yol.contracts.Language;

/** What a student writes down to get an account. The messages are keys of the page's texts. */
record RegistrationForm(
        @NotBlank(message = "{register.account.invalid}")
        @Pattern(regexp = "[a-z][a-z0-9-]{2,29}", message = "{register.account.invalid}")
        @Nullable
        String account,

        // In one line and visible: it stands in the mails that other people get.
        @NotBlank(message = "{register.name.invalid}")
        @Size(max = 100, message = "{register.name.invalid}")
        @Pattern(regexp = "[^\\p{C}\\p{Zl}\\p{Zp}]*\\p{L}[^\\p{C}\\p{Zl}\\p{Zp}]*", message = "{register.name.invalid}")
        @Nullable
        String name,

        @NotBlank(message = "{register.email.invalid}")
        @MailAddress(message = "{register.email.invalid}")
        @Size(max = 200, message = "{register.email.invalid}")
        @Nullable
        String email,

        @Nullable String country,

        @Nullable String language,

        @Password @Nullable String password) {

    /** Says of the country and of the language when they are none of Yol's. */
    void rejectUnknown(Errors errors) {
        if (Country.find(country).isEmpty()) {
            errors.rejectValue("country", "register.country.invalid");
        }
        if (Language.find(language).isEmpty()) {
            errors.rejectValue("language", "register.language.invalid");
        }
    }

    /** The student's account. Only for a form without errors. */
    Account toAccount(String encodedPassword) {
        return new Account(
                account,
                name.strip(),
                email.strip(),
                Language.of(language).toString(),
                List.of("student"),
                null,
                country,
                encodedPassword,
                false);
    }
}
