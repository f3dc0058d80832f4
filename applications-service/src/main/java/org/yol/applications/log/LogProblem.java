package org.yol.applications.log;

import org.yol.platform.problem.Problem;

/** Why the log refuses something. */
final class LogProblem {

    static final Problem LOG_HALTED = new Problem("log-halted", 503);
    static final Problem NOT_A_CHECKPOINT = new Problem("not-a-checkpoint", 422);
    static final Problem ANOTHER_LOG = new Problem("another-log", 422);
    static final Problem NOT_SIGNED_BY_THE_LOG = new Problem("not-signed-by-the-log", 422);
    static final Problem UNKNOWN_WITNESS = new Problem("unknown-witness", 422);
    static final Problem HISTORIES_DIFFER = new Problem("histories-differ", 409);
    static final Problem NO_EVIDENCE = new Problem("no-evidence", 422);

    private LogProblem() {}
}
