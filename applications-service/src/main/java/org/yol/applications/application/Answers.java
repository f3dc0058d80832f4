package org.yol.applications.application;

import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.yol.contracts.StudyLevel;

/**
 * What the form asks. Anything may be missing while it is a draft; {@link SubmissionRules} says what must be there.
 *
 * @param familyName as in the passport
 * @param givenName as in the passport
 * @param citizenship ISO 3166-1 alpha-2
 * @param institution where the last degree is from, or will be
 * @param degree the highest degree held
 */
public record Answers(
        @Size(max = 100) String familyName,
        @Size(max = 100) String givenName,
        @Past LocalDate birthDate,
        @Pattern(regexp = "|[A-Z]{2}") String citizenship,
        @Size(max = 200) String institution,
        StudyLevel degree,
        @Size(max = 10_000) String motivation,
        @Size(max = 10_000) String studyPlan) {

    /** A form nobody has written in yet. */
    static final Answers NONE = new Answers(null, null, null, null, null, null, null, null);
}
