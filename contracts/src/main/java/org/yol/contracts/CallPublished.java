package org.yol.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A call is open to the public, or has changed since: the whole call, everything another service needs to take
 * applications to it. Key: call id. Its topic is compacted, so that the last word on each call is there for ever.
 *
 * @param title the programme's title by language tag; {@code en} is always there
 * @param destination ISO 3166-1 alpha-2, or {@code any}
 * @param origins ISO 3166-1 alpha-2 of the citizens it is for
 * @param opens first instant at which an application may be started
 * @param closes last instant at which an application may be submitted
 * @param zone IANA zone the deadline is stated in
 * @param documents kinds of documents every application needs
 * @param references number of references every application needs
 * @param rankAtMost how many places a student may rank, 1 or more
 */
public record CallPublished(
        String callId,
        String programmeId,
        String providerId,
        String providerName,
        ProgrammeKind kind,
        Map<String, String> title,
        String destination,
        List<String> origins,
        Instant opens,
        Instant closes,
        String zone,
        IntakeMode intake,
        List<String> documents,
        int references,
        int rankAtMost,
        List<Place> places,
        List<Criterion> rubric)
        implements Event {

    /**
     * A number of seats at one host for one level.
     *
     * @param seats 1 or more
     */
    public record Place(String id, String hostId, String hostName, StudyLevel level, int seats) {}

    /**
     * One line of the rubric.
     *
     * @param weight its part of the whole, in percent; the weights of a rubric add up to 100
     */
    public record Criterion(String criterion, int weight) {}
}
