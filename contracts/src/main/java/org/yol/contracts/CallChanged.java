package org.yol.contracts;

import java.util.List;
import java.util.Map;

/**
 * A call has changed, and these have begun to apply to it: some of those who are to be told. One change makes as many
 * of these events as its applicants need. Key: call id and change id, with a slash between.
 *
 * @param callSeq number of the event of the call by which it is known here, at least the one that told the change
 * @param title the programme's by language tag; {@code en} is always there
 * @param zone IANA zone the deadlines are stated in
 */
public record CallChanged(
        String callId,
        long callSeq,
        Map<String, String> title,
        String zone,
        CallChange change,
        List<Applicant> applicants)
        implements Event {

    public CallChanged {
        applicants = applicants == null ? List.of() : List.copyOf(applicants);
    }

    /**
     * Somebody to tell.
     *
     * @param studentId the account
     * @param country ISO 3166-1 alpha-2 of the citizenship by which their deadline is known; null where there is none
     * @param handedIn whether the application is handed in, and no draft any more
     */
    public record Applicant(String applicationId, String studentId, String country, boolean handedIn) {}
}
