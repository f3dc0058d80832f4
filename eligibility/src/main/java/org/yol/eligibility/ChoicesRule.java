package org.yol.eligibility;

import java.time.LocalDate;

/**
 * Ranking no more than some places.
 *
 * @param atMost 1 or more
 */
record ChoicesRule(int atMost) implements Rule {

    @Override
    public Requirement requirement(LocalDate deadline) {
        return new Requirement(Statement.of("rule.choices", "choices", atMost));
    }

    @Override
    public RuleAnswer answer(Applicant applicant, LocalDate deadline) {
        Integer choices = applicant.choices();
        return choices == null
                ? RuleAnswer.unknown(this, deadline, Missing.CHOICES)
                : RuleAnswer.of(
                        this,
                        deadline,
                        Answer.of(choices <= atMost),
                        Statement.of("reason.choices", "choices", choices));
    }
}
