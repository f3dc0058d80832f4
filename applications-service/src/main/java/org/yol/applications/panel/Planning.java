package org.yol.applications.panel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Considered;
import org.yol.applications.application.Referees;
import org.yol.applications.call.Call;
import org.yol.applications.dossier.Education;
import org.yol.applications.dossier.PersonName;
import org.yol.applications.panel.Assignment.Given;
import org.yol.applications.panel.Conflicts.Judge;
import org.yol.applications.panel.Conflicts.Judged;
import org.yol.applications.review.Review;
import org.yol.applications.review.ReviewState;
import org.yol.applications.review.Reviews;
import org.yol.contracts.CallPublished.Place;
import org.yol.platform.document.Results;

/** Finds out what is to be assigned, from what is known of applications, reviews, referees and reviewers. */
@Component
class Planning {

    private static final int EACH_TIME = 500;

    private final Applications applications;
    private final Reviews reviews;
    private final Reviewers reviewers;
    private final Referees referees;
    private final Suspicions suspicions;
    private final Workload workload;
    private final Clock clock;

    Planning(
            Applications applications,
            Reviews reviews,
            Reviewers reviewers,
            Referees referees,
            Suspicions suspicions,
            Workload workload,
            Clock clock) {
        this.applications = applications;
        this.reviews = reviews;
        this.reviewers = reviewers;
        this.referees = referees;
        this.suspicions = suspicions;
        this.workload = workload;
        this.clock = clock;
    }

    /**
     * What is to be done so that a call's reviews are assigned.
     *
     * @param receipts of what is to be reviewed, by application
     * @param released ids of reviews that are asked for no longer
     * @param flagged what a person has to decide
     * @param barred who on the panel may not review what, by application
     * @param standing how many that are needed are assigned already
     */
    record Plan(
            Assignment assignment,
            Map<String, String> receipts,
            List<String> released,
            List<Suspicion> flagged,
            List<AssignmentRun.Exclusion> barred,
            int standing) {

        int steps() {
            return assignment.given().size() + released.size();
        }
    }

    /** @param rebalance whether what nobody has begun may move to others */
    Plan plan(Call call, Panel panel, boolean rebalance) {
        Draft draft = new Draft(call, panel, rebalance);
        for (Results<Considered> state : applications.considered(call.id())) {
            try (state) {
                for (List<Considered> some = state.next(EACH_TIME); !some.isEmpty(); some = state.next(EACH_TIME)) {
                    draft.add(some.stream().filter(Considered::isReviewable).toList());
                }
            }
        }
        return draft.plan();
    }

    /** Who may review an application at a place beside those who do, and has least to do; empty where nobody may. */
    Optional<String> another(Call call, Panel panel, Considered application, String placeId) {
        return find(call, panel, application, placeId, null);
    }

    /** Whether somebody may review an application at a place beside those who do. */
    boolean isFree(Call call, Panel panel, Considered application, String placeId, String reviewer) {
        return find(call, panel, application, placeId, reviewer).isPresent();
    }

    private Optional<String> find(Call call, Panel panel, Considered application, String placeId, String only) {
        Draft draft = new Draft(call, panel, false);
        draft.add(List.of(application));
        List<String> candidates = panel.reviewers().getOrDefault(placeId, List.of()).stream()
                .filter(reviewer -> only == null || only.equals(reviewer))
                .toList();
        Map<String, Integer> loads = candidates.stream()
                .collect(Collectors.toMap(reviewer -> reviewer, reviewer -> workload.of(call.id(), reviewer)));
        Assignment.Need need =
                new Assignment.Need(application.id(), placeId, draft.excluded.getOrDefault(placeId, Set.of()), 1);
        return Assignment.of(List.of(need), Map.of(placeId, candidates), loads).given().stream()
                .map(Given::reviewer)
                .findFirst();
    }

    /** A plan while it is made. */
    private final class Draft {

        private final Call call;
        private final boolean rebalance;
        private final Map<String, List<String>> panel;
        private final Map<String, Judge> judges = new HashMap<>();
        private final Map<String, Integer> loads = new HashMap<>();
        private final List<Assignment.Need> needs = new ArrayList<>();
        private final Map<String, String> receipts = new HashMap<>();
        private final Map<Given, String> movable = new HashMap<>();
        private final List<String> released = new ArrayList<>();
        private final List<Given> outdated = new ArrayList<>();
        private final Map<String, Suspicion> flagged = new HashMap<>();
        private final Map<String, AssignmentRun.Exclusion> barred = new TreeMap<>();
        /** Of the application that was added last, by place. */
        private final Map<String, Set<String>> excluded = new HashMap<>();

        private int standing;

        private Draft(Call call, Panel panel, boolean rebalance) {
            this.call = call;
            this.rebalance = rebalance;
            this.panel = panel.reviewers();
            reviewers.find(panel.everybody()).values().forEach(known -> judges.put(known.id(), judge(known)));
        }

        private Judge judge(Reviewer reviewer) {
            List<String> names = call.places().stream()
                    .filter(place -> place.hostId().equals(reviewer.organization()))
                    .flatMap(Draft::names)
                    .toList();
            return Judge.of(reviewer.name(), names, reviewer.organization(), reviewer.domain());
        }

        private static Stream<String> names(Place place) {
            return Stream.concat(Stream.of(place.hostName()), place.hostNames().values().stream());
        }

        void add(List<Considered> some) {
            List<String> ids = some.stream().map(Considered::id).toList();
            Map<String, List<Review>> known =
                    reviews.of(ids).stream().collect(Collectors.groupingBy(Review::applicationId));
            Map<String, Set<String>> domains = referees.domainsAsked(ids);
            Map<String, Suspicion> suspected = suspicions.of(ids);
            for (Considered application : some) {
                receipts.put(application.id(), application.receiptId());
                Judged judged = judged(application, domains.getOrDefault(application.id(), Set.of()));
                for (String placeId : application.form().choices()) {
                    if (panel.containsKey(placeId)) {
                        Set<String> conflicts = conflicts(application, placeId, judged, suspected);
                        List<Review> there = known.getOrDefault(application.id(), List.of()).stream()
                                .filter(review -> review.placeId().equals(placeId))
                                .toList();
                        add(application, placeId, conflicts, there);
                    }
                }
            }
        }

        private Judged judged(Considered application, Set<String> domains) {
            Considered.Stated stated = application.form().dossier();
            return Judged.of(
                    Stream.ofNullable(stated)
                            .flatMap(known -> Stream.of(known.passportName(), known.nativeName()))
                            .filter(Objects::nonNull)
                            .map(PersonName::family)
                            .toList(),
                    Stream.ofNullable(stated)
                            .flatMap(known -> known.education().stream())
                            .map(Education::institution)
                            .toList(),
                    application.form().homeHostId(),
                    domains);
        }

        private Set<String> conflicts(
                Considered application, String placeId, Judged judged, Map<String, Suspicion> suspected) {
            Set<String> conflicts = new TreeSet<>();
            for (String reviewer : panel.get(placeId)) {
                Judge judge = judges.get(reviewer);
                Suspicion suspicion = suspected.get(Suspicion.id(application.id(), reviewer));
                Conflicts.Kind kind = judge == null ? Conflicts.Kind.NONE : Conflicts.between(judge, judged);
                boolean open = suspicion == null
                        ? kind == Conflicts.Kind.FLAGGED
                        : suspicion.state() != Suspicion.State.DISMISSED;
                if (suspicion == null && open) {
                    Suspicion flag = Suspicion.of(call.id(), application.id(), reviewer, clock.instant());
                    flagged.put(flag.id(), flag);
                }
                if (kind == Conflicts.Kind.REFEREE) {
                    bar(application.id(), reviewer, AssignmentRun.Why.REFEREE);
                } else if (open && suspicion != null && suspicion.state() == Suspicion.State.CONFIRMED) {
                    bar(application.id(), reviewer, AssignmentRun.Why.CONFIRMED);
                }
                if (open
                        || kind == Conflicts.Kind.REFEREE
                        || reviewer.equals(application.student().id())) {
                    conflicts.add(reviewer);
                }
            }
            return conflicts;
        }

        private void add(Considered application, String placeId, Set<String> conflicts, List<Review> there) {
            Inventory known = Inventory.of(
                    there,
                    application.receiptId(),
                    conflicts,
                    new Inventory.Rules(
                            panel.get(placeId), call.selection().reviewing().reviews(), rebalance));
            there.stream()
                    .filter(review -> review.state() == ReviewState.CONFLICT)
                    .filter(review -> panel.get(placeId).contains(review.reviewer()))
                    .forEach(review -> bar(application.id(), review.reviewer(), AssignmentRun.Why.DECLARED));
            known.staying().forEach(review -> loads.merge(review.reviewer(), 1, Integer::sum));
            known.outdated().forEach(review -> outdated.add(given(review)));
            known.movable().forEach(review -> movable.put(given(review), review.id()));
            known.released().forEach(review -> released.add(review.id()));
            standing += known.counted();
            excluded.put(placeId, known.busy());
            if (known.missing() > 0) {
                needs.add(new Assignment.Need(application.id(), placeId, known.busy(), known.missing()));
            }
        }

        private void bar(String applicationId, String reviewer, AssignmentRun.Why why) {
            barred.putIfAbsent(
                    Suspicion.id(applicationId, reviewer), new AssignmentRun.Exclusion(applicationId, reviewer, why));
        }

        private static Given given(Review review) {
            return new Given(review.applicationId(), review.placeId(), review.reviewer());
        }

        Plan plan() {
            Assignment all = Assignment.of(needs, panel, loads);
            List<Given> fresh = new ArrayList<>(outdated);
            int stays = 0;
            for (Given given : all.given()) {
                if (movable.remove(given) == null) {
                    fresh.add(given);
                } else {
                    stays++;
                }
            }
            released.addAll(movable.values());
            return new Plan(
                    new Assignment(fresh, all.lacking()),
                    receipts,
                    released,
                    List.copyOf(flagged.values()),
                    List.copyOf(barred.values()),
                    standing - outdated.size() + stays);
        }
    }
}
