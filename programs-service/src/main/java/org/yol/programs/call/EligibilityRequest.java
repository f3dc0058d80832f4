package org.yol.programs.call;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yol.contracts.StudyLevel;
import org.yol.eligibility.Applicant;
import org.yol.eligibility.Applicant.Certificate;
import org.yol.eligibility.Applicant.Residence;
import org.yol.eligibility.Employer;
import org.yol.eligibility.GradeOnScale;
import org.yol.eligibility.LanguageTest;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;
import org.yol.programs.validation.CountryCode;
import org.yol.programs.validation.Keyword;

/**
 * What somebody tells of themselves to hear whether they may apply. What is left out is not known; an empty list is
 * none.
 *
 * @param citizenships ISO 3166-1 alpha-2; without them, that of the account
 * @param degree the highest one held; {@code non-degree} for none
 * @param programmesHeld ids of programmes held before, {@code any-scholarship-abroad} for another one
 * @param choices how many places are to be ranked
 */
record EligibilityRequest(
        @Size(max = 10, message = "{field.items}") List<@NotNull @CountryCode String> citizenships,
        LocalDate birthDate,
        StudyLevel degree,
        @Valid GradeRequest grade,

        @Size(max = 20, message = "{field.items}") List<@NotNull @Valid CertificateRequest> certificates,

        @Min(0) @Max(80) Integer yearsOfWork,
        Employer employer,
        @Valid ResidenceRequest residence,

        @Size(max = 20, message = "{field.items}") List<@NotNull @Keyword String> programmesHeld,

        @Min(0) @Max(100) Integer choices) {

    record GradeRequest(
            @NotNull @DecimalMin(value = "0", message = GRADE) @Digits(integer = 3, fraction = 4, message = GRADE)
            BigDecimal grade,

            @NotNull @DecimalMin(value = "1", message = GRADE) @Digits(integer = 3, fraction = 4, message = GRADE)
            BigDecimal outOf) {

        private static final String GRADE = "{eligibility.grade}";
    }

    /** @param total of a JLPT certificate */
    record CertificateRequest(
            @NotNull @Pattern(regexp = "[a-z]{2,3}", message = "{field.language}")
            String language,

            @NotNull LanguageTest test,
            @NotNull @Size(max = 10) String result,

            @Min(0) @Max(180) Integer total) {}

    record ResidenceRequest(
            @CountryCode String country,

            @Pattern(regexp = "[A-Z]{2}-[A-Z0-9]{1,3}", message = "{rule.place}")
            String region,

            Boolean rural,

            @Min(0) @Max(120) Integer years) {}

    /**
     * What is known of whoever asks.
     *
     * @throws Refused field-errors for results that a test does not have
     */
    Applicant applicant(Caller caller) {
        refuseUnknownResults();
        return new Applicant(
                citizenships == null ? citizenship(caller) : Set.copyOf(citizenships),
                birthDate,
                degree,
                grade == null ? null : new GradeOnScale(grade.grade(), grade.outOf()),
                certificates == null
                        ? null
                        : certificates.stream()
                                .map(EligibilityRequest::certificate)
                                .toList(),
                yearsOfWork,
                employer,
                residence == null
                        ? null
                        : new Residence(residence.country(), residence.region(), residence.rural(), residence.years()),
                programmesHeld == null ? null : Set.copyOf(programmesHeld),
                choices);
    }

    private static Set<String> citizenship(Caller caller) {
        return caller.is(Role.STUDENT) && caller.country() != null ? Set.of(caller.country()) : null;
    }

    private static Certificate certificate(CertificateRequest told) {
        return new Certificate(
                told.language(),
                told.test(),
                told.result(),
                told.total() == null ? null : BigDecimal.valueOf(told.total()));
    }

    private void refuseUnknownResults() {
        List<FieldError> errors = new ArrayList<>();
        for (int index = 0; certificates != null && index < certificates.size(); index++) {
            CertificateRequest told = certificates.get(index);
            if (!told.test().hasResult(told.result())) {
                errors.add(FieldError.of(
                        "/certificates/" + index + "/result",
                        "rule.level",
                        told.test().toString()));
            }
        }
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
    }
}
