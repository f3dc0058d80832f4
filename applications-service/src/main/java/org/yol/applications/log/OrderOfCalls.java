package org.yol.applications.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Keeps what comes before the first submission to a call waiting before any submission does, whichever event was heard
 * first. Numbers are given in the order of {@link WaitingEntry#since}, then of sources: so no submission of this
 * process may wait since earlier, even where the clock of the process that kept the other is ahead.
 */
@Component
class OrderOfCalls {

    private final BeforeSubmissions before;
    private final WaitingEntries waiting;

    /** Of calls seen in this process, the earliest instant since which a submission to them may wait. */
    private final Map<String, Instant> earliest = new ConcurrentHashMap<>();

    OrderOfCalls(BeforeSubmissions before, WaitingEntries waiting) {
        this.before = before;
        this.waiting = waiting;
    }

    /** Since when a submission to a call waits that is heard now. */
    Instant since(String callId, Instant now) {
        Instant known = earliest.get(callId);
        if (known == null) {
            known = keep(before.to(callId), now);
            earliest.put(callId, known);
        }
        return known.isAfter(now) ? known : now;
    }

    /** @return since when the last of them waits, of those that wait still */
    private Instant keep(List<Statement> statements, Instant now) {
        waiting.keep(statements.stream()
                .map(statement -> WaitingEntry.of(statement, now))
                .toList());
        return waiting.these(statements.stream().map(Statement::source).toList()).stream()
                .map(WaitingEntry::since)
                .max(Instant::compareTo)
                .orElse(now);
    }
}
