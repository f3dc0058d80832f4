package org.yol.programs.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.yol.programs.call.CallView;
import org.yol.programs.programme.AmendmentView;
import org.yol.programs.programme.Offer;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.ProgrammeProvider;
import org.yol.programs.programme.PublicationStatus;

/**
 * A programme as its readers find it.
 *
 * @param version of the programme alone: each of the calls has its own
 * @param calls that the reader may see, those they can still do something about first
 * @param amendments what was changed of the programme since it was published, the last one first
 * @param archived when it was put away, itself or call by call; none when it was not, or takes applications again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProgrammeWithCalls(
        String id,
        long version,
        PublicationStatus status,
        ProgrammeProvider provider,
        @JsonUnwrapped Offer offer,
        List<CallView> calls,
        List<AmendmentView> amendments,
        Instant archived) {

    static ProgrammeWithCalls of(Listing listing, List<CallView> calls) {
        Programme programme = listing.programme();
        return new ProgrammeWithCalls(
                programme.id(),
                programme.version(),
                listing.status(),
                programme.provider(),
                programme.offer(),
                calls,
                AmendmentView.of(programme.amendments(), ZoneOffset.UTC),
                listing.archivedAt());
    }
}
