package org.yol.applications.log;

/** The log must not sign, and somebody has to look into it. */
final class Halted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final PublicLog.Halt reason;

    /** @param found for whoever runs the service */
    Halted(PublicLog.Halt reason, String found) {
        super(found);
        this.reason = reason;
    }

    PublicLog.Halt reason() {
        return reason;
    }
}
