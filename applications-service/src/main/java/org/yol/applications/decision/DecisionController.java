package org.yol.applications.decision;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
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
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.web.IdempotencyKey;
import org.yol.platform.web.Representation;

/** Decisions of the coordinators of a programme. */
@RestController
@RequestMapping("/api/applications/{id}/decision")
class DecisionController {

    private final Applications applications;
    private final Decisions decisions;
    private final Deciding deciding;

    DecisionController(Applications applications, Decisions decisions, Deciding deciding) {
        this.applications = applications;
        this.decisions = decisions;
        this.deciding = deciding;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('COORDINATOR', 'AUDITOR')")
    @Operation(summary = "What is decided on an application, announced or not; version 0 when nothing is")
    ResponseEntity<DecisionView> get(@PathVariable String id, Caller caller) {
        Application application =
                applications.get(id, caller, caller.is(Role.AUDITOR) ? Role.AUDITOR : Role.COORDINATOR);
        return answer(decisions.find(id).orElseGet(() -> Deciding.none(application)));
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
        return answer(deciding.decide(id, request, expected, null, caller));
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
        return answer(deciding.publish(id, request, expected, key.with(request), caller));
    }

    private static ResponseEntity<DecisionView> answer(Decision decision) {
        return Representation.of(decision, DecisionView.of(decision));
    }
}
