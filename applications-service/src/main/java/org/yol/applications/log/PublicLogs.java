package org.yol.applications.log;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yol.applications.commitment.LogOrigin;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.AlreadyExists;
import org.yol.platform.document.Change;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.startup.Preparations;

/** Where it stands how far the log has come. */
@Component
class PublicLogs {

    private final AggregateCollection<PublicLog> logs;
    private final String origin;
    private final Clock clock;

    PublicLogs(AggregateCollections collections, Preparations preparations, LogOrigin origin, Clock clock) {
        this.logs = collections.open("public-logs", PublicLog.class, List.of());
        this.origin = origin.origin();
        this.clock = clock;
        preparations.add("the public log", this::begin);
    }

    /** Makes the first one, unless it is there. */
    void begin() {
        if (logs.find(origin).isEmpty()) {
            Instant now = clock.instant();
            try {
                logs.insert(
                        Change.silent(PublicLog.empty(origin))
                                .due(PublicLog.NUMBERING, now)
                                .due(PublicLog.COMMITTING, now)
                                .due(PublicLog.ASKING, now),
                        RequestIdentity.ofCause("log", origin));
            } catch (AlreadyExists _) {
                // Another process was first.
            }
        }
    }

    /**
     * As it may be shown; an empty one before the first of all. A checkpoint that the store could still lose, and sign
     * another one in its place, is shown to nobody.
     */
    PublicLog now() {
        return logs.findSettled(origin).orElseGet(() -> PublicLog.empty(origin));
    }

    /** As it stands, with what may not be shown yet: for comparing what others show. */
    PublicLog latest() {
        return logs.find(origin).orElseGet(() -> PublicLog.empty(origin));
    }

    AggregateCollection<PublicLog> stored() {
        return logs;
    }
}
