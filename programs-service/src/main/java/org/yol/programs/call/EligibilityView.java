package org.yol.programs.call;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.yol.contracts.EligibilityRule;
import org.yol.eligibility.Answer;
import org.yol.eligibility.EligibilityWords;
import org.yol.eligibility.Evaluation;
import org.yol.eligibility.Missing;
import org.yol.eligibility.RuleAnswer;

/**
 * What the rules of a call say of somebody.
 *
 * @param answer met only if every rule is, not-met if any is not, else unknown
 * @param categories those of the call that state rules of their own
 */
record EligibilityView(Answer answer, List<RuleView> rules, List<CategoryView> categories) {

    /**
     * Whether somebody belongs to those for whom seats may be kept.
     *
     * @param id keyword of the category
     * @param answer of its own rules alone
     */
    record CategoryView(String id, Answer answer, List<RuleView> rules) {}

    /**
     * What one rule says.
     *
     * @param requirement what the rule asks, in the reader's language
     * @param reason what of the person it was compared with, in the reader's language; empty where nothing is known
     * @param missing what would have to be known
     * @param missingText the same in the reader's language; empty where nothing is missing
     */
    record RuleView(
            EligibilityRule rule,
            Answer answer,
            String requirement,
            String reason,
            List<Missing> missing,
            String missingText) {}

    /** @param evaluating answers rules for that somebody */
    static EligibilityView of(
            Terms terms, Function<List<EligibilityRule>, Evaluation> evaluating, EligibilityWords words) {
        Evaluation whole = evaluating.apply(terms.eligibility());
        return new EligibilityView(
                whole.answer(),
                rules(whole, terms.eligibility(), words),
                terms.particulars().categories().stream()
                        .filter(category -> !category.eligibility().isEmpty())
                        .map(category -> {
                            Evaluation own = evaluating.apply(category.eligibility());
                            return new CategoryView(
                                    category.id(), own.answer(), rules(own, category.eligibility(), words));
                        })
                        .toList());
    }

    private static List<RuleView> rules(Evaluation evaluation, List<EligibilityRule> stated, EligibilityWords words) {
        List<RuleView> rules = new ArrayList<>();
        for (int index = 0; index < stated.size(); index++) {
            RuleAnswer answer = evaluation.rules().get(index);
            rules.add(new RuleView(
                    stated.get(index),
                    answer.answer(),
                    words.requirement(answer.requirement()),
                    words.reason(answer),
                    answer.missing(),
                    words.missing(answer)));
        }
        return rules;
    }
}
