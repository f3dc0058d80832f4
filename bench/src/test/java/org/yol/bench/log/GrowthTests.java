package org.yol.bench.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTests {

    private static final Instant BEGIN = Instant.parse("2026-11-26T10:00:00Z");

    private final Growth growth = new Growth(List.of());

    @Test
    void entryIsSeenWithTheFirstCheckpointThatHasIt() {
        growth.see(10, BEGIN);
        growth.see(20, BEGIN.plusMillis(500));
        growth.see(20, BEGIN.plusMillis(700));
        growth.see(15, BEGIN.plusMillis(800)); // of a replica that is behind
        growth.see(21, BEGIN.plusMillis(900));

        assertThat(growth.size()).isEqualTo(21);
        assertThat(growth.millisUntilSeen(9, BEGIN.minusMillis(5))).hasValue(5);
        assertThat(growth.millisUntilSeen(10, BEGIN)).hasValue(500);
        assertThat(growth.millisUntilSeen(19, BEGIN)).hasValue(500);
        assertThat(growth.millisUntilSeen(20, BEGIN)).hasValue(900);
        assertThat(growth.millisUntilSeen(21, BEGIN)).isEmpty();
    }

    @Test
    void pauseIsTheLongestThatBeganThen() {
        growth.see(1, BEGIN.minusSeconds(20));
        growth.see(2, BEGIN.plusSeconds(1));
        growth.see(3, BEGIN.plusSeconds(5));
        growth.see(4, BEGIN.plusSeconds(60));

        assertThat(growth.longestPause(BEGIN, Duration.ofSeconds(4))).hasSeconds(4);
        assertThat(growth.longestPause(BEGIN, Duration.ofSeconds(5))).hasSeconds(55);
    }
}
