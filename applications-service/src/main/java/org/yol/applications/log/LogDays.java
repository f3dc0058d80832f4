package org.yol.applications.log;

import static com.mongodb.client.model.Filters.gte;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.FinalDocuments;
import org.yol.platform.document.Results;
import org.yol.platform.document.Sorting;

/** On which days the log grew from where. */
@Component
class LogDays {

    private static final int LONGEST = 3_700;

    private final FinalDocuments<LogDay> days;

    LogDays(AggregateCollections collections) {
        this.days = collections.openFinal("log-days", LogDay.class, List.of());
    }

    /** That the log grows at an instant, from an entry on: kept of the first time that day. */
    void keep(Instant now, long first) {
        days.keep(new LogDay(day(now).toString(), first));
    }

    /** The days from one on, in their order. */
    List<LogDay> since(LocalDate day) {
        try (Results<LogDay> found = days.summaries().all(gte("_id", day.toString()), Sorting.ascending("_id"), null)) {
            return found.next(LONGEST);
        }
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
