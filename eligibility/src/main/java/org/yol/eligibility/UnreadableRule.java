package org.yol.eligibility;

import java.time.LocalDate;

/**
 * A rule that this release does not understand, from an event of a newer one. It answers unknown: nobody is let in by
 * it silently, and nobody refused.
 */
record UnreadableRule() implements Rule {

    @Override
    public Requirement requirement(LocalDate deadline) {
        return new Requirement(Statement.of("rule.unreadable"));
    }

    @Override
    public RuleAnswer answer(Applicant applicant, LocalDate deadline) {
        return RuleAnswer.of(this, deadline, Answer.UNKNOWN, Statement.of("reason.unreadable"));
    }
}
