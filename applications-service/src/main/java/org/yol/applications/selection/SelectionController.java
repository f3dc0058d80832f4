package org.yol.applications.selection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallAccess;
import org.yol.applications.decision.OfferTime;
import org.yol.contracts.SelectionTerms;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Guard;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.web.IdempotencyKey;
import org.yol.platform.web.Representation;

/** Runs of the selection of a call, for those who make and publish it. */
@RestController
@RequestMapping("/api/selections")
@Tag(name = "Selections")
class SelectionController {

    private static final Duration LONGEST_OFFER = Duration.ofDays(365);
    private static final Duration LONGEST_WAIT = Duration.ofDays(60);
    private static final int STEPS_AT_MOST = 1_000;

    private final SelectionRuns runs;
    private final Selecting selecting;
    private final Publishing publishing;
    private final Records records;
    private final Comparing comparing;
    private final CallAccess access;
    private final OfferTime time;
    private final Clock clock;

    SelectionController(
            SelectionRuns runs,
            Selecting selecting,
            Publishing publishing,
            Records records,
            Comparing comparing,
            CallAccess access,
            OfferTime time,
            Clock clock) {
        this.runs = runs;
        this.selecting = selecting;
        this.publishing = publishing;
        this.records = records;
        this.comparing = comparing;
        this.access = access;
        this.time = time;
        this.clock = clock;
    }

    /** @param trial what to change of the call's terms for a comparison; null for the run that decides */
    record RunRequest(
            @NotBlank @Size(max = 200) String callId, @Valid TrialRequest trial) {}

    record TrialRequest(
            @Size(max = 200, message = "{field.items}") Map<String, @NotNull @Min(0) @Max(10_000) Integer> seats,

            @Size(max = 200, message = "{field.items}")
            Map<String, Map<String, @NotNull @Min(0) @Max(10_000) Integer>> reserves,

            @Size(max = 20, message = "{field.items}") Map<String, @NotNull @Min(1) @Max(100_000) Integer> caps) {}

    /**
     * @param at when everybody is told; now without
     * @param answerBy until when offers stand; as the call says, or as is usual, without
     * @param reserveAtMost how many of each place are told that they are on its reserve list; 50 without
     */
    record PublicationRequest(
            Instant at,
            Instant answerBy,
            @Min(0) @Max(10_000) Integer reserveAtMost) {}

    /** @param total how many steps there were */
    record Steps(int total, List<Allocating.Step> items) {}

    @PostMapping
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Works out who gets which place, as a trial or to be published",
            description = "Returns at once: how far it is, and what came out, is in the run.")
    ResponseEntity<SelectionView> run(@RequestBody @Valid RunRequest request, IdempotencyKey key, Caller caller) {
        Call call = access.toDecide(request.callId(), caller);
        SeatPlan.Trial trial = request.trial() == null
                ? SeatPlan.Trial.NOTHING
                : new SeatPlan.Trial(
                        request.trial().seats(),
                        request.trial().reserves(),
                        request.trial().caps());
        if (request.trial() != null) {
            refuseUnknown(trial, call);
        }
        Instant now = clock.instant();
        RequestIdentity identity = key.with(request);
        SelectionRun run = runs.stored()
                .insert(
                        SelectionRun.begun(
                                        identity.derivedId(),
                                        call.id(),
                                        call.providerId(),
                                        caller.id(),
                                        request.trial() != null,
                                        trial,
                                        now)
                                .recording(caller.act(
                                        request.trial() == null ? "selection-run" : "selection-tried",
                                        Role.COORDINATOR,
                                        call.id(),
                                        Map.of("selection", identity.derivedId()))),
                        identity);
        selecting.making.nudge(run.id());
        return Representation.created(URI.create("/api/selections/" + run.id()), run, SelectionView.of(run));
    }

    private static void refuseUnknown(SeatPlan.Trial asked, Call call) {
        List<FieldError> errors = new ArrayList<>();
        List<String> places = call.places().stream().map(place -> place.id()).toList();
        List<String> caps =
                call.selection().caps().stream().map(SelectionTerms.Cap::id).toList();
        List<String> categories = call.selection().categories().stream()
                .map(SelectionTerms.Category::id)
                .toList();
        asked.seats().keySet().stream()
                .filter(place -> !places.contains(place))
                .forEach(place -> errors.add(FieldError.of("/trial/seats/" + place, "selection.unknown")));
        asked.reserves().forEach((place, reserves) -> {
            if (!places.contains(place) || !categories.containsAll(reserves.keySet())) {
                errors.add(FieldError.of("/trial/reserves/" + place, "selection.unknown"));
            }
        });
        asked.caps().keySet().stream()
                .filter(cap -> !caps.contains(cap))
                .forEach(cap -> errors.add(FieldError.of("/trial/caps/" + cap, "selection.unknown")));
        SeatPlan plan = SeatPlan.of(call, asked, _ -> 0);
        if (errors.isEmpty() && plan.reserves() && !plan.caps().isEmpty()) {
            errors.add(FieldError.of("/trial/caps", "selection.modes-mixed"));
        }
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('COORDINATOR', 'AUDITOR')")
    @Operation(summary = "The runs of a call, the last one first")
    Page<SelectionView> all(@RequestParam String callId, PageRequest page, Caller caller) {
        access.toRead(callId, caller);
        Page<SelectionRun> found = runs.of(callId, page);
        return new Page<>(found.items().stream().map(SelectionView::of).toList(), found.next());
    }

    @GetMapping("/{selectionId}")
    @PreAuthorize("hasAnyRole('COORDINATOR', 'AUDITOR')")
    @Operation(summary = "A run: how far it is, what came out, and what is in the way of publishing it")
    ResponseEntity<SelectionView> get(@PathVariable("selectionId") String id, Caller caller) {
        SelectionRun run = own(id, caller);
        return Representation.of(run, SelectionView.of(run));
    }

    @GetMapping("/{selectionId}/steps")
    @PreAuthorize("hasAnyRole('COORDINATOR', 'AUDITOR')")
    @Operation(
            summary = "How it came to that, proposal by proposal",
            description = "Worked out again from the input, which always comes to the same.")
    Steps steps(
            @PathVariable("selectionId") String id,
            @RequestParam(defaultValue = "0") @Min(0) int from,
            @RequestParam(defaultValue = "100") @Min(1) @Max(STEPS_AT_MOST) int limit,
            Caller caller) {
        SelectionRun run = own(id, caller);
        if (run.files() == null) {
            throw new Refused(Problem.NOT_FOUND);
        }
        Allocating again = new Allocating(records.of(run.files()).input());
        return new Steps(again.steps(), again.steps(from, limit));
    }

    @GetMapping("/{selectionId}/comparison")
    @PreAuthorize("hasAnyRole('COORDINATOR', 'AUDITOR')")
    @Operation(
            summary = "What another run of the same call would come to beside this one",
            description = "`from` and `limit` are of those who would get another place.")
    Comparison comparison(
            @PathVariable("selectionId") String id,
            @RequestParam String with,
            @RequestParam(defaultValue = "0") @Min(0) int from,
            @RequestParam(defaultValue = "100") @Min(0) @Max(STEPS_AT_MOST) int limit,
            Caller caller) {
        SelectionRun one = own(id, caller);
        SelectionRun other = own(with, caller);
        if (one.files() == null || other.files() == null || !one.callId().equals(other.callId())) {
            throw new Refused(Problem.NOT_FOUND);
        }
        return comparing.of(one, other, from, limit);
    }

    @PostMapping("/{selectionId}/publication")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Publishes it: the whole call at once, now or at a stated instant",
            description =
                    "Checked once more then, by what is stored: when a score has changed since it is not published, and"
                            + " says why.")
    ResponseEntity<SelectionView> publish(
            @PathVariable("selectionId") String id,
            @RequestBody @Valid PublicationRequest request,
            ExpectedVersion expected,
            IdempotencyKey key,
            Caller caller) {
        SelectionRun run = own(id, caller);
        Instant now = clock.instant();
        Instant at = Objects.requireNonNullElse(request.at(), now);
        Instant answerBy = Objects.requireNonNullElseGet(request.answerBy(), () -> time.usual(run.callId(), at));
        List<FieldError> errors = new ArrayList<>();
        if (at.isAfter(now.plus(LONGEST_WAIT))) {
            errors.add(FieldError.of("/at", "selection.publication.at", LONGEST_WAIT.toDays()));
        }
        if (!answerBy.isAfter(at) || answerBy.isAfter(at.plus(LONGEST_OFFER))) {
            errors.add(FieldError.of("/answerBy", "offer.answer-by", LONGEST_OFFER.toDays()));
        }
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
        runs.begin(run.callId());
        if (run.isPublishable()) {
            runs.decisive().change(run.callId(), call -> call.decidedBy(run.id()));
        }
        int reserveAtMost = Objects.requireNonNullElse(request.reserveAtMost(), 50);
        SelectionRun wanted = runs.stored()
                .change(
                        id,
                        Guard.none(),
                        expected,
                        key.with(request),
                        current -> current.publish(
                                        SelectionRun.Publication.wanted(caller.id(), at, answerBy, reserveAtMost), now)
                                .recording(caller.act(
                                        "selection-published",
                                        Role.COORDINATOR,
                                        run.callId(),
                                        Map.of("selection", id, "at", at.toString()))));
        publishing.publishing.nudge(id);
        return Representation.of(wanted, SelectionView.of(wanted));
    }

    @DeleteMapping("/{selectionId}/publication")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Withholds what was to be published at an announced instant",
            description = "It may be published at another one, or another run instead. Once anybody is told it stands.")
    ResponseEntity<SelectionView> withhold(
            @PathVariable("selectionId") String id, ExpectedVersion expected, Caller caller) {
        SelectionRun run = own(id, caller);
        SelectionRun withheld = runs.stored()
                .change(
                        id,
                        Guard.none(),
                        expected,
                        current -> current.withheld()
                                .recording(caller.act(
                                        "selection-withheld",
                                        Role.COORDINATOR,
                                        run.callId(),
                                        Map.of("selection", id))));
        // Last: before it, another run could be published while this one still is to be.
        runs.begin(run.callId());
        runs.decisive().change(run.callId(), call -> call.givenUp(id));
        return Representation.of(withheld, SelectionView.of(withheld));
    }

    private SelectionRun own(String id, Caller caller) {
        SelectionRun run = runs.find(id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        access.toRead(run.callId(), caller);
        return run;
    }
}
