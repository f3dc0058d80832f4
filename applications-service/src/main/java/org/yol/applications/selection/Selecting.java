package org.yol.applications.selection;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yol.allocation.proof.Fault;
import org.yol.allocation.proof.SelectionCheck;
import org.yol.allocation.proof.UnreadableRecord;
import org.yol.allocation.proof.Verdict;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.applications.place.Places;
import org.yol.applications.selection.Gathering.Gathered;
import org.yol.applications.selection.SelectionInput.InputApplicant;
import org.yol.applications.selection.SelectionInput.InputChoice;
import org.yol.applications.selection.SelectionRun.Figures;
import org.yol.applications.selection.SelectionRun.Files;
import org.yol.applications.selection.SelectionRun.Obstacle;
import org.yol.applications.selection.SelectionRun.PlaceFigures;
import org.yol.applications.selection.SelectionRun.Progress;
import org.yol.platform.due.Claim;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.Task;
import org.yol.platform.due.WorkPlan;

/** Makes runs: gathers, allocates, has it checked. */
@Component
class Selecting {

    /** As long as a hundred thousand applications take, several times over; whoever dies in the middle begins anew. */
    private static final WorkPlan PLAN = new WorkPlan(
            SelectionRun.MAKING,
            Duration.ofMinutes(5),
            1,
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            5,
            Duration.ofSeconds(1));

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final SelectionRuns runs;
    private final SelectionFiles files;
    private final Gathering gathering;
    private final Lots lots;
    private final Places places;
    private final Calls calls;
    private final Clock clock;
    final DueWork making;

    Selecting(
            SelectionRuns runs,
            SelectionFiles files,
            Gathering gathering,
            Lots lots,
            Places places,
            Calls calls,
            Clock clock) {
        this.runs = runs;
        this.files = files;
        this.gathering = gathering;
        this.lots = lots;
        this.places = places;
        this.calls = calls;
        this.clock = clock;
        this.making = runs.stored().work(PLAN, new Task<>() {
            @Override
            public Outcome perform(SelectionRun run, Claim claim) {
                return make(run, claim);
            }

            @Override
            public void abandon(SelectionRun run) {
                runs.stored().change(run.id(), SelectionRun::failed);
            }
        });
    }

    private Outcome make(SelectionRun run, Claim claim) {
        if (!run.isTrial() && lots.isBeingEntered(run.callId())) {
            return Outcome.again(clock.instant().plus(PAUSE));
        }
        Call call = calls.get(run.callId());
        List<Obstacle> problems = new ArrayList<>();
        Optional<Draw> draw = run.isTrial() ? Optional.of(Draw.ofTrial(call.id())) : lots.of(call.id());
        if (!run.isTrial()) {
            problems.addAll(lots.problems(call.id()));
        }
        if (draw.isEmpty()) {
            runs.stored().change(claim, current -> current.obstructed(problems));
            return Outcome.WRITTEN;
        }
        SeatPlan plan = plan(call, run);
        Gathered gathered = gathering.gather(call, plan, draw.get(), looked -> tell(claim, "gathering", looked));
        problems.addAll(problems(gathered, run));
        SelectionInput input = SelectionInput.of(call.id(), draw.get().seed(), plan, gathered.applicants());
        byte[] inputBytes = input.bytes();
        tell(claim, "allocating", 0);
        Allocating allocating;
        try {
            allocating = new Allocating(input);
        } catch (IllegalArgumentException contradictory) {
            // Terms that no call could be published with today: they would not be other ones the next time.
            problems.add(new Obstacle("refused", 1, List.of(contradictory.getMessage())));
            runs.stored().change(claim, current -> current.obstructed(problems));
            return Outcome.WRITTEN;
        }
        SelectionResult result = allocating.result(inputBytes);
        byte[] resultBytes = result.bytes();
        tell(claim, "checking", 0);
        problems.addAll(check(inputBytes, resultBytes));
        Files made = new Files(
                files.keep(inputBytes),
                inputBytes.length,
                files.keep(resultBytes),
                resultBytes.length,
                clock.instant());
        Figures figures = figures(input, result, allocating);
        runs.stored().change(claim, current -> current.made(made, figures, problems));
        return Outcome.WRITTEN;
    }

    /** What the seats of a run are by what is known now. */
    SeatPlan plan(Call call, SelectionRun run) {
        return SeatPlan.of(
                call, run.trial(), place -> places.held(call.id(), place).size());
    }

    private void tell(Claim claim, String step, int done) {
        runs.stored().change(claim, current -> current.working(new Progress(step, done, 0)));
    }

    private static List<Obstacle> problems(Gathered gathered, SelectionRun run) {
        List<Obstacle> problems = new ArrayList<>();
        if (!gathered.missing().isEmpty() && !run.isTrial()) {
            problems.add(Obstacle.of("scores-missing", gathered.missing()));
        }
        if (!gathered.strangers().isEmpty()) {
            problems.add(Obstacle.of("not-among-entrants", gathered.strangers()));
        }
        return problems;
    }

    /** What the checker, which shares no code with the engine, has to say; empty when all is right. */
    static List<Obstacle> check(byte[] input, byte[] result) {
        try {
            Verdict verdict = SelectionCheck.of(input, result);
            return verdict.isRight()
                    ? List.of()
                    : List.of(new Obstacle(
                            "check-failed",
                            verdict.counts().values().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum(),
                            verdict.faults().stream()
                                    .limit(Obstacle.EXAMPLES)
                                    .map(Fault::sentence)
                                    .toList()));
        } catch (UnreadableRecord unreadable) {
            return List.of(new Obstacle("check-failed", 1, List.of(unreadable.getMessage())));
        }
    }

    private static Figures figures(SelectionInput input, SelectionResult result, Allocating allocating) {
        Map<String, Integer> ranked = new HashMap<>();
        for (InputApplicant applicant : input.applicants()) {
            for (InputChoice choice : applicant.choices()) {
                ranked.merge(choice.place(), 1, Integer::sum);
            }
        }
        List<PlaceFigures> each = new ArrayList<>();
        for (int index = 0; index < input.places().size(); index++) {
            var place = input.places().get(index);
            var filled = result.places().get(index);
            each.add(new PlaceFigures(
                    place.id(),
                    place.seats(),
                    filled.held().size(),
                    filled.reserve().size(),
                    ranked.getOrDefault(place.id(), 0)));
        }
        return new Figures(
                input.applicants().size(),
                ranked.values().stream().mapToInt(Integer::intValue).sum(),
                each.stream().mapToInt(PlaceFigures::seats).sum(),
                each.stream().mapToInt(PlaceFigures::held).sum(),
                allocating.byRank(),
                allocating.steps(),
                each);
    }
}
