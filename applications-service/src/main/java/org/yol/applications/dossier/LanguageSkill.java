package org.yol.applications.dossier;

import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.yol.eligibility.LanguageTest;

/**
 * A language, and how it is certified.
 *
 * @param language ISO 639
 * @param test null without a certificate
 * @param result a level such as {@code B2} or {@code N2}, a band such as {@code 6.5}, or a total score
 * @param total the total score of a JLPT certificate, 0 to 180; null for all other tests
 * @param date of the test
 */
public record LanguageSkill(
        @Size(max = 8) String language,
        LanguageTest test,
        @Size(max = 20) String result,
        BigDecimal total,
        LocalDate date) {}
