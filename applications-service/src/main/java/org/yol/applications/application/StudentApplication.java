package org.yol.applications.application;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yol.applications.call.Call;
import org.yol.applications.filling.Limits;
import org.yol.contracts.ApplicationState;

/**
 * An application as its student sees it.
 *
 * @param decision what was announced; null before
 * @param correction what the student writes instead of what is handed in; null without one
 * @param actions what the student may do with it now: {@code edit}, {@code submit}, {@code correct},
 *     {@code discard-correction}, {@code withdraw}, {@code start-again}, {@code answer-offer}
 * @param limits of the texts of a draft in characters of UTF-16, by fields such as {@code answers.motivation}
 * @param refused the fields that this request did not change, and why, in the reader's language
 */
public record StudentApplication(
        @JsonUnwrapped ApplicationFacts facts,
        @JsonUnwrapped CallFacts call,
        Announcement decision,
        CorrectionView correction,
        List<String> actions,
        List<Map<String, String>> refused,
        Map<String, Integer> limits)
        implements ApplicationView {

    private static final Map<String, Integer> LIMITS = Limits.of(DraftForm.class);

    /** A correction that is begun, as far as it is written; its parts are named as those of the application. */
    public record CorrectionView(
            Answers answers, List<String> choices, List<AttachedDocument> documents, List<TeamMember> team) {

        private static CorrectionView of(Form form) {
            return form == null
                    ? null
                    : new CorrectionView(
                            form.answers(),
                            form.choices(),
                            form.documents(),
                            form.team() == null ? null : form.members());
        }
    }

    /**
     * The view of an application.
     *
     * @param call null while this service has not heard of it: what comes from it is left out
     */
    public static StudentApplication of(Application application, Call call, Instant now) {
        return new StudentApplication(
                ApplicationFacts.ofOwn(application),
                CallFacts.of(call, application.student()),
                application.life().announcement(),
                CorrectionView.of(application.correction()),
                actions(application, call, now),
                List.of(),
                LIMITS);
    }

    /** The same, naming fields that were not changed. */
    StudentApplication refusing(List<Map<String, String>> fields) {
        return new StudentApplication(facts, call, decision, correction, actions, fields, limits);
    }

    private static List<String> actions(Application application, Call call, Instant now) {
        boolean open =
                call != null && !call.deadline(application.student().country()).hasPassed(now);
        boolean draft = application.state() == ApplicationState.DRAFT;
        boolean correctable = call != null && application.isCorrectable(call, now);
        boolean correcting = correctable && application.correction() != null;
        List<String> actions = new ArrayList<>();
        offer(actions, "edit", draft && call != null || correcting);
        offer(actions, "submit", draft && open || correcting);
        offer(actions, "correct", correctable && !correcting);
        offer(actions, "discard-correction", application.correction() != null);
        offer(actions, "withdraw", application.isWithdrawable());
        offer(actions, "start-again", application.isRestartable() && open);
        offer(
                actions,
                "answer-offer",
                application.state() == ApplicationState.OFFERED
                        && !now.isAfter(application.offer().answerBy()));
        return actions;
    }

    private static void offer(List<String> actions, String action, boolean allowed) {
        if (allowed) {
            actions.add(action);
        }
    }
}
