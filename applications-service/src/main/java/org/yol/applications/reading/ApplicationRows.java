package org.yol.applications.reading;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yol.applications.application.ApplicationSummary;
import org.yol.applications.application.Blindness;
import org.yol.applications.application.CallFacts.PlaceView;
import org.yol.applications.application.FormProgress;
import org.yol.applications.application.StepProgress;
import org.yol.applications.application.Visibility;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.applications.decision.Decision;
import org.yol.applications.decision.DecisionView;
import org.yol.applications.decision.Decisions;
import org.yol.applications.nomination.Nominations;
import org.yol.applications.nomination.Nominations.Nominee;
import org.yol.applications.nomination.Standing;
import org.yol.applications.person.Aliases;
import org.yol.applications.review.Panels;
import org.yol.applications.review.ReviewState;
import org.yol.applications.review.Reviews;
import org.yol.applications.review.ScoreBoard;
import org.yol.applications.review.Scores;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;

/** Adds to the applications of a list what the reader may know besides, for all of them at once. */
@Component
class ApplicationRows {

    private final Calls calls;
    private final Reviews reviews;
    private final Panels panels;
    private final ScoreBoard scores;
    private final Decisions decisions;
    private final Nominations nominations;
    private final FormProgress progress;
    private final Aliases aliases;

    ApplicationRows(
            Calls calls,
            Reviews reviews,
            Panels panels,
            ScoreBoard scores,
            Decisions decisions,
            Nominations nominations,
            FormProgress progress,
            Aliases aliases) {
        this.calls = calls;
        this.reviews = reviews;
        this.panels = panels;
        this.scores = scores;
        this.decisions = decisions;
        this.nominations = nominations;
        this.progress = progress;
        this.aliases = aliases;
    }

    List<ListedApplication> of(List<ApplicationSummary> applications, Caller caller) {
        Known known = new Known(applications, caller);
        return applications.stream().map(known::row).toList();
    }

    /** What is known of some applications. */
    private final class Known {

        private final Map<String, Call> callsById;
        private final Set<String> inFull;
        private final Map<String, Scores> scoresById;
        private final Map<String, Decision> decisionsById;
        private final Map<String, Standing> standings;
        private final Map<String, List<StepProgress>> progressById;
        private final Set<String> reviewed;
        private final Set<String> withPanel;
        private final Caller caller;
        private final boolean reviews;

        private Known(List<ApplicationSummary> items, Caller caller) {
            this.caller = caller;
            callsById = calls.get(
                    items.stream().map(application -> application.call().id()).collect(Collectors.toSet()));
            inFull = items.stream()
                    .filter(application -> Visibility.allows(caller, ApplicationListing.ALL_KNOWING, application))
                    .map(ApplicationSummary::id)
                    .collect(Collectors.toSet());
            scoresById = scores.of(inFull);
            decisionsById = decisions.find(inFull);
            standings = nominations.standings(items.stream()
                    .filter(application -> Visibility.allows(caller, ApplicationListing.RANK_KNOWING, application))
                    .map(application -> new Nominee(application.id(), application.call(), application.student()))
                    .toList());
            progressById = progress.of(items, callsById, caller);
            reviews = caller.is(Role.REVIEWER);
            reviewed = reviews ? reviewedBy(caller, items) : Set.of();
            withPanel = reviews
                    ? callsById.keySet().stream().filter(panels::isSetFor).collect(Collectors.toSet())
                    : Set.of();
        }

        private Set<String> reviewedBy(Caller caller, Collection<ApplicationSummary> items) {
            return ApplicationRows.this
                    .reviews
                    .by(caller.id(), items.stream().map(ApplicationSummary::id).toList())
                    .stream()
                    .filter(review -> review.state() == ReviewState.DONE)
                    .map(review -> review.applicationId() + " " + review.submission())
                    .collect(Collectors.toSet());
        }

        private ListedApplication row(ApplicationSummary application) {
            Optional<Call> call =
                    Optional.ofNullable(callsById.get(application.call().id()));
            boolean hidden = Blindness.hides(caller, application, call.orElse(null));
            String receipt = application.receiptId();
            Standing standing = standings.get(application.id());
            return new ListedApplication(
                    hidden ? aliases.of(application.id()) : application.id(),
                    application.call().id(),
                    application.call().programmeId(),
                    application.call().title(),
                    application.state(),
                    hidden ? null : application.student(),
                    application.form().choices(),
                    call.map(known -> ranked(application, known)).orElse(null),
                    call.map(known -> known.opening().toOffsetDateTime()).orElse(null),
                    call.map(known -> known.deadline(
                                            hidden
                                                    ? null
                                                    : application.student().country())
                                    .shown()
                                    .toOffsetDateTime())
                            .orElse(null),
                    call.map(Call::zone).orElse(null),
                    application.submittedAt(),
                    receipt,
                    reviews ? reviewed.contains(application.id() + " " + receipt) : null,
                    reviews ? withPanel.contains(application.call().id()) : null,
                    of(application, receipt, Scores::places),
                    of(application, receipt, Scores::done),
                    standing == null ? null : standing.rank(),
                    standing == null ? null : standing.verdict(),
                    Optional.ofNullable(decisionsById.get(application.id()))
                            .map(DecisionView::of)
                            .orElse(null),
                    progressById.get(application.id()),
                    application.createdAt(),
                    application.updatedAt());
        }

        /** What is reckoned of what is handed in now, by place. */
        private <V> Map<String, V> of(
                ApplicationSummary application, String receipt, Function<Scores, Map<String, V>> part) {
            if (!inFull.contains(application.id())) {
                return null;
            }
            Scores known = scoresById.get(application.id());
            return known == null || !known.submission().equals(receipt) ? Map.of() : part.apply(known);
        }
    }

    private static List<PlaceView> ranked(ApplicationSummary application, Call call) {
        return application.form().choices().stream()
                .map(placeId -> call.place(placeId).map(PlaceView::of).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }
}
