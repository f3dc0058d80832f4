package org.yol.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.yol.contracts.StudyLevel;

/**
 * What is known of somebody who wants to apply. Null is not known; an empty list or set is known to be empty.
 *
 * @param citizenships ISO 3166-1 alpha-2; several are possible
 * @param degree the highest degree held; {@code non-degree} or {@code training} is none
 * @param grade on the scale of the person's own school
 * @param certificates of languages
 * @param yearsOfWork whole years
 * @param programmesHeld ids of programmes that were held, and {@code any-scholarship-abroad} for others
 * @param choices how many places are ranked
 */
public record Applicant(
        Set<String> citizenships,
        LocalDate birthDate,
        StudyLevel degree,
        GradeOnScale grade,
        List<Certificate> certificates,
        Integer yearsOfWork,
        Employer employer,
        Residence residence,
        Set<String> programmesHeld,
        Integer choices) {

    /** Somebody of whom nothing is known. */
    public static final Applicant UNKNOWN = new Applicant(null, null, null, null, null, null, null, null, null, null);

    public Applicant {
        citizenships = citizenships == null ? null : Set.copyOf(citizenships);
        certificates = certificates == null ? null : List.copyOf(certificates);
        programmesHeld = programmesHeld == null ? null : Set.copyOf(programmesHeld);
    }

    /** The same with these citizenships. */
    public Applicant withCitizenships(Set<String> known) {
        return new Applicant(
                known,
                birthDate,
                degree,
                grade,
                certificates,
                yearsOfWork,
                employer,
                residence,
                programmesHeld,
                choices);
    }

    /** The same with what a form knows: the date of birth, the highest degree, the number of ranked places. */
    public Applicant withForm(LocalDate born, StudyLevel highest, Integer ranked) {
        return new Applicant(
                citizenships,
                born,
                highest,
                grade,
                certificates,
                yearsOfWork,
                employer,
                residence,
                programmesHeld,
                ranked);
    }

    /**
     * Where somebody lives.
     *
     * @param country ISO 3166-1 alpha-2; null is not known
     * @param region ISO 3166-2; null is not known
     * @param rural whether it is in the country, not in a town; null is not known
     * @param years whole years of living there; null is not known
     */
    public record Residence(String country, String region, Boolean rural, Integer years) {}

    /**
     * A language certificate.
     *
     * @param language ISO 639
     * @param result a level such as {@code B2} or {@code N2}, a band such as {@code 6.5}, or a total score
     * @param total the total score of a JLPT certificate, 0 to 180; null is not known, and for all other tests
     */
    public record Certificate(String language, LanguageTest test, String result, BigDecimal total) {}
}
