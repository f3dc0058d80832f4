package org.yol.applications.call;

import org.springframework.stereotype.Component;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** The calls of a coordinator; an auditor reads all of them. */
@Component
public class CallAccess {

    private final Calls calls;

    CallAccess(Calls calls) {
        this.calls = calls;
    }

    /**
     * A call that the caller may look into.
     *
     * @throws Refused not-found
     */
    public Call toRead(String callId, Caller caller) {
        return calls.find(callId)
                .filter(call -> caller.is(Role.AUDITOR) || isOf(call, caller))
                .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }

    /**
     * A call that the caller decides on.
     *
     * @throws Refused not-found
     */
    public Call toDecide(String callId, Caller caller) {
        return calls.find(callId).filter(call -> isOf(call, caller)).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }

    private static boolean isOf(Call call, Caller caller) {
        return caller.is(Role.COORDINATOR, call.providerId());
    }
}
