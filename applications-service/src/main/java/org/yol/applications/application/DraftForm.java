package org.yol.applications.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.yol.applications.call.Call;
import org.yol.platform.problem.FieldError;

/**
 * What a student writes into a draft.
 *
 * @param choices ids of the ranked places, the most wanted first
 * @param team null leaves it as it is
 */
record DraftForm(
        @NotNull @Valid Answers answers,
        @NotNull @Size(max = 100) List<@Size(max = 100) String> choices,
        @Valid @Size(max = 50) List<TeamMember> team) {

    DraftForm {
        choices = known(choices);
        team = known(team);
    }

    private static <T> List<T> known(List<T> all) {
        return all == null ? null : all.stream().filter(Objects::nonNull).toList();
    }

    static DraftForm of(Form form) {
        return new DraftForm(form.answers(), form.choices(), form.team() == null ? null : form.members());
    }

    /** What even a draft may not hold. */
    List<FieldError> errors(Call call) {
        List<FieldError> errors =
                new ArrayList<>(SubmissionRules.choiceErrors(Objects.requireNonNullElse(choices, List.of()), call));
        if (call.team() == null && team != null && !team.isEmpty()) {
            errors.add(FieldError.of("/team", "team.not-asked"));
        }
        return errors;
    }

    Form in(Form form, Call call) {
        Form written = form.with(answers, choices, call);
        return team == null ? written : written.with(team);
    }
}
