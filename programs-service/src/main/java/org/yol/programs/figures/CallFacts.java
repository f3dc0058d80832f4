package org.yol.programs.figures;

import java.time.Instant;
import java.time.ZoneId;
import org.yol.programs.call.CallDates;
import org.yol.programs.programme.ProgrammeFacts;

/** A published call and what its programme says, as far as figures are told by it. */
record CallFacts(CallDates call, ProgrammeFacts programme) {

    /** The year of the intake: that in which the call closes, by its own clock. An extension does not move it. */
    int year() {
        return call.terms().closes().atZone(ZoneId.of(call.terms().zone())).getYear();
    }

    boolean isOpen(Instant now) {
        return !now.isBefore(call.terms().opens())
                && !call.terms().deadlines().last().hasPassed(now);
    }
}
