package org.yol.applications.nomination;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Map;

/**
 * A call for which an authority nominates.
 *
 * @param closes in the call's zone: until when citizens of the country may apply
 * @param applications how many of theirs were handed in and not withdrawn
 * @param ranked how many the list nominates
 * @param most how many it may nominate; null for as many as it likes
 * @param declined how many it does not
 * @param sentAt null while it is written
 */
record NominationCall(
        String callId,
        String programmeId,
        Map<String, String> programmeTitle,
        OffsetDateTime closes,
        String zone,
        long applications,
        int ranked,
        Integer most,
        int declined,
        Instant sentAt) {

    /** What can or must be sent soonest, then what is sent, the last one first. */
    static final Comparator<NominationCall> MOST_URGENT_FIRST = Comparator.comparing(
                    (NominationCall call) -> call.sentAt(), Comparator.nullsFirst(Comparator.<Instant>reverseOrder()))
            .thenComparing(call -> call.closes().toInstant())
            .thenComparing(NominationCall::callId);
}
