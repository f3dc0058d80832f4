package org.yol.applications.decision;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Outcome;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;
import org.yol.platform.web.IdempotencyKey;
import org.yol.platform.web.Representation;

/** Decisions of the coordinators of a programme. */
@RestController
@RequestMapping("/api/applications/{id}/decision")
class DecisionController {

    private final Applications applications;
    private final Decisions decisions;
    private final OfferTime time;
    private final Clock clock;

    DecisionController(Applications applications, Decisions decisions, OfferTime time, Clock clock) {
        this.applications = applications;
        this.decisions = decisions;
        this.time = time;
        this.clock = clock;
    }

    record DecisionRequest(
            @NotNull Outcome outcome,
            @Size(max = 200) String placeId,
            @NotBlank @Size(max = 2_000) String reason) {}

    record PublicationRequest(Instant answerBy) {}

    @GetMapping
    @PreAuthorize("hasAnyRole('COORDINATOR', 'AUDITOR')")
    @Operation(summary = "What is decided on an application, announced or not; version 0 when nothing is")
    ResponseEntity<DecisionView> get(@PathVariable String id, Caller caller) {
        Application application =
                applications.get(id, caller, caller.is(Role.AUDITOR) ? Role.AUDITOR : Role.COORDINATOR);
        return answer(decisions.find(id).orElseGet(() -> none(application)));
    }

    @PutMapping
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Decides: selected for a place, reserve, or not-selected; not public yet",
            description =
                    "If-Match states the version of the decision: \"0\" for the first. Whoever is refused a seat reads"
                            + " the decision again: that it was asked for is a version of it.")
    ResponseEntity<DecisionView> decide(
            @PathVariable String id,
            @RequestBody @Valid DecisionRequest request,
            ExpectedVersion expected,
            Caller caller) {
        Application application = applications.get(id, caller, Role.COORDINATOR);
        application.refuseUnlessConsidered(application.isDecidable());
        boolean selects = request.outcome() == Outcome.SELECTED;
        if (selects && !application.form().choices().contains(request.placeId())) {
            throw Refused.because(List.of(FieldError.of("/placeId", "decision.place-not-chosen")));
        }
        Instant now = clock.instant();
        Choice choice =
                new Choice(request.outcome(), selects ? request.placeId() : null, request.reason(), caller.id(), now);
        return answer(decisions.choose(
                none(application),
                expected,
                RequestIdentity.ofCause("decision", id, caller.id(), request.toString()),
                choice,
                decision -> decision.choose(choice, new Basis(application.receiptId(), application.version()), now)
                        .recording(caller.act("decided", Role.COORDINATOR, id, choice.facts()))));
    }

    @PostMapping("/publication")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Publishes the decision to the student; a selected student gets an offer",
            description =
                    "Without `answerBy` the offer stands as long as the call says, else as long as this service is set to.")
    ResponseEntity<DecisionView> publish(
            @PathVariable String id,
            @RequestBody PublicationRequest request,
            ExpectedVersion expected,
            IdempotencyKey key,
            Caller caller) {
        Application application = applications.get(id, caller, Role.COORDINATOR);
        if (decisions.find(id).isEmpty()) {
            throw new Refused(Decision.MISSING);
        }
        Instant now = clock.instant();
        Instant answerBy = Objects.requireNonNullElseGet(
                request.answerBy(), () -> time.usual(application.call().id(), now));
        return answer(decisions.publish(id, expected, key.with(request), decision -> {
            application.refuseUnlessConsidered(application.isDecidable());
            return decision.publish(application.receiptId(), answerBy, now)
                    .recording(caller.act(
                            "announced",
                            Role.COORDINATOR,
                            id,
                            decision.choice() == null
                                    ? Map.of()
                                    : decision.choice().facts()));
        }));
    }

    private static Decision none(Application application) {
        return Decision.none(
                application.id(), application.call().id(), application.call().provider());
    }

    private static ResponseEntity<DecisionView> answer(Decision decision) {
        return Representation.of(decision, DecisionView.of(decision));
    }
}
