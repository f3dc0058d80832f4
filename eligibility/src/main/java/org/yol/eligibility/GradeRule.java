package org.yol.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A grade or a better one. Schools grade on scales of their own, and no formula turns one into another that two
 * universities would agree on: a grade is compared on the rule's scale, or on one for which the rule states which grade
 * counts as much.
 *
 * @param sameOnOtherScales at most one a scale
 */
record GradeRule(GradeOnScale atLeast, List<GradeOnScale> sameOnOtherScales) implements Rule {

    GradeRule {
        sameOnOtherScales = List.copyOf(sameOnOtherScales);
    }

    @Override
    public Requirement requirement(LocalDate deadline) {
        return new Requirement(
                sameOnOtherScales.isEmpty()
                        ? Statement.of("rule.grade", "grade", atLeast)
                        : new Statement("rule.grade.or", Map.of("grade", atLeast, "others", sameOnOtherScales)));
    }

    @Override
    public RuleAnswer answer(Applicant applicant, LocalDate deadline) {
        GradeOnScale grade = applicant.grade();
        if (grade == null) {
            return RuleAnswer.unknown(this, deadline, Missing.GRADE);
        }
        return Stream.concat(Stream.of(atLeast), sameOnOtherScales.stream())
                .filter(grade::isOnTheScaleOf)
                .findFirst()
                .map(asked -> RuleAnswer.of(
                        this,
                        deadline,
                        Answer.of(grade.isAtLeast(asked)),
                        Statement.of("reason.grade", "grade", grade)))
                .orElseGet(() -> RuleAnswer.of(
                        this,
                        deadline,
                        Answer.UNKNOWN,
                        List.of(Statement.of("reason.grade.scale", "grade", grade)),
                        List.of(Missing.GRADE_ON_SCALE)));
    }
}
