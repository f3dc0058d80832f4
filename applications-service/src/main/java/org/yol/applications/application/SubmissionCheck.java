package org.yol.applications.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yol.applications.call.Call;
import org.yol.contracts.EligibilityRule;
import org.yol.eligibility.Answer;
import org.yol.eligibility.EligibilityWords;
import org.yol.eligibility.Evaluation;
import org.yol.eligibility.Missing;
import org.yol.eligibility.RuleAnswer;

/**
 * What would become of a draft if it were submitted now, with the dossier as it is.
 *
 * @param dossierVersion of the dossier that was looked at
 * @param faults what keeps it from being submitted, by pointers, in the reader's language
 * @param answer of all rules of the call together
 * @param rules what each says
 */
record SubmissionCheck(long dossierVersion, List<Map<String, String>> faults, Answer answer, List<RuleView> rules) {

    /**
     * What one rule says.
     *
     * @param rule null for that of the programme's countries
     * @param requirement what it asks, in the reader's language
     * @param reason what of the student it was compared with, in the reader's language; empty where nothing is known
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

    static SubmissionCheck of(
            long dossierVersion, List<Map<String, String>> faults, Evaluation evaluation, Call call, Locale reader) {
        EligibilityWords words = EligibilityWords.in(reader);
        List<RuleView> rules = new ArrayList<>();
        for (int index = 0; index < evaluation.rules().size(); index++) {
            RuleAnswer answer = evaluation.rules().get(index);
            rules.add(new RuleView(
                    index < call.eligibility().size() ? call.eligibility().get(index) : null,
                    answer.answer(),
                    words.requirement(answer.requirement()),
                    words.reason(answer),
                    answer.missing(),
                    words.missing(answer)));
        }
        return new SubmissionCheck(dossierVersion, faults, evaluation.answer(), rules);
    }
}
