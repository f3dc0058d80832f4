package org.yol.applications.dossier;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.yol.eligibility.Employer;
import org.yol.platform.text.PlainText;

/**
 * A job.
 *
 * @param employer as it calls itself
 * @param kind whether it is in the public service
 * @param position what the student does there
 * @param from the first month, as in {@code 2021-04}
 * @param to the last month; null while it goes on
 */
public record Employment(
        @PlainText @Size(max = 200) String employer,
        Employer kind,
        @PlainText @Size(max = 200) String position,

        @Pattern(regexp = Months.PATTERN, message = Months.MESSAGE)
        String from,

        @Pattern(regexp = Months.PATTERN, message = Months.MESSAGE)
        String to) {}
