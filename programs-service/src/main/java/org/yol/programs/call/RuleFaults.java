package org.yol.programs.call;

import org.yol.eligibility.RuleFault;
import org.yol.platform.problem.FieldError;

/** Puts what is wrong with rules of eligibility into the words of this service. */
final class RuleFaults {

    private RuleFaults() {}

    static FieldError error(RuleFault fault) {
        return new FieldError(fault.pointer(), fault.key(), fault.arguments());
    }
}
