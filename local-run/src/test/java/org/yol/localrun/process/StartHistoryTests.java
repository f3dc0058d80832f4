package org.yol.localrun.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StartHistoryTests {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void givesUpAtTheThirdDeathOfWhatWasNeverReady() {
        StartHistory twice = StartHistory.NONE.died(NOW).died(NOW);

        assertThat(twice.pause()).contains(Duration.ofSeconds(2));
        assertThat(twice.died(NOW).pause()).isEmpty();
    }

    @Test
    void countsWhatIsReadyAtTheThirdTryAsReady() {
        StartHistory ready = StartHistory.NONE.died(NOW).died(NOW).ready(NOW);

        assertThat(ready.isReady()).isTrue();
        assertThat(ready.died(NOW).pause()).contains(Duration.ofSeconds(4));
    }

    @Test
    void startsWhatWasReadyOnceAgainAfterDeathsBeforeItWasReady() {
        StartHistory history = StartHistory.NONE.ready(NOW);
        Instant first = NOW.plusSeconds(44);

        history = history.died(first).died(first.plusSeconds(7)).died(first.plusSeconds(18));

        assertThat(history.isReady()).isFalse();
        assertThat(history.pause()).contains(Duration.ofSeconds(4));
    }

    @Test
    void waitsLongerWithEachDeathUpToHalfAMinute() {
        Stream<StartHistory> deaths =
                Stream.iterate(StartHistory.NONE.ready(NOW).died(NOW), history -> history.died(NOW));

        assertThat(deaths.limit(100)
                        .map(history -> history.pause().orElseThrow().toSeconds()))
                .startsWith(1L, 2L, 4L, 8L, 16L, 30L, 30L)
                .endsWith(30L);
    }

    @Test
    void waitsLongerAlthoughItWasReadyBetweenTheDeathsForAMoment() {
        StartHistory history = StartHistory.NONE;
        for (int second : IntStream.of(0, 20, 40).toArray()) {
            history = history.ready(NOW.plusSeconds(second)).died(NOW.plusSeconds(second + 10));
        }

        assertThat(history.pause()).contains(Duration.ofSeconds(4));
    }

    @Test
    void forgetsTheDeathsBeforeATimeOfBeingStable() {
        StartHistory history = StartHistory.NONE.ready(NOW).died(NOW).died(NOW).died(NOW);

        StartHistory stable = history.ready(NOW).died(NOW.plusSeconds(60));

        assertThat(stable.pause()).contains(Duration.ofSeconds(1));
    }
}
