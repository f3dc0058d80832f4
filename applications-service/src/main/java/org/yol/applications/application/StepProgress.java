package org.yol.applications.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yol.applications.call.Call;
import org.yol.applications.dossier.Particulars;

/**
 * How much of a step of the form is there: the count that the form itself shows while it is filled in. That something
 * is there does not mean that it is right, which {@link SubmissionRules} say.
 *
 * @param given 0 to {@code of}
 * @param of how much the step asks for, 0 or more
 */
public record StepProgress(Step step, int given, int of) {

    /** The steps, in the order of the form. */
    public enum Step {
        @JsonProperty("dossier")
        DOSSIER,
        @JsonProperty("answers")
        ANSWERS,
        @JsonProperty("choices")
        CHOICES,
        @JsonProperty("documents")
        DOCUMENTS,
        /** Only where a call asks for one. */
        @JsonProperty("team")
        TEAM,
        /** Only where a call asks for some; whoever is asked counts, though no letter has come. */
        @JsonProperty("references")
        REFERENCES
    }

    /**
     * Of each step that a call asks for.
     *
     * @param dossier as it is now
     * @param referees how many are asked, 0 or more
     */
    static List<StepProgress> of(Form form, Particulars dossier, int referees, Call call) {
        List<StepProgress> steps = new ArrayList<>();
        steps.add(new StepProgress(Step.DOSSIER, dossier.requiredPartsGiven(), Particulars.REQUIRED_PARTS));
        List<String> answers = Stream.of(
                        form.answers().motivation(), form.answers().studyPlan())
                .toList();
        long answered = answers.stream()
                .filter(answer -> !SubmissionRules.isBlank(answer))
                .count();
        steps.add(new StepProgress(Step.ANSWERS, (int) answered, answers.size()));
        steps.add(atMost(Step.CHOICES, form.choices().size(), 1));
        Set<String> attached =
                form.documents().stream().map(AttachedDocument::kind).collect(Collectors.toSet());
        long there = call.documents().stream().filter(attached::contains).count();
        steps.add(new StepProgress(Step.DOCUMENTS, (int) there, call.documents().size()));
        if (call.team() != null) {
            steps.add(atMost(Step.TEAM, form.members().size(), call.team().membersAtLeast()));
        }
        if (call.references() > 0) {
            steps.add(atMost(Step.REFERENCES, referees, call.references()));
        }
        return List.copyOf(steps);
    }

    private static StepProgress atMost(Step step, int given, int of) {
        return new StepProgress(step, Math.min(given, of), of);
    }
}
