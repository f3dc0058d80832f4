package org.yol.programs.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.yol.contracts.IntakeMode;
import org.yol.programs.counts.Counts;

/**
 * A call as its readers see it.
 *
 * @param opens with the offset of the call's zone at that time
 * @param closes likewise
 * @param phase as of now, by the server's clock
 * @param counts of its applications; none for a draft
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CallView(
        String id,
        String programmeId,
        PublicationStatus status,
        OffsetDateTime opens,
        OffsetDateTime closes,
        String zone,
        IntakeMode intake,
        Phase phase,
        List<String> documents,
        int references,
        int rankAtMost,
        Map<String, Integer> caps,
        List<Place> places,
        List<Criterion> rubric,
        Counts counts) {

    private static final Counts NONE = new Counts(0, 0);

    static CallView of(String programmeId, Call call, Map<String, Counts> counts, Instant now) {
        Terms terms = call.terms();
        ZoneId zone = terms.zone() == null ? ZoneOffset.UTC : ZoneId.of(terms.zone());
        return new CallView(
                call.id(),
                programmeId,
                call.status(),
                at(terms.opens(), zone),
                at(terms.closes(), zone),
                terms.zone(),
                terms.intake(),
                Phase.of(call, now),
                terms.documents(),
                terms.references(),
                terms.rankAtMost(),
                terms.caps(),
                terms.places(),
                terms.rubric(),
                call.status() == PublicationStatus.DRAFT ? null : counts.getOrDefault(call.id(), NONE));
    }

    private static OffsetDateTime at(Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }

    /** What of it can change while its programme's version stays, in a form fit for an ETag. */
    String variant() {
        return counts == null ? phase.toString() : phase + "-" + counts.started() + "-" + counts.submitted();
    }
}
