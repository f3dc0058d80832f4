package org.yol.programs.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yol.contracts.ProgrammeKind;
import org.yol.programs.call.CallView;
import org.yol.programs.call.CallView.ExtensionView;
import org.yol.programs.call.Phase;
import org.yol.programs.counts.Counts;
import org.yol.programs.programme.PublicationStatus;

/**
 * A programme as a row of the table of who writes it.
 *
 * @param calls those that are looked for, those one can still do something about first
 * @param callsInAll how many of these there are, of which a table shows the first
 * @param archived when it was put away, itself or call by call; none when it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OwnProgramme(
        String id,
        PublicationStatus status,
        ProgrammeKind kind,
        Map<String, String> title,
        List<OwnCall> calls,
        int callsInAll,
        Instant archived) {

    /**
     * One of its calls.
     *
     * @param opens with the offset of the call's zone at that time; none while it is not stated, as closes and zone
     * @param closes the last that holds for anybody
     * @param counts none for a draft
     * @param archived when it was put away; none when it was not, or takes applications again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnCall(
            String id,
            PublicationStatus status,
            Phase phase,
            OffsetDateTime opens,
            OffsetDateTime closes,
            String zone,
            Counts counts,
            OffsetDateTime archived) {

        static OwnCall of(CallView call) {
            OffsetDateTime last = Stream.concat(
                            Stream.ofNullable(call.closes()),
                            call.extensions().stream().map(ExtensionView::closes))
                    .max(OffsetDateTime::compareTo)
                    .orElse(null);
            return new OwnCall(
                    call.id(),
                    call.status(),
                    call.phase(),
                    call.opens(),
                    last,
                    call.zone(),
                    call.counts(),
                    call.archived());
        }
    }

    /** @param calls all that are looked for */
    static OwnProgramme of(Listing listing, List<CallView> calls) {
        return new OwnProgramme(
                listing.id(),
                listing.status(),
                listing.programme().offer().kind(),
                listing.programme().offer().title(),
                calls.stream().map(OwnCall::of).toList(),
                calls.size(),
                listing.archivedAt());
    }

    /** With the first so many calls. */
    OwnProgramme withCalls(int atMost) {
        return calls.size() <= atMost
                ? this
                : new OwnProgramme(id, status, kind, title, calls.subList(0, atMost), callsInAll, archived);
    }
}
