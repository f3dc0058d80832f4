package org.yol.applications.reading;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Application;
import org.yol.applications.application.ApplicationFacts;
import org.yol.applications.application.ApplicationView;
import org.yol.applications.application.CallFacts;
import org.yol.applications.application.Student;
import org.yol.applications.application.StudentApplication;
import org.yol.applications.application.Visibility;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.applications.decision.DecisionView;
import org.yol.applications.decision.Decisions;
import org.yol.applications.nomination.Nominations;
import org.yol.applications.nomination.Standing;
import org.yol.applications.panel.Reviewers;
import org.yol.applications.person.Aliases;
import org.yol.applications.review.Panels;
import org.yol.applications.review.Review;
import org.yol.applications.review.ReviewView;
import org.yol.applications.review.Reviews;
import org.yol.applications.review.Scores;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;

/** Shows an application to a reader, in the role in which they may see most of it. */
@Component
class ApplicationViews {

    private final Calls calls;
    private final Reviews reviews;
    private final Reviewers reviewers;
    private final Panels panels;
    private final Decisions decisions;
    private final Nominations nominations;
    private final Aliases aliases;
    private final Clock clock;

    ApplicationViews(
            Calls calls,
            Reviews reviews,
            Reviewers reviewers,
            Panels panels,
            Decisions decisions,
            Nominations nominations,
            Aliases aliases,
            Clock clock) {
        this.calls = calls;
        this.reviews = reviews;
        this.reviewers = reviewers;
        this.panels = panels;
        this.decisions = decisions;
        this.nominations = nominations;
        this.aliases = aliases;
        this.clock = clock;
    }

    ApplicationView view(Application application, Caller caller) {
        Call call = calls.recent(application.call().id()).orElse(null);
        if (Visibility.allows(caller, Role.STUDENT, application)) {
            return StudentApplication.of(application, call, clock.instant());
        }
        boolean coordinates = Visibility.allows(caller, Role.COORDINATOR, application);
        if (coordinates || Visibility.allows(caller, Role.AUDITOR, application)) {
            return coordinator(application, call, coordinates);
        }
        return Visibility.allows(caller, Role.REVIEWER, application)
                ? reviewer(application, call, caller)
                : new AuthorityApplication(
                        ApplicationFacts.of(application),
                        CallFacts.of(call, application.student()),
                        application.life().announcement());
    }

    private CoordinatorApplication coordinator(Application application, Call call, boolean coordinates) {
        List<Review> all = reviews.of(application);
        DecisionView decision =
                decisions.find(application.id()).map(DecisionView::of).orElse(null);
        List<String> actions = new ArrayList<>();
        if (coordinates && application.isReturnable()) {
            actions.add("return");
        }
        if (coordinates && application.isDecidable() && call != null) {
            if (decision == null || decision.mayBeChanged()) {
                actions.add("decide");
            }
            if (decision != null && decision.mayBePublished()) {
                actions.add("publish-decision");
            }
        }
        if (coordinates && application.isAwardable()) {
            actions.add("award");
        }
        if (coordinates && application.isCompletable()) {
            actions.add("complete");
        }
        return new CoordinatorApplication(
                ApplicationFacts.of(application),
                CallFacts.of(call, application.student()),
                decision,
                nominations.standing(application).map(Standing::rank).orElse(null),
                all.stream().map(ReviewView::of).toList(),
                reviewers.names(all.stream().map(Review::reviewer).collect(Collectors.toSet())),
                Scores.at(all),
                actions);
    }

    private ReviewerApplication reviewer(Application application, Call call, Caller caller) {
        List<Review> own = reviews.of(application).stream()
                .filter(review -> review.reviewer().equals(caller.id()))
                .toList();
        boolean blind = application.student().lacksName();
        return new ReviewerApplication(
                blind,
                blind
                        ? ApplicationFacts.of(application, aliases.of(application.id()))
                        : ApplicationFacts.of(application),
                // A deadline that was moved for some tells of which country somebody is.
                CallFacts.of(call, blind ? new Student(null, null, null) : application.student()),
                application.life().announcement(),
                own.stream().map(ReviewView::of).toList(),
                Scores.at(own),
                call != null && application.isReviewable() && isAsked(own, call) ? List.of("review") : List.of());
    }

    private boolean isAsked(List<Review> own, Call call) {
        return own.stream().anyMatch(review -> review.state().stands()) || !panels.isSetFor(call.id());
    }
}
