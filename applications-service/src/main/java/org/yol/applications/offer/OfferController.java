package org.yol.applications.offer;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.application.StudentAnswers;
import org.yol.applications.application.StudentApplication;
import org.yol.applications.call.CallLookup;
import org.yol.applications.offer.Acceptance.Wanted;
import org.yol.contracts.OfferAnswer;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.web.IdempotencyKey;

/** What a student answers to an offer. */
@RestController
@RequestMapping("/api/applications/{id}/offer")
class OfferController {

    private final Applications applications;
    private final Acceptances acceptances;
    private final OtherPlaces others;
    private final StudentAnswers answers;
    private final Clock clock;

    OfferController(
            Applications applications,
            Acceptances acceptances,
            OtherPlaces others,
            StudentAnswers answers,
            Clock clock) {
        this.applications = applications;
        this.acceptances = acceptances;
        this.others = others;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * An answer.
     *
     * @param givesUp ids of the student's other applications whose offers or accepted places are given up for this one;
     *     nothing else than accepting gives up any
     */
    record AnswerRequest(
            @NotNull OfferAnswer answer,

            @Size(max = 50, message = "{field.items}") List<@NotNull @Size(max = 200) String> givesUp) {

        AnswerRequest {
            givesUp = givesUp == null ? List.of() : List.copyOf(givesUp);
        }
    }

    /** @param places in no order that means anything */
    record Others(List<HeldElsewhere> places) {}

    @GetMapping("/others")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(
            summary = "Other places that the student holds, offered or accepted, and which of them exclude this one",
            description = "Of two that exclude each other one can be kept: whoever accepts names what is given up.")
    Others others(@PathVariable String id, Caller caller) {
        return new Others(others.besides(applications.get(id, caller, Role.STUDENT)));
    }

    @PostMapping("/answer")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(
            summary = "Accepts or declines the offer",
            description = "Where the student holds a place that this one excludes, or that excludes this one, accepting"
                    + " is refused (409 `place-held-elsewhere`, with `others`) until `givesUp` names it. Named offers are"
                    + " declined and named places given up once this one is accepted. The same answer again is answered"
                    + " as the first.")
    ResponseEntity<StudentApplication> answer(
            @PathVariable String id,
            @RequestBody @Valid AnswerRequest request,
            ExpectedVersion expected,
            IdempotencyKey key,
            Caller caller) {
        RequestIdentity identity = key.with(request);
        Supplier<Application> own = () -> applications.get(id, caller, Role.STUDENT);
        return answers.to(lookup -> switch (request.answer()) {
            case ACCEPTED ->
                acceptances.accept(
                        caller.id(),
                        own,
                        application -> wanted(application, request.givesUp(), expected, identity, lookup));
            case DECLINED -> decline(own, expected, identity, lookup, caller);
            case UNKNOWN -> throw Refused.because(List.of(FieldError.of("/answer", "offer.answer")));
        });
    }

    private Wanted wanted(
            Application application,
            List<String> givesUp,
            ExpectedVersion expected,
            RequestIdentity identity,
            CallLookup lookup) {
        Instant now = clock.instant();
        // That it is too late is a better word than that something has changed.
        answered(application, OfferAnswer.ACCEPTED, lookup, now);
        if (application.version() != expected.version()) {
            throw new Refused(Problem.STALE_VERSION);
        }
        return new Wanted(application.id(), application.version(), others.givenUp(application, givesUp), identity, now);
    }

    private static Change<Application> answered(
            Application application, OfferAnswer answer, CallLookup lookup, Instant now) {
        return application.answerOffer(
                answer, List.of(), lookup.get(application.call().id()).zoneId(), now);
    }

    private Application decline(
            Supplier<Application> own,
            ExpectedVersion expected,
            RequestIdentity identity,
            CallLookup lookup,
            Caller caller) {
        Application before = own.get();
        if (before.isAnswered(OfferAnswer.DECLINED)) {
            return before;
        }
        try {
            return applications.change(
                    before.id(),
                    caller,
                    expected,
                    identity,
                    application -> answered(application, OfferAnswer.DECLINED, lookup, clock.instant()));
        } catch (Refused refused) {
            // Pressed in two windows at once.
            Application after = own.get();
            if (after.isAnswered(OfferAnswer.DECLINED)) {
                return after;
            }
            answered(after, OfferAnswer.DECLINED, lookup, clock.instant());
            throw refused;
        }
    }
}
