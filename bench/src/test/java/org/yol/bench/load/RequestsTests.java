package org.yol.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yol.bench.load.Figures.Requests;

class RequestsTests {

    @Test
    void percentileIsTheNearestRank() {
        Requests requests = requests(IntStream.rangeClosed(1, 200).toArray());

        assertThat(requests.percentile(1)).isEqualTo(2);
        assertThat(requests.percentile(50)).isEqualTo(100);
        assertThat(requests.percentile(99)).isEqualTo(198);
        assertThat(requests.percentile(100)).isEqualTo(200);
    }

    @Test
    void everyPercentileOfOneIsThatOne() {
        assertThat(requests(7).percentile(1)).isEqualTo(7);
        assertThat(requests(7).percentile(99)).isEqualTo(7);
    }

    @Test
    void onlyWhatWentWellCountsForTheRate() {
        Requests requests = new Requests(2, 9, Map.of("503", 4, "500", 1), 1_000, 5_000, new TreeMap<>(), List.of());

        assertThat(requests.rate()).isEqualTo(0.5);
        assertThat(requests.failed()).isEqualTo(5);
    }

    private static Requests requests(int... milliseconds) {
        TreeMap<Integer, Integer> all = IntStream.of(milliseconds)
                .boxed()
                .collect(Collectors.toMap(took -> took, _ -> 1, Integer::sum, TreeMap::new));
        return new Requests(milliseconds.length, 0, Map.of(), 0, 1_000, all, List.of());
    }
}
