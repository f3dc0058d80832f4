package org.yol.applications.telling;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Draft;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallHeard;
import org.yol.applications.call.Calls;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;

/**
 * Names those whose deadline is near and who have not submitted, some at a time, to whoever writes to them. Their
 * drafts are only read: they are at work on them.
 */
@Component
class Reminding {

    private final AggregateCollection<Reminders> reminders;
    private final Applications applications;
    private final Calls calls;
    private final Clock clock;
    private final Steps<Reminders> steps;

    Reminding(AggregateCollections collections, Applications applications, Calls calls, Clock clock) {
        this.reminders = collections.open("reminders", Reminders.class, List.of());
        this.applications = applications;
        this.calls = calls;
        this.clock = clock;
        this.steps = new Steps<>(reminders, clock, current -> calls.find(current.callId()));
        reminders.work(WorkPlan.of(Reminders.REMINDING), this::remind);
    }

    /** Deadlines are stated, moved for everybody or for some, and brought forward. */
    @EventListener
    void on(CallHeard heard) {
        calls.find(heard.callId()).ifPresent(call -> {
            Reminders none = Reminders.none(call.id());
            reminders.begin(none, RequestIdentity.ofCause("deadlines of a call", call.id()));
            reminders.change(none.id(), known -> known.planned(call, clock.instant()));
        });
    }

    private Outcome remind(Reminders due, Claim claim) {
        return steps.take(
                due,
                claim,
                (current, call, now) -> step(current, call, claim, now),
                current -> current.round() == null);
    }

    /** @return empty when somebody else is at it by now, or the call has changed meanwhile */
    private Optional<Reminders> step(Reminders known, Call call, Claim claim, Instant now) {
        if (known.round() == null) {
            return reminders.change(claim, current -> current.begun(call, now));
        }
        Page<Draft> some = applications.drafts(known.callId(), new PageRequest(Steps.EACH_TIME, known.position()));
        return reminders.change(
                claim, current -> current.told(current.due(some.items(), call, now), some.next(), call));
    }
}
