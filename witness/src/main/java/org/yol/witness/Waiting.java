package org.yol.witness;

import java.time.Duration;

/** How long to wait until the next look: twice as long each time that something is wrong. */
final class Waiting {

    private final Duration usual;
    private final Duration longest;
    private Duration last;

    Waiting(Duration usual, Duration longest) {
        this.usual = usual;
        this.longest = longest.compareTo(usual) < 0 ? usual : longest;
        this.last = Duration.ZERO;
    }

    /** @param wanted what the log wants to be left alone for */
    Duration afterTrouble(Duration wanted) {
        Duration doubled = last.isZero() ? usual : last.multipliedBy(2);
        last = doubled.compareTo(longest) > 0 ? longest : doubled;
        return last.compareTo(wanted) < 0 ? wanted : last;
    }

    Duration afterSuccess() {
        last = Duration.ZERO;
        return usual;
    }

    /** Whether something was wrong the last time. */
    boolean isOverTrouble() {
        return !last.isZero();
    }
}
