package org.yol.gateway.overload;

import java.util.Locale;
import org.yol.gateway.problems.Problem;

/** Why a request got no place. */
enum Refusal {
    /** As many wait as may. */
    FULL(Problem.BUSY),
    /** It waited as long as it may. */
    PATIENCE(Problem.BUSY),
    /** The same person, or address, has as much under way as may be. */
    CALLER(Problem.TOO_MUCH_AT_ONCE),
    /** The bodies of those who wait take up as much memory as may be. */
    MEMORY(Problem.BUSY);

    private final Problem problem;

    Refusal(Problem problem) {
        this.problem = problem;
    }

    /** What the client hears. */
    Problem problem() {
        return problem;
    }

    /** The name in metrics. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
