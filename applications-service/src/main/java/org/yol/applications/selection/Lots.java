package org.yol.applications.selection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yol.applications.log.LogReading;
import org.yol.applications.log.Statement;
import org.yol.applications.lottery.Entrants.Entrant;
import org.yol.applications.lottery.Lotteries;
import org.yol.applications.selection.SelectionRun.Obstacle;

/** What the lottery of a call says, once it is drawn, and whether the public log has everything in its order. */
@Component
class Lots {

    /** Of 20,000 entrants some 5 MB each. */
    private static final int AT_MOST = 5;

    private final Lotteries lotteries;
    private final LogReading log;
    private final Cache<String, Draw> drawn = Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    Lots(Lotteries lotteries, LogReading log) {
        this.lotteries = lotteries;
        this.log = log;
    }

    /** The draw, which never changes; empty before. */
    Optional<Draw> of(String callId) {
        return Optional.ofNullable(drawn.get(
                callId,
                call -> lotteries
                        .drawn(call)
                        .map(lottery -> Draw.of(lottery.seed(), numbers(call)))
                        .orElse(null)));
    }

    private Map<String, String> numbers(String callId) {
        return lotteries.entrants(callId).stream()
                .collect(Collectors.toUnmodifiableMap(Entrant::applicationId, Entrant::number));
    }

    /** What is in the way of deciding by it: that it is not drawn, or an order in the log that is not kept. */
    List<Obstacle> problems(String callId) {
        return lotteries.problems(callId).stream()
                .map(problem -> new Obstacle(problem, 1, List.of()))
                .toList();
    }

    /** Whether nothing is in the way but that the public log is not signed yet with what was drawn a moment ago. */
    boolean isBeingEntered(String callId) {
        return lotteries.isBeingEntered(callId);
    }

    /** Whether the signed log says what a run was worked out from. */
    boolean isInLog(SelectionRun run) {
        return !log.indexes(List.of(Statement.of(run.fixed()))).isEmpty();
    }
}
