package org.yol.programs.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yol.programs.call.CallChanged;
import org.yol.programs.counts.ApplicationCounts;
import org.yol.programs.programme.ProgrammeChanged;

/**
 * The figures of this moment, in memory: put together from the counts of all calls, never from applications, at most
 * every {@code NUMBERS_KEPT} and only while somebody asks. Who asks while somebody else does that gets those before.
 */
@Component
public class CurrentFigures {

    private static final Duration NUMBERS_KEPT = Duration.ofSeconds(5);

    /** What calls and programmes say changes seldom; what another replica has published shows after so long. */
    private static final Duration FACTS_KEPT = Duration.ofMinutes(1);

    private final PublishedCalls published;
    private final ApplicationCounts counts;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Figures figures;
    private volatile Facts facts;

    private record Facts(Instant asOf, List<CallFacts> calls) {}

    CurrentFigures(PublishedCalls published, ApplicationCounts counts, Clock clock) {
        this.published = published;
        this.counts = counts;
        this.clock = clock;
    }

    /** All groups as they are now. */
    public List<Group> groups() {
        return get().groups();
    }

    Figures get() {
        Figures known = figures;
        if (known == null) {
            turn.lock();
        } else if (isCurrent(known) || !turn.tryLock()) {
            return known;
        }
        try {
            if (figures == null || !isCurrent(figures)) {
                Instant now = clock.instant();
                figures = Figures.of(now, calls(now), counts.all());
            }
            return figures;
        } finally {
            turn.unlock();
        }
    }

    /** By the time a request is answered, the figures here know what it has published. */
    @EventListener
    void on(CallChanged changed) {
        facts = null;
    }

    @EventListener
    void on(ProgrammeChanged changed) {
        facts = null;
    }

    private boolean isCurrent(Figures known) {
        return facts != null && isFresh(known.asOf(), NUMBERS_KEPT);
    }

    private List<CallFacts> calls(Instant now) {
        Facts known = facts;
        if (known == null || !isFresh(known.asOf(), FACTS_KEPT)) {
            known = new Facts(now, published.all());
            facts = known;
        }
        return known.calls();
    }

    private boolean isFresh(Instant asOf, Duration kept) {
        Instant now = clock.instant();
        return !now.isBefore(asOf) && now.isBefore(asOf.plus(kept));
    }
}
