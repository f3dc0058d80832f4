package org.yol.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.yol.contracts.StudyLevel;
import org.yol.eligibility.Applicant.Certificate;
import org.yol.eligibility.Applicant.Residence;

/** Applicants of whom one thing is known, and one of whom everything is. */
final class Somebody {

    private static final Applicant NOBODY = Applicant.UNKNOWN;

    private Somebody() {}

    static Applicant citizenOf(String... countries) {
        return NOBODY.withCitizenships(Set.of(countries));
    }

    static Applicant born(String date) {
        return NOBODY.withForm(LocalDate.parse(date), null, null);
    }

    static Applicant withDegree(StudyLevel degree) {
        return NOBODY.withForm(null, degree, null);
    }

    static Applicant ranking(int choices) {
        return NOBODY.withForm(null, null, choices);
    }

    static Applicant graded(String grade, String outOf) {
        return new Applicant(null, null, null, grade(grade, outOf), null, null, null, null, null, null);
    }

    static Applicant with(Certificate... certificates) {
        return new Applicant(null, null, null, null, List.of(certificates), null, null, null, null, null);
    }

    static Applicant working(Integer years, Employer employer) {
        return new Applicant(null, null, null, null, null, years, employer, null, null, null);
    }

    static Applicant living(Residence residence) {
        return new Applicant(null, null, null, null, null, null, null, residence, null, null);
    }

    static Applicant holding(String... programmes) {
        return new Applicant(null, null, null, null, null, null, null, null, Set.of(programmes), null);
    }

    /** Somebody whom every rule of {@link EveryRule} takes, as far as one person can be. */
    static Applicant wellKnown() {
        return new Applicant(
                Set.of("KG", "KZ"),
                LocalDate.of(1990, 5, 17),
                StudyLevel.MASTER,
                grade("3.5", "4.0"),
                List.of(
                        new Certificate("ja", LanguageTest.JLPT, "N2", new BigDecimal(112)),
                        new Certificate("en", LanguageTest.IELTS, "6.5", null),
                        new Certificate("en", LanguageTest.TOEFL_IBT, "90", null)),
                5,
                Employer.GOVERNMENT,
                new Residence("KZ", "KZ-75", true, 4),
                Set.of(),
                1);
    }

    static GradeOnScale grade(String grade, String outOf) {
        return new GradeOnScale(new BigDecimal(grade), new BigDecimal(outOf));
    }
}
