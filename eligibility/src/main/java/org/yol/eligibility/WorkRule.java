package org.yol.eligibility;

import java.time.LocalDate;

/**
 * Having worked for some years.
 *
 * @param atLeast whole years, 1 or more
 */
record WorkRule(int atLeast) implements Rule {

    @Override
    public Requirement requirement(LocalDate deadline) {
        return new Requirement(Statement.of("rule.work", "years", atLeast));
    }

    @Override
    public RuleAnswer answer(Applicant applicant, LocalDate deadline) {
        Integer years = applicant.yearsOfWork();
        return years == null
                ? RuleAnswer.unknown(this, deadline, Missing.YEARS_OF_WORK)
                : RuleAnswer.of(
                        this, deadline, Answer.of(years >= atLeast), Statement.of("reason.work", "years", years));
    }
}
