package org.yol.platform.problem;

import java.util.List;

/**
 * A request is refused, with the reason. Plain Java, so that domain records can refuse; the web layer finds the words.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient List<FieldError> errors;
    private final transient List<Object> arguments;

    /**
     * A refusal with values for its detail text.
     *
     * @param arguments for the detail's places {@code {0}}, {@code {1}} …; instants are shown as date and time with UTC
     */
    public Refused(Problem problem, Object... arguments) {
        this(problem, List.of(), List.of(arguments));
    }

    private Refused(Problem problem, List<FieldError> errors, List<Object> arguments) {
        // A refusal is an answer, not a fault: nobody needs its stack.
        super(problem.name(), null, false, false);
        this.problem = problem;
        this.errors = errors;
        this.arguments = arguments;
    }

    /** Fields are missing or wrong. */
    public static Refused because(List<FieldError> errors) {
        return new Refused(Problem.FIELD_ERRORS, List.copyOf(errors), List.of(errors.size()));
    }

    public Problem problem() {
        return problem;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
