package org.yol.applications.log;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.FinalDocuments;
import org.yol.platform.document.Results;
import org.yol.platform.document.Sorting;

/** The entries by their numbers: also those that are not signed yet, which nobody is shown. */
@Component
class LogEntries {

    private static final int READ_AT_ONCE = 1_000;

    private final FinalDocuments<LogEntry> entries;

    LogEntries(AggregateCollections collections) {
        this.entries = collections.openFinal(
                "log-entries",
                LogEntry.class,
                List.of(
                        new IndexModel(ascending("statement.source"), new IndexOptions().unique(true)),
                        new IndexModel(ascending("leaf")),
                        latestFirst("statement.call"),
                        latestFirst("statement.kind"),
                        latestFirst("statement.call", "statement.kind")));
    }

    private static IndexModel latestFirst(String... equal) {
        return new IndexModel(compoundIndex(ascending(equal), descending("_id")));
    }

    /**
     * Gives entries their numbers, one after the other.
     *
     * @return whether all have theirs; not when another stands at one of the numbers, or has the same source
     */
    boolean keep(List<LogEntry> some) {
        return entries.keep(some);
    }

    /** Those of these sources that have a number already. */
    Set<String> known(Collection<String> sources) {
        return ofSources(sources).stream()
                .map(entry -> entry.statement().source())
                .collect(Collectors.toSet());
    }

    /** Those of these sources, in no certain order. */
    List<LogEntry> ofSources(Collection<String> sources) {
        return entries.list(in("statement.source", sources));
    }

    /**
     * Those from a number on that has been signed.
     *
     * @throws Halted when the store has not all of them any more
     */
    List<LogEntry> signed(long first, int number) {
        List<LogEntry> found = some(and(gte("_id", first), lt("_id", first + number)), true, number);
        if (found.size() < number) {
            throw new Halted(
                    PublicLog.Halt.STORE_BEHIND,
                    "Less is stored than was signed: of the entries from " + first + " to " + (first + number - 1)
                            + " not all are there.");
        }
        return found;
    }

    /** Those from a number on, at most so many. */
    List<LogEntry> from(long index, int atMost) {
        return some(gte("_id", index), true, atMost);
    }

    /** All, the first one first; to be closed. */
    Results<LogEntry> all() {
        return open(Filters.empty(), true, READ_AT_ONCE);
    }

    /** The latest before a number that a filter allows, the latest first. */
    List<LogEntry> latest(Bson filter, long before, int atMost) {
        return some(and(filter, lt("_id", before)), false, atMost);
    }

    /** The first of all that a filter allows. */
    Optional<LogEntry> first(Bson filter) {
        return some(filter, true, 1).stream().findFirst();
    }

    /** The last key that was introduced. */
    Optional<LogEntry> lastKey() {
        return latest(eq("statement.kind", Statement.LOG_KEY), Long.MAX_VALUE, 1).stream()
                .findFirst();
    }

    Optional<LogEntry> ofLeaf(String leaf) {
        return entries.list(eq("leaf", leaf)).stream().findFirst();
    }

    Optional<LogEntry> ofSource(String source) {
        return entries.list(eq("statement.source", source)).stream().findFirst();
    }

    private List<LogEntry> some(Bson filter, boolean ascending, int atMost) {
        try (Results<LogEntry> found = open(filter, ascending, Math.min(atMost, READ_AT_ONCE))) {
            return found.next(atMost);
        }
    }

    private Results<LogEntry> open(Bson filter, boolean ascending, int batch) {
        return entries.summaries().all(filter, new Sorting("_id", ascending), null, batch);
    }
}
