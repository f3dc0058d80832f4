package org.yol.applications.reference;

import org.yol.platform.problem.Problem;

/** Why something about a reference is refused. */
final class ReferenceProblem {

    static final Problem REFERENCES_CLOSED = new Problem("references-closed", 409);
    static final Problem REFERENCE_STATE = new Problem("reference-state", 409);
    static final Problem REMINDED_ENOUGH = new Problem("reminded-enough", 409);
    static final Problem TOO_MANY_REFEREES = new Problem("too-many-referees", 409);
    static final Problem REFERENCE_ANSWERED = new Problem("reference-answered", 409);
    /** Wrong, replaced or taken back: which of these is nobody's to know. */
    static final Problem LINK_NOT_VALID = new Problem("link-not-valid", 404);

    private ReferenceProblem() {}
}
