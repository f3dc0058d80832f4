package org.yol.applications.dossier;

import jakarta.validation.constraints.Size;
import org.yol.platform.text.PlainText;

/**
 * Where letters and calls reach somebody; mail goes to the address of the account.
 *
 * @param telephone with the code of the country, as in {@code +7 701 123 45 67}
 * @param postalAddress in as many lines as it takes
 */
public record Contacts(
        @Size(max = 40) String telephone,
        @PlainText(lines = true) @Size(max = 500) String postalAddress) {}
