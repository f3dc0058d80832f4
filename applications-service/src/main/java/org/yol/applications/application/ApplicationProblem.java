package org.yol.applications.application;

import org.yol.platform.problem.Problem;

/** Why an application is refused something. */
public final class ApplicationProblem {

    public static final Problem NOT_OPEN_YET = new Problem("not-open-yet", 409);
    public static final Problem DEADLINE_PASSED = new Problem("deadline-passed", 409);
    public static final Problem NOT_ELIGIBLE = new Problem("not-eligible", 409);
    public static final Problem STATE_CONFLICT = new Problem("state-conflict", 409);
    public static final Problem DOSSIER_CHANGED = new Problem("dossier-changed", 409);
    public static final Problem NOT_NOMINATED = new Problem("not-nominated", 409);
    public static final Problem OFFER_EXPIRED = new Problem("offer-expired", 409);
    public static final Problem REVIEW_BEGUN = new Problem("review-begun", 409);
    public static final Problem CORRECTION_TOO_LATE = new Problem("correction-too-late", 409);
    public static final Problem UNSUPPORTED_FILE_TYPE = new Problem("unsupported-file-type", 415);
    public static final Problem INFECTED_FILE = new Problem("infected-file", 409);
    public static final Problem TOO_MANY_FILES = new Problem("too-many-files", 409);

    private ApplicationProblem() {}
}
