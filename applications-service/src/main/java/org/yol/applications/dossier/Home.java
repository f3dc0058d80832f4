package org.yol.applications.dossier;

import jakarta.validation.constraints.Pattern;

/**
 * Where somebody lives.
 *
 * @param country ISO 3166-1 alpha-2
 * @param region ISO 3166-2, as in {@code KZ-75}
 * @param rural whether it is in the country, not in a town
 * @param since the month, as in {@code 2015-09}
 */
public record Home(
        String country,
        String region,
        Boolean rural,

        @Pattern(regexp = Months.PATTERN, message = Months.MESSAGE)
        String since) {}
