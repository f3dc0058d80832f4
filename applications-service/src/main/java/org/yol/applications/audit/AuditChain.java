package org.yol.applications.audit;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.FinalDocuments;
import org.yol.platform.document.Results;
import org.yol.platform.document.Sorting;
import org.yol.platform.document.Summaries;
import org.yol.platform.trail.RecordedAct;

/**
 * The entries of one database, one after the other. Whoever adds puts the number after the last one it knows: of
 * several processes one gets it, and the others look again.
 */
final class AuditChain {

    private final FinalDocuments<AuditEntry> entries;
    private final ReentrantLock adding = new ReentrantLock();
    private final List<Waiting> waiting = new ArrayList<>();

    /** The last one known here; null before any is. */
    private AuditEntry last;

    AuditChain(AggregateCollections collections) {
        this.entries = collections.openFinal(
                "audit",
                AuditEntry.class,
                List.of(
                        new IndexModel(ascending("actId"), new IndexOptions().unique(true)),
                        latestFirst(),
                        latestFirst("subject"),
                        latestFirst("by"),
                        latestFirst("kind")));
    }

    private static IndexModel latestFirst(String... equal) {
        return new IndexModel(compoundIndex(ascending(equal), descending("at", "_id")));
    }

    private static final class Waiting {
        private final List<RecordedAct> acts;
        private boolean entered;

        private Waiting(List<RecordedAct> acts) {
            this.acts = acts;
        }
    }

    /** Enters acts that are not entered yet, together with those of everybody who waits at the same time. */
    void add(List<RecordedAct> acts) {
        Waiting mine = new Waiting(acts);
        synchronized (waiting) {
            waiting.add(mine);
        }
        adding.lock();
        try {
            if (!mine.entered) {
                List<Waiting> all;
                synchronized (waiting) {
                    all = List.copyOf(waiting);
                    waiting.clear();
                }
                enter(all.stream().flatMap(one -> one.acts.stream()).toList());
                all.forEach(one -> one.entered = true);
            }
        } finally {
            adding.unlock();
        }
    }

    private void enter(List<RecordedAct> acts) {
        List<RecordedAct> rest = acts;
        while (!rest.isEmpty()) {
            List<AuditEntry> following = following(rest);
            if (entries.keep(following)) {
                last = following.getLast();
                return;
            }
            // Another process was faster, or what comes is told once more.
            last = stored();
            rest = notEntered(rest);
        }
    }

    private List<AuditEntry> following(List<RecordedAct> acts) {
        if (last == null) {
            last = stored();
        }
        List<AuditEntry> following = new ArrayList<>();
        AuditEntry before = last;
        Set<String> ids = new HashSet<>();
        for (RecordedAct act : acts) {
            if (ids.add(act.id())) {
                before = before == null
                        ? AuditEntry.of(act, 1, AuditEntry.BEGINNING)
                        : AuditEntry.of(act, before.number() + 1, before.hash());
                following.add(before);
            }
        }
        return following;
    }

    private List<RecordedAct> notEntered(List<RecordedAct> acts) {
        Set<String> entered = entries
                .list(in("actId", acts.stream().map(RecordedAct::id).toList()))
                .stream()
                .map(AuditEntry::actId)
                .collect(Collectors.toSet());
        return acts.stream().filter(act -> !entered.contains(act.id())).toList();
    }

    private AuditEntry stored() {
        return latest(entries);
    }

    private static AuditEntry latest(FinalDocuments<AuditEntry> entries) {
        try (Results<AuditEntry> latest =
                entries.summaries().all(Filters.empty(), Sorting.descending("_id"), null, 1)) {
            return latest.hasNext() ? latest.next() : null;
        }
    }

    /** How far it has come, whichever process has added to it. */
    AuditHead head(String database) {
        AuditEntry latest = latest(entries.settled());
        return latest == null
                ? new AuditHead(database, 0, AuditEntry.BEGINNING)
                : new AuditHead(database, latest.number(), latest.hash());
    }

    /** The name of its database. */
    String database() {
        return entries.summaries().databases().getFirst();
    }

    Summaries<AuditEntry> summaries() {
        return entries.summaries();
    }
}
