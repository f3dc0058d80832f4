package org.yol.applications.application;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yol.applications.application.ApplicationView.HostView;
import org.yol.applications.application.ApplicationView.PlaceView;
import org.yol.applications.application.ApplicationView.StepView;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.contracts.ApplicationState;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.Page;
import org.yol.platform.web.Representation;

/**
 * Shows an application to a reader. A student never sees reviews, scores or a decision before it is published; a
 * reviewer sees their own reviews; coordinators of the programme and auditors see everything.
 */
@Component
public class ApplicationViews {

    private final Calls calls;
    private final Clock clock;

    ApplicationViews(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** The whole application as an answer, with its version as the ETag. */
    public ResponseEntity<Object> answer(Application application, Caller caller) {
        return Representation.of(application, view(application, caller));
    }

    ApplicationView view(Application application, Caller caller) {
        return view(application, calls.get(application.callId()), caller, true);
    }

    Page<ApplicationView> page(Page<Application> page, Caller caller) {
        Map<String, Call> known = calls.get(
                page.items().stream().map(Application::callId).distinct().toList());
        return page.map(application -> view(application, known.get(application.callId()), caller, false));
    }

    private ApplicationView view(Application application, Call call, Caller caller, boolean whole) {
        boolean everything = caller.is(Role.AUDITOR) || caller.is(Role.COORDINATOR, application.provider());
        boolean own = application.student().id().equals(caller.id());
        List<Review> reviews = everything
                ? application.reviews()
                : application.reviews().stream()
                        .filter(review -> !own && review.reviewer().equals(caller.id()))
                        .toList();
        return new ApplicationView(
                application.id(),
                application.version(),
                application.callId(),
                application.programmeId(),
                application.programmeTitle(),
                application.provider(),
                everything ? application.state() : application.publicState(),
                application.student(),
                whole ? application.answers() : null,
                application.choices(),
                call.places().stream()
                        .map(place -> new PlaceView(
                                place.id(),
                                new HostView(place.hostId(), place.hostName()),
                                place.level(),
                                place.seats()))
                        .toList(),
                application.documents(),
                whole ? call.documents() : null,
                call.rankAtMost(),
                call.opens().atZone(call.deadline().getZone()).toOffsetDateTime(),
                call.deadline().toOffsetDateTime(),
                call.zone(),
                whole ? call.rubric() : null,
                application.receipt(),
                whole ? timeline(application, everything) : null,
                own ? null : reviews,
                everything ? application.scores() : own ? null : Application.scores(reviews),
                everything ? application.decision() : announced(application),
                application.offer(),
                application.createdAt(),
                everything ? application.updatedAt() : application.publiclyUpdatedAt(),
                actions(application, call, caller));
    }

    private static Decision announced(Application application) {
        return application.announced() == null ? null : application.announced().withoutName();
    }

    private static List<StepView> timeline(Application application, boolean everything) {
        return application.timeline().stream()
                .filter(step -> everything || !step.internal())
                .map(step -> new StepView(step.state(), step.at(), step.by(), step.reason()))
                .toList();
    }

    private List<String> actions(Application application, Call call, Caller caller) {
        List<String> actions = new ArrayList<>();
        Instant now = clock.instant();
        ApplicationState state = application.state();
        if (Visibility.allows(caller, Role.STUDENT, application)) {
            offer(actions, "edit", state == ApplicationState.DRAFT);
            offer(actions, "submit", state == ApplicationState.DRAFT && !now.isAfter(call.closes()));
            offer(actions, "withdraw", application.isWithdrawable());
            offer(
                    actions,
                    "answer-offer",
                    state == ApplicationState.OFFERED
                            && !now.isAfter(application.offer().answerBy()));
        }
        if (Visibility.allows(caller, Role.REVIEWER, application)) {
            offer(actions, "review", application.isReviewable());
        }
        if (Visibility.allows(caller, Role.COORDINATOR, application)) {
            offer(actions, "decide", application.isDecidable());
            offer(actions, "publish-decision", application.isDecisionOpen());
        }
        return actions;
    }

    private static void offer(List<String> actions, String action, boolean allowed) {
        if (allowed) {
            actions.add(action);
        }
    }
}
