package org.yol.applications.telling;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Applicant;
import org.yol.applications.application.Applications;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallChangesHeard;
import org.yol.applications.call.Calls;
import org.yol.contracts.CallChanged;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.AlreadyExists;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;

/**
 * Names those who are to be told of a change, some at a time, to whoever writes to them. Knows nothing of them but ids
 * and where they apply from.
 */
@Component
class Tellings {

    private final AggregateCollection<Telling> tellings;
    private final Applications applications;
    private final Clock clock;
    private final Steps<Telling> steps;

    Tellings(AggregateCollections collections, Applications applications, Calls calls, Clock clock) {
        this.tellings = collections.open("tellings", Telling.class, List.of());
        this.applications = applications;
        this.clock = clock;
        this.steps = new Steps<>(
                tellings,
                clock,
                telling -> calls.find(telling.callId()).filter(known -> known.seq() >= telling.callSeq()));
        tellings.work(WorkPlan.of(Telling.FAN_OUT), this::fanOut);
    }

    /** In the thread that hears of the call: the event counts as handled only when this is written. */
    @EventListener
    void on(CallChangesHeard heard) {
        Telling.of(heard).forEach(this::begin);
    }

    private void begin(Telling telling) {
        try {
            tellings.insert(telling.begun(clock.instant()), RequestIdentity.ofCause("change of a call", telling.id()));
        } catch (AlreadyExists _) {
            // Heard of before, and told or being told.
        }
    }

    private Outcome fanOut(Telling telling, Claim claim) {
        return steps.take(
                telling,
                claim,
                (current, call, now) -> step(current, new Audience(current.change(), call), claim, now),
                Telling::done);
    }

    /** @return empty when somebody else is at it by now */
    private Optional<Telling> step(Telling telling, Audience audience, Claim claim, Instant now) {
        Page<Applicant> some = applications.applicants(
                telling.callId(), audience.begunUntil(), new PageRequest(Steps.EACH_TIME, telling.position()));
        Call call = audience.call();
        CallChanged told = new CallChanged(
                call.id(),
                call.seq(),
                call.title(),
                call.zone(),
                telling.change(),
                some.items().stream()
                        .filter(applicant -> audience.includes(applicant, now))
                        .map(audience::told)
                        .toList());
        return tellings.change(claim, current -> current.told(told, some.next()));
    }
}
