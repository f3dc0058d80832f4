package org.yol.eligibility;

import java.time.LocalDate;

/**
 * Having a job.
 *
 * @param government whether it has to be one in the public service
 */
record EmployerRule(boolean government) implements Rule {

    /** The words of a stated rule. */
    static final String GOVERNMENT = "government";

    static final String ANY = "any";

    @Override
    public Requirement requirement(LocalDate deadline) {
        return new Requirement(Statement.of("rule.employer." + (government ? GOVERNMENT : ANY)));
    }

    @Override
    public RuleAnswer answer(Applicant applicant, LocalDate deadline) {
        Employer employer = applicant.employer();
        if (employer == null) {
            return RuleAnswer.unknown(this, deadline, Missing.EMPLOYER);
        }
        boolean met = government ? employer == Employer.GOVERNMENT : employer != Employer.NONE;
        return RuleAnswer.of(this, deadline, Answer.of(met), Statement.of("reason.employer." + employer));
    }
}
