package org.yol.applications.panel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.applications.pace.SomeAtOnce;
import org.yol.applications.panel.Assignment.Given;
import org.yol.applications.panel.Planning.Plan;
import org.yol.applications.review.Review;
import org.yol.applications.review.Reviews;
import org.yol.contracts.ReviewNotice;
import org.yol.contracts.ReviewsWanted;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.Change;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.due.Claim;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;

/**
 * Assigns the reviews of a call, some at a time. What a crash leaves is found out anew from what is assigned by then,
 * and so is what was assigned twice by two who were at it in the same moment.
 */
@Component
class Assigning {

    private static final Duration LEASE = Duration.ofMinutes(2);

    /** Left of the lease when somebody goes on with the rest: some reviews take much less. */
    private static final Duration IN_HAND = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Milliseconds within which reviews are given an instant at random, in whose order they stand in a queue. */
    private static final int APART = 10_000;

    /** Written between two looks at whether it is still for this process to do. */
    private static final int EACH_TIME = 500;

    private final AggregateCollection<AssignmentRun> runs;
    private final DueWork assigning;
    private final CallPanels panels;
    private final Planning planning;
    private final Reviews reviews;
    private final Suspicions suspicions;
    private final Workload workload;
    private final Calls calls;
    private final Clock clock;

    Assigning(
            AggregateCollections collections,
            CallPanels panels,
            Planning planning,
            Reviews reviews,
            Suspicions suspicions,
            Workload workload,
            Calls calls,
            Clock clock) {
        this.runs = collections.open("assignment-runs", AssignmentRun.class, List.of());
        this.panels = panels;
        this.planning = planning;
        this.reviews = reviews;
        this.suspicions = suspicions;
        this.workload = workload;
        this.calls = calls;
        this.clock = clock;
        this.assigning = runs.work(
                new WorkPlan(
                        AssignmentRun.ASSIGNING,
                        LEASE,
                        2,
                        PAUSE,
                        Duration.ofMinutes(1),
                        Integer.MAX_VALUE,
                        Duration.ofSeconds(1)),
                this::assign);
    }

    /** How far the assignment of a call is. */
    AssignmentRun of(String callId) {
        return runs.find(callId).orElseGet(() -> AssignmentRun.none(callId));
    }

    /** Has it done. */
    AssignmentRun ask(
            String callId, RequestIdentity request, Function<AssignmentRun, Change<AssignmentRun>> operation) {
        runs.begin(AssignmentRun.none(callId), RequestIdentity.ofCause("assignment of a call", callId));
        AssignmentRun asked = runs.change(callId, request, operation);
        assigning.nudge(callId);
        return asked;
    }

    private Outcome assign(AssignmentRun run, Claim claim) {
        Optional<Call> call = calls.find(run.id());
        Optional<Panel> panel = panels.find(run.id());
        if (call.isEmpty() || panel.isEmpty()) {
            return Outcome.again(clock.instant().plus(PAUSE));
        }
        // What is planned a second time is what somebody else has changed meanwhile.
        Plan plan = planning.plan(call.get(), panel.get(), run.rebalance());
        plan.flagged().forEach(suspicions::flag);
        int all = plan.standing() + plan.assignment().given().size();
        List<Supplier<Review>> steps = steps(plan, call.get());
        for (int next = 0; next < steps.size(); next += EACH_TIME) {
            if (clock.instant().isAfter(claim.until().minus(IN_HAND))) {
                return Outcome.again(clock.instant());
            }
            int assigned = Math.max(0, next - plan.released().size());
            if (runs.change(claim, current -> current.come(plan.standing() + assigned, all))
                    .isEmpty()) {
                return Outcome.WRITTEN;
            }
            SomeAtOnce.each(steps.subList(next, Math.min(next + EACH_TIME, steps.size())), Supplier::get);
        }
        if (plan.steps() > 0) {
            return Outcome.again(clock.instant());
        }
        List<AssignmentRun.Problem> problems = plan.assignment().lacking().stream()
                .map(lack -> new AssignmentRun.Problem(lack.applicationId(), lack.placeId(), lack.missing()))
                .toList();
        ReviewsWanted wanted = new ReviewsWanted(
                run.id(),
                call.get().title(),
                ReviewNotice.ASSIGNED,
                panel.get().dueBy(),
                workload.assignedSince(run.at(), run.id(), panel.get().everybody()));
        runs.change(claim, current -> current.finished(all, problems, plan.barred(), wanted, clock.instant()));
        return Outcome.WRITTEN;
    }

    private List<Supplier<Review>> steps(Plan plan, Call call) {
        Instant now = clock.instant();
        List<Supplier<Review>> steps = new ArrayList<>();
        plan.released().forEach(id -> steps.add(() -> reviews.change(id, Review::release)));
        for (Given given : plan.assignment().given()) {
            Review blank = Review.of(call.id(), given.applicationId(), given.placeId(), given.reviewer());
            String receipt = plan.receipts().get(given.applicationId());
            // Those of one moment would stand in the order of their ids, which begin with a country.
            Instant at = now.plusMillis(ThreadLocalRandom.current().nextInt(APART));
            steps.add(() -> reviews.assign(blank, review -> review.assign(receipt, null, at)));
        }
        return steps;
    }
}
