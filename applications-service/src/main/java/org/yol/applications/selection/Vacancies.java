package org.yol.applications.selection;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
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
import org.yol.applications.selection.PublishedRecord.Allotted;
import org.yol.applications.selection.ReserveLists.Next;
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

    private org.yol.platform.due.Outcome fill(CallSelection selection, Claim claim) {
        Optional<SelectionRun> decides =
                runs.deciding(selection.id()).filter(run -> run.state() == SelectionRun.State.PUBLISHED);
        if (decides.isEmpty()) {
            return org.yol.platform.due.Outcome.DONE;
        }
        SelectionRun run = decides.get();
        PublishedRecord published = records.of(run.files());
        Draw draw = lots.of(run.callId()).orElseThrow();
        ReserveLists lists = new ReserveLists(published, draw, run.publication().reserveAtMost(), applications);
        CallSelection known = selection;
        for (Optional<Next> next = next(lists, published, draw, known);
                next.isPresent();
                next = next(lists, published, draw, known)) {
            Next follower = next.get();
            lists.named(follower);
            // Before the offer: a seat that is held but not noted would count as one that is open to all.
            Optional<CallSelection> noted =
                    runs.decisive().change(claim, current -> Change.silent(current.with(follower(follower))));
            if (noted.isEmpty()) {
                return org.yol.platform.due.Outcome.WRITTEN;
            }
            known = noted.get();
            offer(follower, run);
        }
        return org.yol.platform.due.Outcome.DONE;
    }

    private Follower follower(Next next) {
        return new Follower(next.applicant().number(), next.place(), next.seat(), clock.instant());
    }

    private void offer(Next next, SelectionRun run) {
        Instant now = clock.instant();
        Instant usual = time.usual(run.callId(), now);
        Instant stated = run.publication().answerBy();
        decisions.allot(
                next.application(),
                new Allotment(
                        Outcome.SELECTED,
                        next.place(),
                        run.id(),
                        run.publication().by(),
                        now,
                        stated.isAfter(usual) ? stated : usual),
                RequestIdentity.ofCause("vacancy", run.id(), next.application().id(), next.place()));
    }

    /** Whoever is first by the strict order among those who are next at each place that has a seat. */
    private Optional<Next> next(ReserveLists lists, PublishedRecord published, Draw draw, CallSelection selection) {
        Call call = calls.get(selection.id());
        return published.input().places().stream()
                .filter(place -> places.free(call, place.id()) > 0)
                .flatMap(place -> lists.next(place, taken(place.id(), published, draw, selection)).stream())
                .min(Next.STRICT);
    }

    /** How many of each kind of seat of a place are taken now. */
    private Map<String, Integer> taken(String place, PublishedRecord published, Draw draw, CallSelection selection) {
        Map<String, String> followed = new HashMap<>();
        selection.followers().stream()
                .filter(follower -> follower.place().equals(place))
                .forEach(follower -> followed.put(follower.number(), follower.seat()));
        Map<String, Integer> taken = new HashMap<>();
        for (String application : places.held(selection.id(), place)) {
            String number = draw.numbers().getOrDefault(application, "");
            String seat = Optional.ofNullable(followed.get(number))
                    .or(() -> published
                            .allotted(number)
                            .filter(got -> got.place().equals(place))
                            .map(Allotted::seat))
                    .orElse(SelectionResult.OPEN);
            taken.merge(seat, 1, Integer::sum);
        }
        return taken;
    }
}
