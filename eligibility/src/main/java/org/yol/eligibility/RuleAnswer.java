package org.yol.eligibility;

import java.time.LocalDate;
import java.util.List;

/** What one rule says of somebody, and why. */
public final class RuleAnswer {

    private final Answer answer;
    private final Requirement requirement;
    private final List<Statement> reasons;
    private final List<Missing> missing;

    private RuleAnswer(Answer answer, Requirement requirement, List<Statement> reasons, List<Missing> missing) {
        this.answer = answer;
        this.requirement = requirement;
        this.reasons = List.copyOf(reasons);
        this.missing = List.copyOf(missing);
    }

    static RuleAnswer of(Rule rule, LocalDate deadline, Answer answer, Statement... reasons) {
        return new RuleAnswer(answer, rule.requirement(deadline), List.of(reasons), List.of());
    }

    static RuleAnswer of(Rule rule, LocalDate deadline, Answer answer, List<Statement> reasons, List<Missing> missing) {
        return new RuleAnswer(answer, rule.requirement(deadline), reasons, missing);
    }

    static RuleAnswer unknown(Rule rule, LocalDate deadline, Missing... missing) {
        return new RuleAnswer(Answer.UNKNOWN, rule.requirement(deadline), List.of(), List.of(missing));
    }

    public Answer answer() {
        return answer;
    }

    /** What the rule asks. */
    public Requirement requirement() {
        return requirement;
    }

    /** What of the person it was compared with, for {@link EligibilityWords} to say. */
    List<Statement> reasons() {
        return reasons;
    }

    /** What would have to be known to answer; empty unless the answer is unknown. */
    public List<Missing> missing() {
        return missing;
    }
}
