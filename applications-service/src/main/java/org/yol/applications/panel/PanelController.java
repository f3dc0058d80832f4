package org.yol.applications.panel;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallAccess;
import org.yol.applications.panel.PanelView.AssignmentView;
import org.yol.contracts.CallPublished.Place;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.web.IdempotencyKey;
import org.yol.platform.web.Representation;

/** Who reviews for a call, and the assignment to them of all there is to review. */
@RestController
@RequestMapping("/api/reviews/panels/{callId}")
class PanelController {

    private static final Problem MISSING = new Problem("panel-missing", 409);

    private final CallAccess access;
    private final CallPanels panels;
    private final Reviewers reviewers;
    private final Applicants applicants;
    private final Assigning assigning;
    private final Noticing noticing;
    private final Clock clock;

    PanelController(
            CallAccess access,
            CallPanels panels,
            Reviewers reviewers,
            Applicants applicants,
            Assigning assigning,
            Noticing noticing,
            Clock clock) {
        this.access = access;
        this.panels = panels;
        this.reviewers = reviewers;
        this.applicants = applicants;
        this.assigning = assigning;
        this.noticing = noticing;
        this.clock = clock;
    }

    /** @param dueBy when reviews are due; null for no date */
    record PanelRequest(@NotNull @Size(max = 1_000) List<@Valid @NotNull PlaceRequest> places, Instant dueBy) {}

    record PlaceRequest(
            @NotBlank @Size(max = 200) String placeId,
            @NotNull @Size(max = 200) List<@NotBlank @Size(max = 200) String> reviewers) {}

    /** @param rebalance whether what nobody has begun may move to others, so that all have as much to do */
    record AssignmentRequest(boolean rebalance) {}

    @GetMapping
    @PreAuthorize("hasAnyRole('COORDINATOR', 'AUDITOR')")
    @Operation(
            summary = "The panel of a call, who else may be asked, and how far the assignment is",
            description = "Somebody may be asked once they have signed in as a reviewer of the place's university.")
    ResponseEntity<PanelView> get(@PathVariable String callId, Caller caller) {
        Call call = access.toRead(callId, caller);
        return answer(panels.of(call), call);
    }

    @PutMapping
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Sets who reviews for each place of a call, and when reviews are due",
            description = "If-Match states the version: \"0\" for the first. From then on only those review who are"
                    + " asked to. What is assigned changes with the next assignment only.")
    ResponseEntity<PanelView> set(
            @PathVariable String callId,
            @RequestBody @Valid PanelRequest request,
            ExpectedVersion expected,
            Caller caller) {
        Call call = access.toDecide(callId, caller);
        refuseOthers(request, call);
        List<Panel.Judges> judges = request.places().stream()
                .map(place -> new Panel.Judges(place.placeId(), place.reviewers()))
                .toList();
        Panel set = panels.set(
                Panel.none(callId, call.providerId()),
                expected,
                RequestIdentity.ofCause("panel", callId, caller.id(), request.toString()),
                panel -> panel.set(judges, request.dueBy(), clock.instant())
                        .recording(caller.act(
                                "panel-set",
                                Role.COORDINATOR,
                                callId,
                                Map.of("reviewers", judges.toString(), "due", String.valueOf(request.dueBy())))));
        return answer(set, call);
    }

    @GetMapping("/assignment")
    @PreAuthorize("hasAnyRole('COORDINATOR', 'AUDITOR')")
    @Operation(summary = "How far the assignment of a call's reviews is, and what cannot be assigned")
    AssignmentView assignment(@PathVariable String callId, Caller caller) {
        access.toRead(callId, caller);
        return view(assigning.of(callId));
    }

    @PostMapping("/assignment")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Assigns what is not assigned: to each application at each of its places the call's number of"
                    + " reviewers, none with a conflict of interest, with the work of all as equal as that allows",
            description = "Goes on after the answer; ask again how far it is. What was begun or done stays, and with"
                    + " `rebalance` the rest may move to others. May be asked for again at any time. Refused with"
                    + " panel-missing while nobody is on the panel.")
    AssignmentView assign(
            @PathVariable String callId,
            @RequestBody @Valid AssignmentRequest request,
            IdempotencyKey key,
            Caller caller) {
        access.toDecide(callId, caller);
        if (panels.find(callId).isEmpty()) {
            throw new Refused(MISSING);
        }
        return view(assigning.ask(
                callId,
                key.with(request),
                run -> run.ask(caller.id(), request.rebalance(), clock.instant())
                        .recording(caller.act(
                                "reviews-assigned",
                                Role.COORDINATOR,
                                callId,
                                Map.of("rebalance", Boolean.toString(request.rebalance()))))));
    }

    /** @param reviewer only that one; null for all who have something left to do */
    record ReminderRequest(@Size(max = 200) String reviewer) {}

    /** @param reminded accounts of those who are written to */
    record ReminderView(List<String> reminded) {}

    @PostMapping("/reminder")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Writes to a reviewer, or to all on the panel, who have reviews left to do",
            description = "One message a person. Nobody is written to who has done all of theirs.")
    ReminderView remind(
            @PathVariable String callId,
            @RequestBody @Valid ReminderRequest request,
            IdempotencyKey key,
            Caller caller) {
        Call call = access.toDecide(callId, caller);
        if (panels.find(callId).isEmpty()) {
            throw new Refused(MISSING);
        }
        return new ReminderView(noticing.remind(call, request.reviewer(), key.with(request), caller));
    }

    private ResponseEntity<PanelView> answer(Panel panel, Call call) {
        Set<String> hosts = call.places().stream().map(Place::hostId).collect(Collectors.toSet());
        return Representation.of(panel, PanelView.of(panel, call, reviewers.of(hosts), view(assigning.of(call.id()))));
    }

    private AssignmentView view(AssignmentRun run) {
        Set<String> named = Stream.concat(
                        run.problems().stream().map(AssignmentRun.Problem::applicationId),
                        run.exclusions().stream().map(AssignmentRun.Exclusion::applicationId))
                .collect(Collectors.toSet());
        Set<String> barred =
                run.exclusions().stream().map(AssignmentRun.Exclusion::reviewer).collect(Collectors.toSet());
        return AssignmentView.of(run, applicants.of(named), reviewers.names(barred));
    }

    /** @throws Refused field-errors for places of other calls and for reviewers of other universities */
    private void refuseOthers(PanelRequest request, Call call) {
        Map<String, Reviewer> known = reviewers.find(request.places().stream()
                .flatMap(place -> place.reviewers().stream())
                .collect(Collectors.toSet()));
        List<FieldError> errors = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int index = 0; index < request.places().size(); index++) {
            PlaceRequest asked = request.places().get(index);
            String pointer = "/places/" + index;
            String host = call.place(asked.placeId()).map(Place::hostId).orElse(null);
            if (host == null) {
                errors.add(FieldError.of(pointer + "/placeId", "panel.unknown-place"));
            } else if (!named.add(asked.placeId())) {
                errors.add(FieldError.of(pointer + "/placeId", "panel.twice"));
            } else {
                errors.addAll(strangers(asked, host, known, pointer));
            }
        }
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
    }

    private static List<FieldError> strangers(
            PlaceRequest asked, String host, Map<String, Reviewer> known, String pointer) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int index = 0; index < asked.reviewers().size(); index++) {
            String account = asked.reviewers().get(index);
            Reviewer reviewer = known.get(account);
            if (reviewer == null || !host.equals(reviewer.organization())) {
                errors.add(FieldError.of(pointer + "/reviewers/" + index, "panel.not-of-host"));
            } else if (!named.add(account)) {
                errors.add(FieldError.of(pointer + "/reviewers/" + index, "panel.twice"));
            }
        }
        return errors;
    }
}
