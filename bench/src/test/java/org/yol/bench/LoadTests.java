package org.yol.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadTests {

    @Test
    void everyNumberIsDoneOnceByWhomeverIsFree() {
        Map<Integer, Integer> done = new ConcurrentHashMap<>();

        Figures figures = Load.of(8, 100, number -> done.merge(number, 1, Integer::sum));

        assertThat(done).hasSize(100).containsOnlyKeys(numbers(100));
        assertThat(done.values()).containsOnly(1);
        assertThat(figures.taken()).hasSize(100);
        assertThat(figures.failed()).isZero();
    }

    @Test
    void failuresAreCountedByWhatWasAnswered() {
        Figures figures = Load.of(2, 10, number -> {
            if (number < 3) {
                throw new Refusal(503, "/api/applications", "");
            }
        });

        assertThat(figures.failures()).isEqualTo(Map.of("503", 3));
        assertThat(figures.taken()).hasSize(7);
    }

    private static Set<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toSet());
    }
}
