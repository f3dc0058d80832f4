package org.yol.programs.call;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yol.programs.counts.ApplicationCounts;
import org.yol.programs.counts.Counts;

/** Adds to calls what is known only now: phases by the clock, counts by what happened to applications. */
@Component
public class CallViews {

    private final ApplicationCounts counts;
    private final Clock clock;

    CallViews(ApplicationCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * The calls as their readers see them, by programme: those a reader can still do something about first.
     *
     * @param calls that the reader may see
     */
    public Map<String, List<CallView>> byProgramme(Collection<Call> calls) {
        Instant now = clock.instant();
        Map<String, Counts> known = countsOf(calls);
        return calls.stream()
                .map(call -> CallView.of(call, known, now))
                .sorted(CallView.MOST_RELEVANT_FIRST)
                .collect(Collectors.groupingBy(CallView::programmeId));
    }

    CallView of(Call call) {
        return CallView.of(call, countsOf(List.of(call)), clock.instant());
    }

    private Map<String, Counts> countsOf(Collection<Call> calls) {
        List<String> published =
                calls.stream().filter(Call::isPublished).map(Call::id).toList();
        return published.isEmpty() ? Map.of() : counts.of(published);
    }
}
