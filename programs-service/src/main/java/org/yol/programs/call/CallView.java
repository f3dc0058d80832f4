package org.yol.programs.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.yol.contracts.IntakeMode;
import org.yol.programs.counts.Counts;
import org.yol.programs.programme.PublicationStatus;

/**
 * A call as its readers see it.
 *
 * @param version to be named in a write, as {@code If-Match}
 * @param opens with the offset of the call's zone at that time
 * @param closes likewise
 * @param phase as of now, by the server's clock
 * @param counts of its applications; none for a draft
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallView(
        String id,
        long version,
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

    /** Open ones by deadline, then those to come, drafts, and what is over, the latest first. */
    static final Comparator<CallView> MOST_RELEVANT_FIRST = Comparator.comparing((CallView call) -> call.phase())
            .thenComparing(CallView::urgency)
            .thenComparing(CallView::id);

    static CallView of(Call call, Map<String, Counts> counts, Instant now) {
        Terms terms = call.terms();
        ZoneId zone = terms.zone() == null ? ZoneOffset.UTC : ZoneId.of(terms.zone());
        return new CallView(
                call.id(),
                call.version(),
                call.programmeId(),
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
                call.isPublished() ? counts.getOrDefault(call.id(), NONE) : null);
    }

    private static OffsetDateTime at(Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }

    /** Smallest for what comes first among calls of one phase. */
    private long urgency() {
        return switch (phase) {
            case OPEN -> closes.toEpochSecond();
            case UPCOMING -> opens.toEpochSecond();
            case DRAFT -> opens == null ? Long.MAX_VALUE : opens.toEpochSecond();
            case CLOSED -> -closes.toEpochSecond();
        };
    }

    /** What of it can change while the version of what it is shown with stays, in a form fit for an ETag. */
    String variant() {
        String known = version + "-" + phase;
        return counts == null ? known : known + "-" + counts.started() + "-" + counts.submitted();
    }
}
