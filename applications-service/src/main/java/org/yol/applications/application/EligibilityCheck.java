package org.yol.applications.application;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yol.applications.call.Call;
import org.yol.contracts.EligibilityRule;
import org.yol.eligibility.Answer;
import org.yol.eligibility.Applicant;
import org.yol.eligibility.EligibilityWords;
import org.yol.eligibility.Evaluation;
import org.yol.eligibility.Rule;
import org.yol.eligibility.RuleAnswer;
import org.yol.eligibility.RuleReading;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Localized;
import org.yol.platform.problem.Refused;

/** Whether somebody may apply, by what is known here. What is not known refuses nobody: people look at it later. */
final class EligibilityCheck {

    private EligibilityCheck() {}

    /**
     * What keeps somebody from beginning: their citizenship alone, since all else can still be corrected.
     *
     * @param further citizenships that the student has stated besides that of the account
     */
    static Applicant known(Student student, List<String> further) {
        Set<String> all = Stream.concat(Stream.ofNullable(student.country()), further.stream())
                .collect(Collectors.toSet());
        return Applicant.UNKNOWN.withCitizenships(all.isEmpty() ? null : all);
    }

    /** @throws Refused not-eligible, with every rule that is not met and why */
    static void refuse(Call call, Applicant applicant) {
        List<RuleAnswer> answers = evaluation(call, applicant).rules();
        List<FieldError> errors = new ArrayList<>();
        for (int index = 0; index < answers.size(); index++) {
            RuleAnswer answer = answers.get(index);
            if (answer.answer() == Answer.NOT_MET) {
                Localized words = reader -> EligibilityWords.in(reader).refusal(answer);
                String rule = index < call.eligibility().size() ? "/eligibility/" + index : "/origins";
                errors.add(FieldError.of(rule, "eligibility.not-met", words));
            }
        }
        if (!errors.isEmpty()) {
            throw Refused.because(ApplicationProblem.NOT_ELIGIBLE, errors);
        }
    }

    /** What the rules of a call say, in their order; the last may be that of the programme's countries. */
    static Evaluation evaluation(Call call, Applicant applicant) {
        return Evaluation.of(rules(call), applicant, call.closes().atZone(ZoneId.of(call.zone())));
    }

    /** Whether all of these rules are met for sure. */
    static boolean isMet(List<EligibilityRule> rules, Call call, Applicant applicant) {
        return Evaluation.of(RuleReading.rules(rules), applicant, call.closes().atZone(call.zoneId())).rules().stream()
                .allMatch(answer -> answer.answer() == Answer.MET);
    }

    /** Where no rule speaks of citizenship, the programme does. */
    private static List<Rule> rules(Call call) {
        List<Rule> rules = RuleReading.rules(call.eligibility());
        return hasRuleOfCitizenship(call)
                ? rules
                : Stream.concat(rules.stream(), Stream.of(Rule.citizenOf(call.origins())))
                        .toList();
    }

    /** Whether the call states whose citizens it is for by a rule. */
    static boolean hasRuleOfCitizenship(Call call) {
        return call.eligibility().stream().anyMatch(rule -> rule.citizenship() != null);
    }
}
