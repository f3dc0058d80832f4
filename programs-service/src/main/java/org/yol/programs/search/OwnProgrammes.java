package org.yol.programs.search;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.yol.platform.access.Caller;
import org.yol.platform.document.PageRequest;
import org.yol.programs.call.CallView;
import org.yol.programs.call.Phase;
import org.yol.programs.counts.ApplicationCounts;

/** The table of those who write programmes: what is theirs, drafts included, by any of its columns. */
@Service
class OwnProgrammes {

    private final ProgrammeIndex index;
    private final Listings listings;
    private final ProgrammeViews views;
    private final ApplicationCounts counts;
    private final Clock clock;

    OwnProgrammes(
            ProgrammeIndex index, Listings listings, ProgrammeViews views, ApplicationCounts counts, Clock clock) {
        this.index = index;
        this.listings = listings;
        this.views = views;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * What of the own programmes is wanted.
     *
     * @param text words to be found; null for all
     * @param state of the calls that are looked for; null for any
     * @param archived those that were put away, and only them
     */
    record Wanted(String text, Phase state, boolean archived) {

        ProgrammeFilter filter() {
            Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
            chosen.put(Facet.PHASE, state == null ? Set.of() : Set.of(state.toString()));
            return new ProgrammeFilter(text, chosen, null, true, archived);
        }

        /** Of a programme that was put away the calls were, whether or not each was by itself. */
        boolean isWanted(CallView call) {
            return (archived || call.archived() == null) && (state == null || call.phase() == state);
        }
    }

    OwnPage page(
            Wanted wanted, OwnOrder.Column column, OwnOrder.Direction direction, Caller writer, PageRequest request) {
        Found found = index.find(wanted.filter(), order(column, direction), now(), writer, request);
        return new OwnPage(rows(found.ids(), wanted, writer), found.next(), found.total());
    }

    /** The ids of all, as they stand now. */
    List<String> all(Wanted wanted, OwnOrder.Column column, OwnOrder.Direction direction, Caller writer) {
        return index.all(wanted.filter(), order(column, direction), now(), writer);
    }

    /** What the table says of these, in their order. */
    List<OwnProgramme> rows(List<String> ids, Wanted wanted, Caller writer) {
        List<Listing> inOrder = listings.inOrder(ids);
        Map<String, List<CallView>> calls = views.calls(inOrder, writer);
        return inOrder.stream()
                .map(listing -> OwnProgramme.of(
                        listing,
                        calls.getOrDefault(listing.id(), List.of()).stream()
                                .filter(wanted::isWanted)
                                .toList()))
                .toList();
    }

    private OwnOrder order(OwnOrder.Column column, OwnOrder.Direction direction) {
        return new OwnOrder(column, direction, counts::of);
    }

    private Moment now() {
        return new Moment(clock.instant(), null);
    }
}
