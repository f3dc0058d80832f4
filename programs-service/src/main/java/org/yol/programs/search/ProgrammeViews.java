package org.yol.programs.search;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yol.platform.access.Caller;
import org.yol.platform.document.Page;
import org.yol.programs.call.Call;
import org.yol.programs.call.CallView;
import org.yol.programs.call.CallViews;
import org.yol.programs.programme.ProgrammeAccess;

/** Shows programmes with those of their calls that a reader may see. */
@Component
class ProgrammeViews {

    private final CallViews calls;

    ProgrammeViews(CallViews calls) {
        this.calls = calls;
    }

    ProgrammeWithCalls of(Listing listing, Caller caller) {
        return of(new Page<>(List.of(listing), null), caller).items().getFirst();
    }

    Page<ProgrammeWithCalls> of(Page<Listing> page, Caller caller) {
        Map<String, List<CallView>> shown = calls(page.items(), caller);
        return page.map(listing -> ProgrammeWithCalls.of(listing, shown.getOrDefault(listing.id(), List.of())));
    }

    /** The calls that a reader may see, by programme: those one can still do something about first. */
    Map<String, List<CallView>> calls(List<Listing> listings, Caller caller) {
        List<Call> visible = listings.stream()
                .flatMap(listing -> visible(listing, caller).stream())
                .toList();
        return calls.byProgramme(visible, caller);
    }

    private static List<Call> visible(Listing listing, Caller caller) {
        boolean draftsToo =
                ProgrammeAccess.maySeeDrafts(listing.programme().provider().id(), caller);
        return listing.calls().stream()
                .filter(call -> draftsToo || call.isPublished())
                .toList();
    }
}
