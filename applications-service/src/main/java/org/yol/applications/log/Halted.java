package org.yol.applications.log;

import java.util.function.Supplier;
import org.yol.platform.problem.Refused;

/** The log must not sign, and somebody has to look into it. */
final class Halted extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final PublicLog.Halt reason;

    /** @param found for whoever runs the service */
    Halted(PublicLog.Halt reason, String found) {
        super(found);
        this.reason = reason;
    }

    /** There are fewer entries than were signed. */
    static Halted behind(long signed, long stored) {
        return new Halted(
                PublicLog.Halt.STORE_BEHIND,
                signed + " entries were signed, and the store has " + stored
                        + ": it is from a backup, or the end was cut off.");
    }

    /** Does something for somebody outside, who is told that the log has halted. */
    static <T> T told(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Halted halted) {
            throw refusal(halted.reason);
        }
    }

    /** What whoever asks is told. */
    static Refused refusal(PublicLog.Halt reason) {
        return new Refused(LogProblem.LOG_HALTED).naming("reason", reason);
    }

    PublicLog.Halt reason() {
        return reason;
    }
}
