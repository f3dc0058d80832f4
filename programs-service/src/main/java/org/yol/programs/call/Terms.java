package org.yol.programs.call;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yol.contracts.IntakeMode;

/**
 * The terms of one call. Times, zone and places may be missing in a draft.
 *
 * @param opens first instant at which an application may be started
 * @param closes last instant at which an application may be submitted
 * @param zone IANA zone both are stated in
 * @param documents kinds of documents every application needs
 * @param references number of references every application needs
 * @param rankAtMost how many places a student may rank, 1 or more
 * @param caps the most seats of a level or, as {@code call}, of all; empty without any
 */
public record Terms(
        Instant opens,
        Instant closes,
        String zone,
        IntakeMode intake,
        List<String> documents,
        int references,
        int rankAtMost,
        Map<String, Integer> caps,
        List<Place> places,
        List<Criterion> rubric) {

    /** What is scored where a call does not say. */
    static final List<Criterion> USUAL_RUBRIC = List.of(new Criterion("overall", 100));

    public Terms {
        documents = List.copyOf(documents);
        caps = Map.copyOf(caps);
        places = List.copyOf(places);
        rubric = List.copyOf(rubric);
    }
}
