package org.yol.applications.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yol.applications.call.Call;
import org.yol.applications.dossier.ParticularsRules;
import org.yol.contracts.Deadline;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;
import org.yol.platform.text.VisibleText;

/** When an application may be handed in, and what a form must hold. Everything that is wrong is said at once. */
final class SubmissionRules {

    private SubmissionRules() {}

    /** What even a draft may not hold. */
    static List<FieldError> choiceErrors(List<String> choices, Call call) {
        List<FieldError> errors = new ArrayList<>();
        if (choices.size() > call.rankAtMost()) {
            errors.add(FieldError.of("/choices", "choices.too-many", call.rankAtMost()));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < choices.size(); i++) {
            if (call.place(choices.get(i)).isEmpty()) {
                errors.add(FieldError.of("/choices/" + i, "choices.unknown"));
            } else if (!seen.add(choices.get(i))) {
                errors.add(FieldError.of("/choices/" + i, "choices.twice"));
            }
        }
        return errors;
    }

    /** @throws Refused not-open-yet, deadline-passed */
    static void refuseOutsideOf(Call call, Student student, Instant now) {
        if (now.isBefore(call.opens())) {
            throw new Refused(ApplicationProblem.NOT_OPEN_YET, call.opening());
        }
        Deadline deadline = call.deadline(student.country());
        if (deadline.hasPassed(now)) {
            throw new Refused(ApplicationProblem.DEADLINE_PASSED, deadline.shown());
        }
    }

    /** @throws Refused field-errors with all that keeps the form from being submitted */
    static void refuseIncomplete(Form form, List<AskedReferee> referees, Call call, Instant now) {
        List<FieldError> errors = submissionErrors(form, referees, call, now);
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
    }

    /** The day it is where it is latest: nobody is told that today has not come yet. */
    static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.MAX);
    }

    /** What keeps an application from being submitted. */
    static List<FieldError> submissionErrors(Form form, List<AskedReferee> referees, Call call, Instant now) {
        List<FieldError> errors = new ArrayList<>(ParticularsRules.submissionErrors(form.dossier(), today(now)));
        Answers answers = form.answers();
        required(errors, "motivation", answers.motivation());
        required(errors, "studyPlan", answers.studyPlan());
        if (form.choices().isEmpty()) {
            errors.add(FieldError.of("/choices", "choices.none"));
        }
        errors.addAll(choiceErrors(form.choices(), call));
        Set<String> attached =
                form.documents().stream().map(AttachedDocument::kind).collect(Collectors.toSet());
        call.documents().stream()
                .filter(kind -> !attached.contains(kind))
                .forEach(kind -> errors.add(FieldError.of("/documents/" + kind, "document.missing")));
        if (call.team() != null) {
            errors.addAll(TeamRules.errors(form.members(), call.team()));
        }
        // Asked is enough: what they write may come until references close.
        if (referees.size() < call.references()) {
            errors.add(FieldError.of("/references", "references.too-few", call.references()));
        }
        return errors;
    }

    private static void required(List<FieldError> errors, String name, String answer) {
        if (isBlank(answer)) {
            errors.add(FieldError.of("/answers/" + name, "answer.missing"));
        }
    }

    static boolean isBlank(String answer) {
        return VisibleText.isBlank(answer);
    }
}
