package org.yol.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The deadline of a call is near for these, whose applications to it are drafts: some of those who are to be reminded.
 * One reminder makes as many of these events as its applicants need, and names each of them once. Key: call id and
 * {@code deadline}, with a slash between.
 *
 * @param callSeq number of the event of the call by which it is known here
 * @param title the programme's by language tag; {@code en} is always there
 * @param zone IANA zone the deadline is stated in
 * @param closes the deadline, as it is stated for all of them
 * @param reminder when they were to be reminded: a fixed time before that deadline
 */
public record DeadlineNear(
        String callId,
        long callSeq,
        Map<String, String> title,
        String zone,
        Instant closes,
        Instant reminder,
        List<Applicant> applicants)
        implements Event {

    public DeadlineNear {
        applicants = applicants == null ? List.of() : List.copyOf(applicants);
    }

    /**
     * Somebody to remind.
     *
     * @param studentId the account
     * @param country ISO 3166-1 alpha-2 of the citizenship by which their deadline is known; null where there is none
     */
    public record Applicant(String applicationId, String studentId, String country) {}
}
