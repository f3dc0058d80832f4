package org.yol.applications.decision;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Outcome;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;

/** What a coordinator does with the decision on an application, asked for by itself or as one of several. */
@Component
class Deciding {

    private final Applications applications;
    private final Decisions decisions;
    private final OfferTime time;
    private final Clock clock;

    Deciding(Applications applications, Decisions decisions, OfferTime time, Clock clock) {
        this.applications = applications;
        this.decisions = decisions;
        this.time = time;
        this.clock = clock;
    }

    /**
     * Decides; nobody is told.
     *
     * @param repeated who asks, where a request may come again; null where what it says is all there is to know it by
     * @throws Refused not-found, not-nominated, state-conflict, field-errors, stale-version, no-seats-left
     */
    Decision decide(
            String id, DecisionRequest request, ExpectedVersion expected, RequestIdentity repeated, Caller caller) {
        Application application = applications.get(id, caller, Role.COORDINATOR);
        application.refuseUnlessConsidered(application.isDecidable());
        boolean selects = request.outcome() == Outcome.SELECTED;
        if (selects && !application.form().choices().contains(request.placeId())) {
            throw Refused.because(List.of(FieldError.of("/placeId", "decision.place-not-chosen")));
        }
        Instant now = clock.instant();
        Choice choice =
                new Choice(request.outcome(), selects ? request.placeId() : null, request.reason(), caller.id(), now);
        return decisions.choose(
                none(application),
                expected,
                repeated == null ? RequestIdentity.ofCause("decision", id, caller.id(), request.toString()) : repeated,
                repeated != null,
                choice,
                decision -> decision.choose(choice, new Basis(application.receiptId(), application.version()), now)
                        .recording(caller.act("decided", Role.COORDINATOR, id, choice.facts())));
    }

    /**
     * Tells the student what is decided.
     *
     * @throws Refused not-found, decision-missing, not-nominated, state-conflict, field-errors, stale-version
     */
    Decision publish(
            String id, PublicationRequest request, ExpectedVersion expected, RequestIdentity identity, Caller caller) {
        Application application = applications.get(id, caller, Role.COORDINATOR);
        if (decisions.find(id).isEmpty()) {
            throw new Refused(Decision.MISSING);
        }
        Instant now = clock.instant();
        Instant answerBy = Objects.requireNonNullElseGet(
                request.answerBy(), () -> time.usual(application.call().id(), now));
        return decisions.publish(id, expected, identity, decision -> {
            application.refuseUnlessConsidered(application.isDecidable());
            return decision.publish(application.receiptId(), answerBy, now)
                    .recording(caller.act(
                            "announced",
                            Role.COORDINATOR,
                            id,
                            decision.choice() == null
                                    ? Map.of()
                                    : decision.choice().facts()));
        });
    }

    static Decision none(Application application) {
        return Decision.none(
                application.id(), application.call().id(), application.call().provider());
    }
}
