package org.yol.applications.nomination;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * A call for which an authority nominates.
 *
 * @param closes in the call's zone: until when citizens of the country may apply
 * @param applications how many of theirs were handed in and not withdrawn
 * @param ranked how many the list nominates
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
        int declined,
        Instant sentAt) {}
