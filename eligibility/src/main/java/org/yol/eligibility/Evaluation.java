package org.yol.eligibility;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * What all rules of a call say of somebody.
 *
 * @param answer met only if every rule is, not met if any is not, else unknown; met where there are no rules
 * @param rules one answer for each rule, in their order
 */
public record Evaluation(Answer answer, List<RuleAnswer> rules) {

    public Evaluation {
        rules = List.copyOf(rules);
    }

    /**
     * Asks the rules.
     *
     * @param deadline when the call closes, in the call's own zone: an age without a date is one on that day there;
     *     null while it is not known
     */
    public static Evaluation of(List<Rule> rules, Applicant applicant, ZonedDateTime deadline) {
        LocalDate day = deadline == null ? null : deadline.toLocalDate();
        List<RuleAnswer> answers =
                rules.stream().map(rule -> rule.answer(applicant, day)).toList();
        return new Evaluation(
                Answer.all(answers.stream().map(RuleAnswer::answer).toList()), answers);
    }
}
