package org.yol.bench.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TimePlotTests {

    @Test
    void saysByWhichPowerTimeGrows() {
        var linear = new TimePlot(new TreeMap<>(Map.of(100L, 2.0, 1_000L, 20.0, 10_000L, 200.0)));
        var squared = new TimePlot(new TreeMap<>(Map.of(100L, 2.0, 1_000L, 200.0, 10_000L, 20_000.0)));
        assertThat(linear.exponent()).isEqualTo(1, within(1e-9));
        assertThat(squared.exponent()).isEqualTo(2, within(1e-9));
    }

    @Test
    void drawsAPointForEachTime() {
        String picture = new TimePlot(new TreeMap<>(Map.of(100L, 2.0, 1_000L, 20.0, 10_000L, 200.0))).picture();
        assertThat(picture).startsWith("<svg ").endsWith("</svg>\n").doesNotContain("NaN", "Infinity");
        assertThat(picture.split("<circle")).hasSize(4);
    }
}
