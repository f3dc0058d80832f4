package org.yol.applications.decision;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.springframework.http.ProblemDetail;

/**
 * What became of one of several applications that something was asked for.
 *
 * @param version of what was changed as it is now, the decision or the application, to be stated by whoever goes on
 *     with it; null where there is none for this reader
 * @param problem why it is refused, in the reader's language; null when it is done
 */
public record RowResult(String applicationId, Status status, Long version, ProblemDetail problem) {

    /** Whether it is done. */
    public enum Status {
        @JsonProperty("done")
        DONE,
        @JsonProperty("refused")
        REFUSED
    }

    static RowResult done(String applicationId, Long version) {
        return new RowResult(applicationId, Status.DONE, version, null);
    }

    static RowResult refused(String applicationId, Long version, ProblemDetail problem) {
        return new RowResult(applicationId, Status.REFUSED, version, problem);
    }
}
