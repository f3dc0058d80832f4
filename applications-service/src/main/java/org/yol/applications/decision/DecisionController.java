package org.yol.applications.decision;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Actor;
import org.yol.applications.application.Application;
import org.yol.applications.application.ApplicationProblem;
import org.yol.applications.application.ApplicationViews;
import org.yol.applications.application.Applications;
import org.yol.applications.call.Calls;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.OfferAnswer;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.problem.Refused;
import org.yol.platform.web.IdempotencyKey;

/** Decisions of the coordinators of a programme, and the students' answers to their offers. */
@RestController
@RequestMapping("/api/applications/{id}")
class DecisionController {

    private final Applications applications;
    private final ApplicationViews views;
    private final Calls calls;
    private final Clock clock;
    private final DecisionProperties properties;

    DecisionController(
            Applications applications,
            ApplicationViews views,
            Calls calls,
            Clock clock,
            DecisionProperties properties) {
        this.applications = applications;
        this.views = views;
        this.calls = calls;
        this.clock = clock;
        this.properties = properties;
    }

    record DecisionRequest(
            @NotNull ApplicationState outcome,
            String placeId,
            @NotBlank @Size(max = 2_000) String reason) {}

    record PublicationRequest(Instant answerBy) {}

    record AnswerRequest(@NotNull OfferAnswer answer) {}

    @PutMapping("/decision")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(summary = "Decides: selected for a place, reserve, or not-selected; not public yet")
    ResponseEntity<Object> decide(
            @PathVariable String id,
            @RequestBody @Valid DecisionRequest request,
            ExpectedVersion expected,
            Caller caller) {
        Application decided = applications.change(
                id, caller, Role.COORDINATOR, expected, application -> decide(application, request, caller));
        return views.answer(decided, caller);
    }

    private Change<Application> decide(Application application, DecisionRequest request, Caller caller) {
        Change<Application> change = application.decide(
                request.outcome(), request.placeId(), request.reason(), actor(caller), clock.instant());
        if (request.outcome() == ApplicationState.SELECTED) {
            int seats = calls.get(application.callId())
                    .place(request.placeId())
                    .orElseThrow()
                    .seats();
            if (applications.seatsTaken(application.callId(), request.placeId(), application.id()) >= seats) {
                throw new Refused(ApplicationProblem.NO_SEATS_LEFT, seats);
            }
        }
        return change;
    }

    @PostMapping("/decision/publication")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(summary = "Publishes the decision to the student; a selected student gets an offer")
    ResponseEntity<Object> publish(
            @PathVariable String id,
            @RequestBody PublicationRequest request,
            ExpectedVersion expected,
            IdempotencyKey key,
            Caller caller) {
        Instant now = clock.instant();
        Instant answerBy =
                Objects.requireNonNullElseGet(request.answerBy(), () -> now.plus(properties.answerOffersWithin()));
        Application published = applications.change(
                id,
                caller,
                Role.COORDINATOR,
                expected,
                key.with(request),
                application ->
                        application.publishDecision(answerBy, actor(caller), calls.get(application.callId()), now));
        return views.answer(published, caller);
    }

    @PostMapping("/offer/answer")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Accepts or declines the offer")
    ResponseEntity<Object> answer(
            @PathVariable String id,
            @RequestBody @Valid AnswerRequest request,
            ExpectedVersion expected,
            IdempotencyKey key,
            Caller caller) {
        Application answered = applications.change(
                id,
                caller,
                Role.STUDENT,
                expected,
                key.with(request),
                application -> application.answerOffer(request.answer(), clock.instant()));
        return views.answer(answered, caller);
    }

    private static Actor actor(Caller caller) {
        return new Actor(caller.id(), Role.COORDINATOR.toString());
    }
}
