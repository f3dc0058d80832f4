package org.yol.programs.call;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.yol.platform.access.Caller;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Guard;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.problem.FieldError;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.Programmes;

/**
 * Publishes a call and then its programme. The two are two documents and so two writes: the first decides and tells,
 * the second follows from it and may be done any number of times; the request does it, or else whoever finds it due.
 */
@Service
class CallPublication {

    private final Calls calls;
    private final Programmes programmes;
    private final Clock clock;
    private final DueWork programmePublication;

    CallPublication(Calls calls, Programmes programmes, Clock clock) {
        this.calls = calls;
        this.programmes = programmes;
        this.clock = clock;
        this.programmePublication = calls.work(WorkPlan.of(Call.PROGRAMME_PUBLICATION), (call, _) -> {
            publishProgrammeOf(call);
            return Outcome.DONE;
        });
    }

    Call publish(String id, Caller coordinator, ExpectedVersion seen, RequestIdentity identity) {
        Guard<Call> guard = Calls.own(coordinator);
        Call draft = calls.get(id);
        guard.check(draft);
        Programme programme = programmes.get(draft.programmeId());
        calls.change(id, guard, seen, identity, call -> call.publish(programme, clock.instant()));
        programmePublication.performNow(id);
        return calls.get(id);
    }

    /** What would stop the publication of a draft; nothing stops what has happened. */
    List<FieldError> faults(String id, Caller coordinator) {
        Call call = calls.get(id);
        Calls.own(coordinator).check(call);
        return call.isPublished() ? List.of() : call.faults(programmes.get(call.programmeId()), clock.instant());
    }

    /** The programme is published with its call, and fixed as the other services were told. */
    private void publishProgrammeOf(Call call) {
        Programme published = programmes.publish(call.programmeId());
        calls.change(call.id(), current -> current.confirm(published, clock.instant()));
    }
}
