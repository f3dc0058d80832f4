package org.yol.applications.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yol.applications.audit.AuditHead;
import org.yol.applications.audit.AuditTrail;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;

/**
 * Says in the log, each hour, where the audit trail stands: whoever cuts its end off or makes it anew contradicts what
 * everybody has.
 */
@Component
class AuditCommitments {

    private final AuditTrail trail;
    private final WaitingEntries waiting;
    private final LogWriter writer;
    private final Clock clock;

    AuditCommitments(PublicLogs logs, AuditTrail trail, WaitingEntries waiting, LogWriter writer, Clock clock) {
        this.trail = trail;
        this.waiting = waiting;
        this.writer = writer;
        this.clock = clock;
        logs.stored().work(WorkPlan.of(PublicLog.COMMITTING), this::commit);
    }

    private Outcome commit(PublicLog log, Claim claim) {
        Instant now = clock.instant();
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        List<AuditHead> heads = trail.heads();
        if (!heads.isEmpty()) {
            waiting.keep(List.of(WaitingEntry.of(Statement.heads(hour, heads), now)));
            writer.wake();
        }
        return Outcome.again(hour.plus(Duration.ofHours(1)));
    }
}
