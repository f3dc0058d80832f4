package org.yol.programs.call;

import org.springframework.stereotype.Component;
import org.yol.platform.operate.Retelling;
import org.yol.programs.programme.Programmes;

/** Tells the published calls again, each with what its programme says. */
@Component
class CallRetelling implements Retelling {

    private final Calls calls;
    private final Programmes programmes;

    CallRetelling(Calls calls, Programmes programmes) {
        this.calls = calls;
        this.programmes = programmes;
    }

    @Override
    public String collection() {
        return "calls";
    }

    @Override
    public long retell() {
        return calls.retell(call -> PublicationEvent.of(programmes.get(call.programmeId()), call));
    }
}
