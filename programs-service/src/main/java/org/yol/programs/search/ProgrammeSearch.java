package org.yol.programs.search;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Service;
import org.yol.platform.access.Caller;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.Sorting;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.programs.programme.ProgrammeAccess;
import org.yol.programs.programme.PublicationStatus;

/**
 * Finds programmes. Sorted by deadline, the nearest one ahead comes first and what is over comes last, the latest of it
 * first: nobody wants to begin with the deadlines of past years.
 */
@Service
class ProgrammeSearch {

    /** Begins the cursor of a page behind the deadlines ahead. */
    private static final String OVER = "over.";

    private final Listings listings;
    private final Clock clock;

    ProgrammeSearch(Listings listings, Clock clock) {
        this.listings = listings;
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

    Page<Listing> page(ProgrammeFilter filter, Sort sort, Caller caller, PageRequest request) {
        Instant now = clock.instant();
        Bson query = filter.query(caller, now);
        if (sort == Sort.TITLE) {
            return listings.page(query, Sorting.ascending(sort.field()), request);
        }
        String after = request.after();
        return after != null && after.startsWith(OVER)
                ? over(query, now, request.limit(), after.substring(OVER.length()))
                : ahead(query, now, request);
    }

    private Page<Listing> ahead(Bson query, Instant now, PageRequest request) {
        Page<Listing> ahead = listings.page(
                and(query, gte(Sort.CLOSES.field(), now)), Sorting.ascending(Sort.CLOSES.field()), request);
        if (ahead.next() != null) {
            return ahead;
        }
        int room = request.limit() - ahead.items().size();
        if (room == 0) {
            boolean more = !over(query, now, 1, "").items().isEmpty();
            return new Page<>(ahead.items(), more ? OVER : null);
        }
        Page<Listing> over = over(query, now, room, "");
        return new Page<>(
                Stream.concat(ahead.items().stream(), over.items().stream()).toList(), over.next());
    }

    private Page<Listing> over(Bson query, Instant now, int limit, String cursor) {
        Page<Listing> over = listings.page(
                and(query, lt(Sort.CLOSES.field(), now)),
                Sorting.descending(Sort.CLOSES.field()),
                new PageRequest(limit, cursor.isEmpty() ? null : cursor));
        return new Page<>(over.items(), over.next() == null ? null : OVER + over.next());
    }
}
