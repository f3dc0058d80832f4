package org.yol.gateway.problems;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/** Ends a request with a {@link Problem}. */
public class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final Duration retryAfter;

    private ProblemException(Problem problem, Duration retryAfter, Throwable cause) {
        // Refusals are part of normal work: they need no stack trace of their own.
        super(problem.slug(), cause, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** A refusal. */
    public static ProblemException of(Problem problem) {
        return new ProblemException(problem, null, null);
    }

    /** A refusal whose reason is another failure, which is logged but never shown. */
    public static ProblemException of(Problem problem, Throwable cause) {
        return new ProblemException(problem, null, cause);
    }

    /** This refusal with word to the client when to come back, rounded up to whole seconds. */
    public ProblemException retryAfter(Duration duration) {
        return new ProblemException(problem, duration, getCause());
    }

    /** What is answered. */
    public Problem problem() {
        return problem;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
