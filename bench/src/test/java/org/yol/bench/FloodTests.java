package org.yol.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yol.bench.Submissions.Flood;
import org.yol.bench.load.Figures.Second;

class FloodTests {

    private static final int LENGTH = 10;
    private static final double BEST = 100;

    @Test
    void goodputIsWhatWasAnsweredOnceTheFloodHadComeUp() {
        List<Second> seconds = seconds(new Second(50, 0), new Second(80, 200), new Second(50, 0));

        assertThat(Flood.of(seconds, BEST, LENGTH).goodput()).isEqualTo(0.8);
    }

    @Test
    void normalAgainIsAfterTheLastSecondOfTrouble() {
        List<Second> seconds = seconds(new Second(50, 0), new Second(80, 200), new Second(50, 0));
        seconds.set(2 * LENGTH, new Second(50, 30));
        seconds.set(2 * LENGTH + 3, new Second(50, 1));

        assertThat(Flood.of(seconds, BEST, LENGTH).normalAfter()).isEqualTo(4);
    }

    @Test
    void normalAtOnceWhereNobodyHadTrouble() {
        List<Second> seconds = seconds(new Second(50, 0), new Second(80, 200), new Second(50, 0));

        assertThat(Flood.of(seconds, BEST, LENGTH).normalAfter()).isZero();
    }

    private static List<Second> seconds(Second before, Second flood, Second after) {
        List<Second> seconds = new ArrayList<>();
        for (Second part : List.of(before, flood, after)) {
            seconds.addAll(Collections.nCopies(LENGTH, part));
        }
        return seconds;
    }
}
