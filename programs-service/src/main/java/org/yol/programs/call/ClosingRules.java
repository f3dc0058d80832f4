package org.yol.programs.call;

import java.time.Instant;
import java.util.List;
import org.yol.contracts.Deadline;
import org.yol.contracts.Deadlines;
import org.yol.platform.problem.FieldError;

/** When a call may close before the time that was said. */
final class ClosingRules {

    private ClosingRules() {}

    /**
     * What is wrong with the time; empty when it may be that one.
     *
     * @param begun whether anybody has begun to apply
     */
    static List<FieldError> errors(Instant closes, Deadlines before, boolean begun, Instant now) {
        Deadline last = before.last();
        if (last.hasPassed(now)) {
            return List.of(FieldError.of("/closes", "publication.closes.past"));
        }
        if (!closes.isBefore(last.stated())) {
            return List.of(FieldError.of("/closes", "closing.earlier", last.shown()));
        }
        if (begun && closes.isBefore(now.plus(AmendmentRules.NOTICE))) {
            return List.of(FieldError.of("/closes", "amendment.closes", AmendmentRules.NOTICE.toDays()));
        }
        return List.of();
    }
}
