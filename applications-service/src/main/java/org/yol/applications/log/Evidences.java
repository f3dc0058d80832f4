package org.yol.applications.log;

import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yol.platform.digest.Sha256;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.FinalDocuments;
import org.yol.platform.document.Results;
import org.yol.platform.document.Sorting;
import org.yol.transparency.Checkpoint;
import org.yol.transparency.SignedNote;
import org.yol.transparency.SplitView;

/** What convicts the log. It is checked before it is kept, and there is none unless a key was misused. */
@Component
class Evidences {

    private static final Logger LOG = LoggerFactory.getLogger(Evidences.class);

    /** One would do. */
    private static final int AT_MOST = 100;

    private final FinalDocuments<Evidence> evidences;
    private final LogKeys keys;
    private final Clock clock;

    Evidences(AggregateCollections collections, LogKeys keys, Clock clock) {
        this.evidences = collections.openFinal("log-evidence", Evidence.class, List.of());
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Keeps evidence.
     *
     * @throws IllegalArgumentException when it is none, with why
     */
    void keep(SplitView given) {
        given.verify(keys.published());
        SplitView own = new SplitView(keys.ownOf(given.one()), keys.ownOf(given.other()), given.consistency());
        String id = Sha256.hex(own.one().text() + own.other().text());
        if (all().size() < AT_MOST) {
            Evidence evidence = new Evidence(id, clock.instant(), size(own.one()), size(own.other()), own.toString());
            if (evidences.keep(evidence)) {
                LOG.error(
                        "The key of the public log has signed two histories, of {} and {} entries:"
                                + " GET /api/log/evidence/{} shows them. docs/operations.md says what to do.",
                        evidence.earlier(),
                        evidence.later(),
                        id);
            }
        }
    }

    private static long size(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }

    /** All of it, the latest first. */
    List<Evidence> all() {
        try (Results<Evidence> found =
                evidences.summaries().all(Filters.empty(), Sorting.ascending("_id"), null, AT_MOST)) {
            return found.next(AT_MOST).stream()
                    .sorted(Comparator.comparing(Evidence::at).reversed())
                    .toList();
        }
    }

    Optional<Evidence> find(String id) {
        return evidences.find(id);
    }
}
