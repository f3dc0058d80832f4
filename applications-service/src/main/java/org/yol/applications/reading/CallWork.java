package org.yol.applications.reading;

import java.time.OffsetDateTime;
import java.util.Map;
import org.yol.applications.roster.ToDo;

/**
 * What is still to be done with the applications to a call.
 *
 * @param title by language tag; null, as closes and zone are, while this service has not heard of the call
 * @param closes the deadline for most
 * @param todo how many applications, by what is to be done; each 1 or more
 */
record CallWork(
        String callId,
        String programmeId,
        Map<String, String> title,
        OffsetDateTime closes,
        String zone,
        Map<ToDo, Long> todo) {}
