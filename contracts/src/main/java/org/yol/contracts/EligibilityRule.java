package org.yol.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One eligibility rule as it is stated, stored and told: {@code citizenship: [KG]}, or {@code gradeAtLeast: 3.0, outOf:
 * 4.0}. One of the leading fields says which rule it is, the others belong to one of them; null is not stated.
 *
 * @param citizenship leading: ISO 3166-1 alpha-2 of the citizenships it takes
 * @param bornBetween leading: the first and the last birth date
 * @param bornOnOrAfter leading
 * @param bornOnOrBefore leading
 * @param ageAtLeast leading: whole years, on the date {@code on}
 * @param ageAtMost leading, may stand beside {@code ageAtLeast}: whole years, on the date {@code on}
 * @param on date of an age; without it the day on which the call closes, in its zone
 * @param degreeAtLeast leading
 * @param gradeAtLeast leading: on a scale that ends at {@code outOf}
 * @param outOf the best grade of the scale
 * @param orGrades what counts as much on other scales: without it nobody's grade on another scale can be compared
 * @param language leading: ISO 639 code
 * @param atLeast of a language: a level of the Common European Framework, such as {@code B1}, or a result of the test,
 *     such as {@code 6.5} or {@code N2}
 * @param test of a language: {@code IELTS}, {@code TOEFL iBT} or {@code JLPT}; without it any of them or CEFR
 * @param yearsOfWork leading: whole years
 * @param worksFor leading: {@code government} or {@code any}
 * @param residesIn leading: a country, a region as ISO 3166-2, or {@code rural}
 * @param years of residence, whole
 * @param notFormerHolderOf leading: id of a programme, or {@code any-scholarship-abroad}
 * @param choicesAtMost leading: how many places may be ranked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EligibilityRule(
        List<String> citizenship,
        List<LocalDate> bornBetween,
        LocalDate bornOnOrAfter,
        LocalDate bornOnOrBefore,
        Integer ageAtLeast,
        Integer ageAtMost,
        LocalDate on,
        StudyLevel degreeAtLeast,
        BigDecimal gradeAtLeast,
        BigDecimal outOf,
        List<Grade> orGrades,
        String language,
        String atLeast,
        String test,
        Integer yearsOfWork,
        String worksFor,
        String residesIn,
        Integer years,
        String notFormerHolderOf,
        Integer choicesAtMost) {

    /**
     * A grade on a scale of its own.
     *
     * @param outOf the best grade of the scale
     */
    public record Grade(BigDecimal grade, BigDecimal outOf) {}

    /** An empty list states nothing: read from a store it is the same as none. */
    public EligibilityRule {
        citizenship = unlessEmpty(citizenship);
        bornBetween = unlessEmpty(bornBetween);
        orGrades = unlessEmpty(orGrades);
    }

    private static <T> List<T> unlessEmpty(List<T> list) {
        return list == null || list.isEmpty() ? null : list;
    }
}
