package org.yol.witness;

import java.time.Duration;

/** The log does not answer, or not with what a log answers. Nothing is signed, and it is asked again later. */
final class LogTrouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Duration comeBackAfter;

    LogTrouble(String message) {
        this(message, Duration.ZERO);
    }

    /** @param comeBackAfter what the log wants to be left alone for */
    LogTrouble(String message, Duration comeBackAfter) {
        super(message);
        this.comeBackAfter = comeBackAfter;
    }

    Duration comeBackAfter() {
        return comeBackAfter;
    }
}
