package org.yol.programs.call;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.yol.platform.access.Caller;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.RequestIdentity;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.ProgrammeAccess;
import org.yol.programs.programme.Programmes;

/**
 * Publishes a call and then its programme. The two are two documents and so two writes: the first decides and tells,
 * the second follows from it and may be done any number of times.
 */
@Service
class CallPublication {

    private final Calls calls;
    private final Programmes programmes;
    private final Clock clock;

    CallPublication(Calls calls, Programmes programmes, Clock clock) {
        this.calls = calls;
        this.programmes = programmes;
        this.clock = clock;
    }

    Call publish(String id, Caller coordinator, ExpectedVersion seen, RequestIdentity identity) {
        Call draft = calls.get(id);
        ProgrammeAccess.requireOwn(draft.providerId(), coordinator);
        Programme programme = programmes.get(draft.programmeId());
        calls.change(id, seen, identity, call -> call.publish(programme, clock.instant()));
        return finish(id);
    }

    /** The second step: the programme is published with its call, and fixed as the other services were told. */
    private Call finish(String id) {
        Programme published = programmes.publish(calls.get(id).programmeId());
        return calls.change(id, call -> call.confirm(published));
    }
}
