package org.yol.platform.problem;

import java.util.List;
import java.util.Map;

/**
 * A request is refused, with the reason. Plain Java, so that domain records can refuse; the web layer finds the words.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient List<FieldError> errors;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> more;

    /**
     * A refusal with values for its detail text.
     *
     * @param arguments for the detail's places {@code {0}}, {@code {1}} …; a ZonedDateTime is written with the clock of
     *     its own zone, an Instant with that of UTC, a LocalDate as a day, a Country by its name, all in the reader's
     *     language
     */
    public Refused(Problem problem, Object... arguments) {
        this(problem, List.of(), List.of(arguments), Map.of());
    }

    private Refused(Problem problem, List<FieldError> errors, List<Object> arguments, Map<String, Object> more) {
        // A refusal is an answer, not a fault: nobody needs its stack.
        super(problem.name(), null, false, false);
        this.problem = problem;
        this.errors = errors;
        this.arguments = arguments;
        this.more = more;
    }

    /** Fields are missing or wrong. */
    public static Refused because(List<FieldError> errors) {
        return because(Problem.FIELD_ERRORS, errors);
    }

    /**
     * Several things stand in the way, each with its words.
     *
     * @param errors that the answer lists; their number is the argument of the problem's detail
     */
    public static Refused because(Problem problem, List<FieldError> errors) {
        return new Refused(problem, List.copyOf(errors), List.of(errors.size()), Map.of());
    }

    /**
     * The same with one more member of the problem details (RFC 9457, 3.2), for clients that can do something with it.
     */
    public Refused naming(String member, Object value) {
        return new Refused(problem, errors, arguments, Map.of(member, value));
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

    /** Further members of the problem details. */
    public Map<String, Object> more() {
        return more;
    }
}
