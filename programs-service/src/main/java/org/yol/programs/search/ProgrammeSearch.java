package org.yol.programs.search;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.yol.platform.access.Caller;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.programs.call.CallViews;
import org.yol.programs.programme.ProgrammeAccess;
import org.yol.programs.programme.PublicationStatus;

/** Finds programmes: which ones and in which order says the index, what they are the store. */
@Service
class ProgrammeSearch {

    private final Listings listings;
    private final ProgrammeIndex index;
    private final ProgrammeViews views;
    private final Clock clock;

    ProgrammeSearch(Listings listings, ProgrammeIndex index, ProgrammeViews views, Clock clock) {
        this.listings = listings;
        this.index = index;
        this.views = views;
        this.clock = clock;
    }

    /** The programme of that id as it is now, if this caller may see it; refused as not-found otherwise. */
    Listing visible(String id, Caller caller) {
        Listing current = listings.current(id);
        if (current.status() == PublicationStatus.DRAFT
                && !ProgrammeAccess.maySeeDrafts(current.programme().provider().id(), caller)) {
            throw new Refused(Problem.NOT_FOUND);
        }
        return current;
    }

    ProgrammePage page(ProgrammeFilter filter, Sort sort, Caller caller, PageRequest request) {
        Moment moment = new Moment(clock.instant(), CallViews.citizenship(caller));
        Found found = index.find(filter, sort, moment, caller, request);
        Page<Listing> page = new Page<>(listings.inOrder(found.ids()), found.next());
        return new ProgrammePage(views.of(page, caller).items(), found.next(), found.total(), found.facets());
    }
}
