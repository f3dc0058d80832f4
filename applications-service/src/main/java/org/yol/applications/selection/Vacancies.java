package org.yol.applications.selection;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Outcome;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.applications.decision.Allotment;
import org.yol.applications.decision.Decisions;
import org.yol.applications.decision.OfferTime;
import org.yol.applications.place.Places;
import org.yol.applications.place.SeatsFreed;
import org.yol.applications.selection.CallSelection.Follower;
import org.yol.applications.selection.SelectionInput.InputApplicant;
import org.yol.applications.selection.SelectionInput.InputPlace;
import org.yol.contracts.ApplicationState;
import org.yol.platform.document.Change;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.due.Claim;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.WorkPlan;

/**
 * Offers what has become free to whoever is next: in the strict order of the place, members of a category before others
 * where the seat was reserved for it. Somebody who has been offered less than that and has not answered is next too,
 * and what they had goes on in the same way; nobody loses what they hold.
 */
@Component
class Vacancies {

    private static final int AT_ONCE = 50;

    private final SelectionRuns runs;
    private final Records records;
    private final Lots lots;
    private final Applications applications;
    private final Decisions decisions;
    private final Places places;
    private final Calls calls;
    private final OfferTime time;
    private final Clock clock;
    private final DueWork filling;

    Vacancies(
            SelectionRuns runs,
            Records records,
            Lots lots,
            Applications applications,
            Decisions decisions,
            Places places,
            Calls calls,
            OfferTime time,
            Clock clock) {
        this.runs = runs;
        this.records = records;
        this.lots = lots;
        this.applications = applications;
        this.decisions = decisions;
        this.places = places;
        this.calls = calls;
        this.time = time;
        this.clock = clock;
        this.filling = runs.decisive().work(WorkPlan.of(CallSelection.FILLING), this::fill);
    }

    @EventListener
    void on(SeatsFreed freed) {
        if (runs.decisive().find(freed.callId()).isPresent()) {
            look(freed.callId());
        }
    }

    /** Something may be free. */
    void look(String callId) {
        runs.decisive().change(callId, call -> call.freed(clock.instant()));
        filling.performNow(callId);
    }

    /** Somebody who is next. */
    private record Next(Application application, InputApplicant applicant, String place, String seat) {

        /** The strict order, the best first. */
        private static final Comparator<Next> STRICT = Comparator.comparing(Next::score)
                .reversed()
                .thenComparing(next -> next.applicant().lottery());

        private BigDecimal score() {
            return applicant.choices().stream()
                    .filter(choice -> choice.place().equals(place))
                    .map(choice -> new BigDecimal(choice.score()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private org.yol.platform.due.Outcome fill(CallSelection selection, Claim claim) {
        Optional<SelectionRun> run =
                runs.deciding(selection.id()).filter(decides -> decides.state() == SelectionRun.State.PUBLISHED);
        if (run.isEmpty()) {
            return org.yol.platform.due.Outcome.DONE;
        }
        Set<String> tried = new HashSet<>();
        CallSelection known = selection;
        for (Optional<Next> next = next(known, run.get(), tried);
                next.isPresent();
                next = next(known, run.get(), tried)) {
            tried.add(next.get().application().id() + " " + next.get().place());
            Next follower = next.get();
            if (offer(follower, run.get())) {
                Optional<CallSelection> written = runs.decisive()
                        .change(
                                claim,
                                current -> Change.silent(current.with(new Follower(
                                        follower.applicant().number(),
                                        follower.place(),
                                        follower.seat(),
                                        clock.instant()))));
                if (written.isEmpty()) {
                    return org.yol.platform.due.Outcome.WRITTEN;
                }
                known = written.get();
            }
        }
        return org.yol.platform.due.Outcome.DONE;
    }

    private boolean offer(Next next, SelectionRun run) {
        Instant now = clock.instant();
        Instant usual = time.usual(run.callId(), now);
        Instant stated = run.publication().answerBy();
        return decisions.allot(
                next.application(),
                new Allotment(
                        Outcome.SELECTED,
                        next.place(),
                        run.publication().by(),
                        now,
                        stated.isAfter(usual) ? stated : usual),
                RequestIdentity.ofCause("vacancy", run.id(), next.application().id(), next.place()));
    }

    /** Whoever is first by the strict order among those who are next at each place that has a seat. */
    private Optional<Next> next(CallSelection selection, SelectionRun run, Set<String> tried) {
        Call call = calls.get(run.callId());
        PublishedRecord published = records.of(run.files());
        Map<String, String> numbers = lots.of(call.id()).orElseThrow().numbers();
        Map<String, String> applicationOf = lots.of(call.id()).orElseThrow().applications();
        return published.input().places().stream()
                .filter(place -> hasSeat(call, place.id()))
                .flatMap(place -> next(
                        place, kinds(place, selection, published, call, numbers), published, run, applicationOf, tried)
                        .stream())
                .min(Next.STRICT);
    }

    private boolean hasSeat(Call call, String place) {
        int seats = call.place(place).map(found -> found.seats()).orElse(0);
        return places.held(call.id(), place).size() < seats
                && call.selection().caps().stream()
                        .filter(cap -> cap.places().contains(place))
                        .allMatch(cap -> places.heldBy(call.id(), cap.id()) < cap.seats());
    }

    /** How many of each kind of seat of a place are taken now. */
    private Map<String, Integer> kinds(
            InputPlace place,
            CallSelection selection,
            PublishedRecord published,
            Call call,
            Map<String, String> numbers) {
        Map<String, Integer> taken = new HashMap<>();
        for (String application : places.held(call.id(), place.id())) {
            String number = numbers.get(application);
            String seat = selection.followers().stream()
                    .filter(follower ->
                            follower.number().equals(number) && follower.place().equals(place.id()))
                    .map(Follower::seat)
                    .reduce((_, last) -> last)
                    .or(() -> published
                            .allotted(String.valueOf(number))
                            .filter(got -> got.place().equals(place.id()))
                            .map(PublishedRecord.Allotted::seat))
                    .orElse(SelectionResult.OPEN);
            taken.merge(seat, 1, Integer::sum);
        }
        return taken;
    }

    private Optional<Next> next(
            InputPlace place,
            Map<String, Integer> taken,
            PublishedRecord published,
            SelectionRun run,
            Map<String, String> applicationOf,
            Set<String> tried) {
        List<String> reserve = published.reserve(place.id(), run.publication().reserveAtMost());
        int reserved =
                place.reserves().values().stream().mapToInt(Integer::intValue).sum();
        if (taken.getOrDefault(SelectionResult.OPEN, 0) >= place.seats() - reserved) {
            for (String category : published.input().categories()) {
                if (taken.getOrDefault(category, 0) < place.reserves().getOrDefault(category, 0)) {
                    Optional<Next> member = first(
                            reserve.stream()
                                    .filter(number -> published
                                            .applicant(number)
                                            .filter(applicant ->
                                                    applicant.categories().contains(category))
                                            .isPresent())
                                    .toList(),
                            place.id(),
                            category,
                            published,
                            applicationOf,
                            tried);
                    if (member.isPresent()) {
                        return member;
                    }
                }
            }
            return first(reserve, place.id(), SelectionResult.LEFT_OVER, published, applicationOf, tried);
        }
        return first(reserve, place.id(), SelectionResult.OPEN, published, applicationOf, tried);
    }

    private Optional<Next> first(
            List<String> inOrder,
            String place,
            String seat,
            PublishedRecord published,
            Map<String, String> applicationOf,
            Set<String> tried) {
        for (int from = 0; from < inOrder.size(); from += AT_ONCE) {
            List<String> some = inOrder.subList(from, Math.min(inOrder.size(), from + AT_ONCE));
            Map<String, Application> found =
                    applications.find(some.stream().map(applicationOf::get).toList());
            for (String number : some) {
                Application application = found.get(applicationOf.get(number));
                if (application != null
                        && !tried.contains(application.id() + " " + place)
                        && mayFollow(application, place)) {
                    return Optional.of(
                            new Next(application, published.applicant(number).orElseThrow(), place, seat));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean mayFollow(Application application, String place) {
        return application.state() == ApplicationState.RESERVE
                || application.state() == ApplicationState.OFFERED && application.prefers(place);
    }
}
