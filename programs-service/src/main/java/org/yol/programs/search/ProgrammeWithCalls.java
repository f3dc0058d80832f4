package org.yol.programs.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.yol.programs.call.CallView;
import org.yol.programs.programme.Offer;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.ProgrammeProvider;
import org.yol.programs.programme.PublicationStatus;

/**
 * A programme as its readers find it.
 *
 * @param version of the programme alone: each of the calls has its own
 * @param calls that the reader may see, those they can still do something about first
 */
record ProgrammeWithCalls(
        String id,
        long version,
        PublicationStatus status,
        ProgrammeProvider provider,
        @JsonUnwrapped Offer offer,
        List<CallView> calls) {

    static ProgrammeWithCalls of(Listing listing, List<CallView> calls) {
        Programme programme = listing.programme();
        return new ProgrammeWithCalls(
                programme.id(), programme.version(), listing.status(), programme.provider(), programme.offer(), calls);
    }
}
