package org.yol.applications.telling;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import java.time.Clock;
import java.time.Duration;
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

    /** An event of a hundred applicants has about 15 kB. */
    private static final int EACH_TIME = PageRequest.MOST;

    /** So many events may wait for the broker; while it is away a document must not grow without end. */
    private static final int UNTOLD_AT_MOST = 5;

    /** Left of the lease when somebody goes on with the rest: a step takes much less. */
    private static final Duration IN_HAND = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AggregateCollection<Telling> tellings;
    private final Applications applications;
    private final Calls calls;
    private final Clock clock;

    Tellings(AggregateCollections collections, Applications applications, Calls calls, Clock clock) {
        this.tellings = collections.open("tellings", Telling.class, List.of());
        this.applications = applications;
        this.calls = calls;
        this.clock = clock;
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
        Telling current = telling;
        while (!current.done()) {
            Instant now = clock.instant();
            Optional<Call> call = calls.find(current.callId()).filter(known -> known.seq() >= telling.callSeq());
            if (call.isEmpty() || isWaitingForTheBroker(current)) {
                return Outcome.again(now.plus(PAUSE));
            }
            if (now.isAfter(claim.until().minus(IN_HAND))) {
                return Outcome.again(now);
            }
            Optional<Telling> further = step(current, new Audience(current.change(), call.get()), claim, now);
            if (further.isEmpty()) {
                return Outcome.WRITTEN;
            }
            current = further.get();
        }
        return Outcome.WRITTEN;
    }

    /** @return empty when somebody else is at it by now */
    private Optional<Telling> step(Telling telling, Audience audience, Claim claim, Instant now) {
        Page<Applicant> some = applications.applicants(
                telling.callId(), audience.begunUntil(), new PageRequest(EACH_TIME, telling.position()));
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

    private boolean isWaitingForTheBroker(Telling telling) {
        return tellings.count(and(eq("_id", telling.id()), exists("outbox." + UNTOLD_AT_MOST))) > 0;
    }
}
