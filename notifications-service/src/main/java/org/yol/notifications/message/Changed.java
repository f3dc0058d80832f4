package org.yol.notifications.message;

import java.time.Instant;
import java.time.ZoneId;
import org.yol.contracts.Deadline;
import org.yol.notifications.call.Call;

/**
 * What a message of a change of a call or of its deadline has to say besides. Public because the record codec can read
 * no other.
 *
 * @param reason in the coordinator's words; null in a reminder of the deadline
 * @param closes the deadline that was stated for the reader; null where a change left it as it was
 * @param zone IANA zone of the call
 * @param callSeq number of the event of the call that tells all this: an older copy of the call does not know it
 * @param country ISO 3166-1 alpha-2 of the citizenship by which the reader's deadline is known; null without
 * @param handedIn whether the reader's application was handed in then
 */
public record Changed(String reason, Instant closes, String zone, long callSeq, String country, boolean handedIn) {

    /**
     * The deadline that holds for the reader.
     *
     * @param call as it is known now; null while it is not
     * @return null where nobody knows it
     */
    Deadline deadline(Call call) {
        if (call != null && call.seq() >= callSeq) {
            return call.deadline(country);
        }
        return closes == null ? null : new Deadline(closes, ZoneId.of(zone), 0);
    }

    /** Which of two things is said, in the words of the message files. */
    String standing() {
        return handedIn ? "submitted" : "draft";
    }
}
