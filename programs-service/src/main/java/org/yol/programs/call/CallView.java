package org.yol.programs.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.yol.contracts.EligibilityRule;
import org.yol.contracts.IntakeMode;
import org.yol.programs.counts.Counts;
import org.yol.programs.host.Host;
import org.yol.programs.programme.AmendmentView;
import org.yol.programs.programme.PublicationStatus;

/**
 * A call as its readers see it.
 *
 * @param version to be named in a write, as {@code If-Match}
 * @param opens with the offset of the call's zone at that time
 * @param closes likewise; the minute that it names is taken to its end
 * @param deadline the one that holds for the reader, by the citizenship of their account; that of everybody without one
 * @param graceMinutes for how long after a deadline an application is still taken
 * @param extensions later deadlines that were granted, each with its reason
 * @param amendments what was changed since it was published, the last one first
 * @param phase as of now, by the server's clock, for the reader
 * @param particulars what only some calls state
 * @param counts of its applications, exact for those who work with them and rounded for everybody else; none for a
 *     draft
 * @param archived when it was put away; none when it was not, or takes applications again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallView(
        String id,
        long version,
        String programmeId,
        PublicationStatus status,
        OffsetDateTime opens,
        OffsetDateTime closes,
        OffsetDateTime deadline,
        String zone,
        int graceMinutes,
        List<ExtensionView> extensions,
        List<AmendmentView> amendments,
        IntakeMode intake,
        Phase phase,
        List<String> documents,
        int references,
        int rankAtMost,
        Map<String, Integer> caps,
        List<PlaceView> places,
        List<Criterion> rubric,
        List<EligibilityRule> eligibility,
        @JsonUnwrapped ParticularsView particulars,
        Counts counts,
        OffsetDateTime archived) {

    /** @param countries whose citizens it is for; empty for everybody */
    public record ExtensionView(List<String> countries, OffsetDateTime closes, String reason) {}

    /** Open ones by deadline, then those to come, drafts, and what is over, the latest first. */
    static final Comparator<CallView> MOST_RELEVANT_FIRST = Comparator.comparing((CallView call) -> call.phase())
            .thenComparing(CallView::urgency)
            .thenComparing(CallView::id);

    /** @param country of the reader's citizenship; null where it is not known */
    static CallView of(Call call, String country, Map<String, Counts> counts, Map<String, Host> hosts, Instant now) {
        Terms terms = call.terms();
        ZoneId zone = terms.zone() == null ? ZoneOffset.UTC : ZoneId.of(terms.zone());
        return new CallView(
                call.id(),
                call.version(),
                call.programmeId(),
                call.status(),
                at(terms.opens(), zone),
                at(terms.closes(), zone),
                call.isPublished() ? call.deadlines().of(country).shown().toOffsetDateTime() : at(terms.closes(), zone),
                terms.zone(),
                terms.graceMinutes(),
                terms.extensions().stream()
                        .map(extension -> new ExtensionView(
                                extension.countries(), at(extension.closes(), zone), extension.reason()))
                        .toList(),
                AmendmentView.of(call.amendments(), zone),
                terms.intake(),
                Phase.of(call, country, now),
                terms.documents(),
                terms.references(),
                terms.rankAtMost(),
                terms.caps(),
                PlaceView.of(terms.places(), hosts),
                terms.rubric(),
                terms.eligibility(),
                ParticularsView.of(terms.particulars(), zone),
                call.isPublished() ? counts.getOrDefault(call.id(), Counts.NONE) : null,
                call.isArchived() ? at(call.archived(), zone) : null);
    }

    private static OffsetDateTime at(Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }

    /** Smallest for what comes first among calls of one phase. */
    private long urgency() {
        return switch (phase) {
            case OPEN -> deadline.toEpochSecond();
            case UPCOMING -> opens.toEpochSecond();
            case DRAFT -> opens == null ? Long.MAX_VALUE : opens.toEpochSecond();
            case CLOSED -> -deadline.toEpochSecond();
        };
    }

    /** What of it can change while the version of what it is shown with stays, in a form fit for an ETag. */
    String variant() {
        long edits = places.stream().mapToLong(place -> place.host().edits()).sum();
        String known = version + "-" + phase + (edits == 0 ? "" : "-" + edits);
        return counts == null ? known : known + "-" + counts.started() + "-" + counts.submitted();
    }
}
