package org.yol.programs.call;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yol.programs.counts.ClosingTimes;

/** When calls close, for those who count applications and know no calls. */
@Component
class CallClosingTimes implements ClosingTimes {

    private final Calls calls;

    CallClosingTimes(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Optional<Instant> of(String callId, String country) {
        return calls.find(callId).map(call -> call.deadlines().of(country).end());
    }
}
