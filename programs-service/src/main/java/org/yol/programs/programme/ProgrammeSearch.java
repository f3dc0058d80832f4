package org.yol.programs.programme;

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

/**
 * Finds programmes. Sorted by deadline, the nearest one ahead comes first and what is over comes last, the latest of it
 * first: nobody wants to begin with the deadlines of past years.
 */
@Service
class ProgrammeSearch {

    /** Begins the cursor of a page behind the deadlines ahead. */
    private static final String OVER = "over.";

    private final Programmes programmes;
    private final Clock clock;

    ProgrammeSearch(Programmes programmes, Clock clock) {
        this.programmes = programmes;
        this.clock = clock;
    }

    Page<Programme> page(ProgrammeFilter filter, Sort sort, Caller caller, PageRequest request) {
        Instant now = clock.instant();
        Bson query = filter.query(caller, now);
        if (sort == Sort.TITLE) {
            return programmes.page(query, Sorting.ascending(sort.field()), request);
        }
        String after = request.after();
        return after != null && after.startsWith(OVER)
                ? over(query, now, request.limit(), after.substring(OVER.length()))
                : ahead(query, now, request);
    }

    private Page<Programme> ahead(Bson query, Instant now, PageRequest request) {
        Page<Programme> ahead = programmes.page(
                and(query, gte(Sort.CLOSES.field(), now)), Sorting.ascending(Sort.CLOSES.field()), request);
        if (ahead.next() != null) {
            return ahead;
        }
        int room = request.limit() - ahead.items().size();
        if (room == 0) {
            boolean more = !over(query, now, 1, "").items().isEmpty();
            return new Page<>(ahead.items(), more ? OVER : null);
        }
        Page<Programme> over = over(query, now, room, "");
        return new Page<>(
                Stream.concat(ahead.items().stream(), over.items().stream()).toList(), over.next());
    }

    private Page<Programme> over(Bson query, Instant now, int limit, String cursor) {
        Page<Programme> over = programmes.page(
                and(query, lt(Sort.CLOSES.field(), now)),
                Sorting.descending(Sort.CLOSES.field()),
                new PageRequest(limit, cursor.isEmpty() ? null : cursor));
        return new Page<>(over.items(), over.next() == null ? null : OVER + over.next());
    }
}
