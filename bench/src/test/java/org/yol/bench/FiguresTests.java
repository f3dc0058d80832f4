package org.yol.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTests {

    @Test
    void percentileIsTheNearestRankWhateverTheOrder() {
        List<Duration> taken = new ArrayList<>(
                IntStream.rangeClosed(1, 200).mapToObj(Duration::ofMillis).toList());
        Collections.reverse(taken);

        Figures figures = new Figures(taken, Map.of(), Duration.ofSeconds(1));

        assertThat(figures.percentile(1)).isEqualTo(Duration.ofMillis(2));
        assertThat(figures.percentile(50)).isEqualTo(Duration.ofMillis(100));
        assertThat(figures.percentile(99)).isEqualTo(Duration.ofMillis(198));
        assertThat(figures.percentile(100)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void everyPercentileOfOneIsThatOne() {
        Figures figures = new Figures(List.of(Duration.ofMillis(7)), Map.of(), Duration.ofSeconds(1));

        assertThat(figures.percentile(1)).isEqualTo(Duration.ofMillis(7));
        assertThat(figures.percentile(99)).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void onlyWhatWentWellCountsForTheRate() {
        Figures figures = new Figures(
                List.of(Duration.ofMillis(1), Duration.ofMillis(3)), Map.of("503", 4, "500", 1), Duration.ofSeconds(4));

        assertThat(figures.rate()).isEqualTo(0.5);
        assertThat(figures.line()).isEqualTo("2 in 4.0 s, 0.5 /s, p50 1.0 ms, p99 3.0 ms, 5 failed {500=1, 503=4}");
    }

    @Test
    void saysSoWhenNothingWentWell() {
        Figures figures = new Figures(List.of(), Map.of("503", 3), Duration.ofSeconds(1));

        assertThat(figures.line()).isEqualTo("0 in 1.0 s, 0.0 /s, p50 0.0 ms, p99 0.0 ms, 3 failed {503=3}");
    }
}
