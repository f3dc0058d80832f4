package org.yol.localrun.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a student writes down to get an account. The messages are keys of the page's texts. */
record RegistrationForm(
        @NotBlank(message = "{register.account.invalid}")
        @Pattern(regexp = "[a-z][a-z0-9-]{2,29}", message = "{register.account.invalid}")
        @Nullable
        String account,

        @NotBlank(message = "{register.name.invalid}") @Size(max = 100, message = "{register.name.invalid}") @Nullable
        String name,

        @NotBlank(message = "{register.email.invalid}")
        @MailAddress(message = "{register.email.invalid}")
        @Size(max = 200, message = "{register.email.invalid}")
        @Nullable
        String email,

        @NotBlank(message = "{register.country.invalid}")
        @Pattern(regexp = "KZ|KG|TJ|TM|UZ|JP", message = "{register.country.invalid}")
        @Nullable
        String country,

        @NotBlank(message = "{register.language.invalid}")
        @Pattern(regexp = "en|ja|ru", message = "{register.language.invalid}")
        @Nullable
        String language,

        @NotBlank(message = "{register.password.invalid}")
        @Size(min = 10, message = "{register.password.invalid}")
        // BCrypt takes no more.
        @Utf8Bytes(max = 72, message = "{register.password.long}")
        @Nullable
        String password) {

    static final List<String> COUNTRIES = List.of("KZ", "KG", "TJ", "TM", "UZ", "JP");

    /** The student's account. Only for a form without errors. */
    Account toAccount(String encodedPassword) {
        return new Account(
                account, name.strip(), email.strip(), language, List.of("student"), null, country, encodedPassword);
    }
}
