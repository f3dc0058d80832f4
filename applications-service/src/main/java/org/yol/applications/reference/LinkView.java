package org.yol.applications.reference;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.yol.contracts.Language;

/**
 * What somebody sees who follows a one-time link.
 *
 * @param state {@code open}; or {@code received}, {@code declined} or {@code closed}, which tells nothing else
 * @param at when it was received, declined or closed; null while it is open
 * @param asked what is asked; null unless it is open
 * @param letter as it is written by now, likewise
 */
record LinkView(String state, Instant at, Asked asked, LetterView letter) {

    /**
     * What a referee is asked.
     *
     * @param language in which they are written to
     * @param student as in the passport
     * @param closes until when, in the zone of the call
     * @param zone IANA zone
     */
    record Asked(
            String referee,
            String institution,
            String relation,
            Language language,
            String student,
            String callId,
            Map<String, String> programmeTitle,
            OffsetDateTime closes,
            String zone) {}

    static LinkView over(String state, Instant at) {
        return new LinkView(state, at, null, null);
    }
}
