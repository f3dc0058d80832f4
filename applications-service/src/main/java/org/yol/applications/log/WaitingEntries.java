package org.yol.applications.log;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.FinalDocuments;
import org.yol.platform.document.Results;
import org.yol.platform.document.Sorting;

/** What waits for its number. What has one already may come again: whoever gives numbers sees that. */
@Component
class WaitingEntries {

    private final FinalDocuments<WaitingEntry> waiting;

    WaitingEntries(AggregateCollections collections) {
        this.waiting = collections.openFinal(
                "log-waiting", WaitingEntry.class, List.of(new IndexModel(ascending("since", "_id"))));
    }

    /** Keeps them, those that wait already once. */
    void keep(List<WaitingEntry> some) {
        waiting.keepEach(some);
    }

    /** Those that have waited the longest. */
    List<WaitingEntry> first(int atMost) {
        try (Results<WaitingEntry> found =
                waiting.summaries().all(Filters.empty(), Sorting.ascending("since"), null, atMost)) {
            return found.next(atMost);
        }
    }

    /** Those of these ids. */
    List<WaitingEntry> these(Collection<String> ids) {
        return waiting.list(in("_id", ids));
    }

    /** They have their numbers. */
    void remove(Collection<String> ids) {
        waiting.remove(ids);
    }
}
