package org.yol.applications.selection;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Outcome;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.applications.decision.Allotment;
import org.yol.applications.decision.Allotting;
import org.yol.applications.selection.Gathering.Gathered;
import org.yol.applications.selection.PublishedRecord.Allotted;
import org.yol.applications.selection.SelectionInput.InputApplicant;
import org.yol.applications.selection.SelectionInput.InputChoice;
import org.yol.applications.selection.SelectionRun.Obstacle;
import org.yol.applications.selection.SelectionRun.Progress;
import org.yol.platform.digest.Sha256;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.due.Claim;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.WorkPlan;

/**
 * Publishes a run: has it checked once more, from what is stored, and then tells everybody, some at a time. Whoever
 * takes over tells some of them again, which changes nothing.
 */
@Component
class Publishing {

    private static final int EACH_TIME = 250;
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** As long as it takes to look at a hundred thousand applications, several times over. */
    private static final Duration LOOKING = Duration.ofMinutes(2);

    /** Many times what it takes to tell some: whoever dies leaves others waiting no longer than that. */
    private static final Duration TELLING = Duration.ofSeconds(20);

    private final SelectionRuns runs;
    private final SelectionFiles files;
    private final Records records;
    private final Selecting selecting;
    private final Gathering gathering;
    private final Lots lots;
    private final Applications applications;
    private final Allotting allotting;
    private final Vacancies vacancies;
    private final Calls calls;
    private final Clock clock;
    final DueWork publishing;
    private final DueWork informing;

    Publishing(
            SelectionRuns runs,
            SelectionFiles files,
            Records records,
            Selecting selecting,
            Gathering gathering,
            Lots lots,
            Applications applications,
            Allotting allotting,
            Vacancies vacancies,
            Calls calls,
            Clock clock) {
        this.runs = runs;
        this.files = files;
        this.records = records;
        this.selecting = selecting;
        this.gathering = gathering;
        this.lots = lots;
        this.applications = applications;
        this.allotting = allotting;
        this.vacancies = vacancies;
        this.calls = calls;
        this.clock = clock;
        this.publishing = runs.stored().work(plan(SelectionRun.PUBLISHING, LOOKING), this::publish);
        this.informing = runs.stored().work(plan(SelectionRun.INFORMING, TELLING), this::inform);
    }

    private static WorkPlan plan(String work, Duration lease) {
        return new WorkPlan(
                work, lease, 2, Duration.ofSeconds(1), Duration.ofMinutes(1), Integer.MAX_VALUE, Duration.ofSeconds(1));
    }

    private org.yol.platform.due.Outcome publish(SelectionRun run, Claim claim) {
        if (!run.isAnnounced()) {
            List<Obstacle> ofTheLottery = lots.problems(run.callId());
            if (ofTheLottery.isEmpty() && !lots.isInLog(run)) {
                return org.yol.platform.due.Outcome.again(clock.instant().plus(PAUSE));
            }
            runs.stored().change(claim, current -> current.working(new Progress("checking", 0, 0)));
            List<Obstacle> problems = problems(run, lots.of(run.callId()).orElseThrow(), ofTheLottery);
            if (!problems.isEmpty()) {
                runs.stored().change(claim, current -> current.obstructed(problems));
                runs.decisive().change(run.callId(), call -> call.givenUp(run.id()));
                return org.yol.platform.due.Outcome.WRITTEN;
            }
        }
        // From here on it is not looked at again: the seats that it gives would look like given by others.
        int all = records.of(run.files()).input().applicants().size();
        runs.stored().change(claim, current -> current.announced(all, clock.instant()));
        informing.nudge(run.id());
        return org.yol.platform.due.Outcome.WRITTEN;
    }

    private org.yol.platform.due.Outcome inform(SelectionRun run, Claim claim) {
        PublishedRecord published = records.of(run.files());
        List<InputApplicant> all = published.input().applicants();
        int told = run.publication().told();
        List<InputApplicant> some = all.subList(told, Math.min(all.size(), told + EACH_TIME));
        tell(some, run, published, lots.of(run.callId()).orElseThrow());
        Optional<SelectionRun> after =
                runs.stored().change(claim, current -> current.told(told + some.size(), all.size(), clock.instant()));
        if (after.filter(done -> done.state() == SelectionRun.State.PUBLISHED).isPresent()) {
            vacancies.look(run.callId());
        } else {
            informing.nudge(run.id());
        }
        return org.yol.platform.due.Outcome.WRITTEN;
    }

    private void tell(List<InputApplicant> some, SelectionRun run, PublishedRecord published, Draw draw) {
        Map<String, String> applicationOf = draw.applications();
        Map<String, Application> found = applications.find(some.stream()
                .map(applicant -> applicationOf.get(applicant.number()))
                .toList());
        allotting.all(
                calls.get(run.callId()),
                some.stream()
                        .filter(applicant -> found.containsKey(applicationOf.get(applicant.number())))
                        .map(applicant -> {
                            Application application = found.get(applicationOf.get(applicant.number()));
                            return new Allotting.Allotted(
                                    application,
                                    allotment(applicant, run, published),
                                    RequestIdentity.ofCause("selection", run.id(), application.id()));
                        })
                        .toList());
    }

    private static Allotment allotment(InputApplicant applicant, SelectionRun run, PublishedRecord published) {
        SelectionRun.Publication publication = run.publication();
        Optional<Allotted> got = published.allotted(applicant.number());
        if (got.isPresent()) {
            return new Allotment(
                    Outcome.SELECTED,
                    got.get().place(),
                    run.id(),
                    publication.by(),
                    publication.at(),
                    publication.answerBy());
        }
        boolean waits = applicant.choices().stream()
                .map(InputChoice::place)
                .flatMap(place -> published.position(applicant.number(), place).stream())
                .anyMatch(position -> position <= publication.reserveAtMost());
        return new Allotment(
                waits ? Outcome.RESERVE : Outcome.NOT_SELECTED,
                null,
                run.id(),
                publication.by(),
                publication.at(),
                null);
    }

    /** What is in the way now: something that is stored has been changed since, by whomever. */
    private List<Obstacle> problems(SelectionRun run, Draw draw, List<Obstacle> ofTheLottery) {
        List<Obstacle> problems = new ArrayList<>(ofTheLottery);
        byte[] input = files.read(run.files().input(), run.files().inputBytes());
        byte[] result = files.read(run.files().result(), run.files().resultBytes());
        if (!Sha256.hex(input).equals(run.files().input())
                || !Sha256.hex(result).equals(run.files().result())) {
            problems.add(new Obstacle("files-changed", 1, List.of()));
        }
        problems.addAll(Selecting.check(input, result));
        if (!problems.isEmpty()) {
            return problems;
        }
        Call call = calls.get(run.callId());
        SeatPlan plan = selecting.plan(call, run);
        Gathered now = gathering.gather(call, plan, draw, _ -> {});
        SelectionInput before = PublishedRecord.of(input, result).input();
        SelectionInput after = SelectionInput.of(call.id(), draw.seed(), plan, before.applicants());
        if (!after.equals(before)) {
            problems.add(new Obstacle("seats-changed", 1, List.of()));
        }
        List<String> others = changed(before, now, draw);
        if (!others.isEmpty()) {
            problems.add(new Obstacle(
                    "changed", others.size(), others.stream().limit(EACH_TIME).toList()));
        }
        return problems;
    }

    /** Applications of which something else was chosen by than is so now. Who has withdrawn since changes nothing. */
    private static List<String> changed(SelectionInput before, Gathered now, Draw draw) {
        Map<String, InputApplicant> known =
                before.applicants().stream().collect(Collectors.toMap(InputApplicant::number, Function.identity()));
        return now.applicants().stream()
                .filter(applicant -> !applicant.equals(known.get(applicant.number())))
                .map(applicant -> draw.applications().get(applicant.number()))
                .toList();
    }
}
