package org.yol.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectionsTests {

    @Test
    void rehearsalMeasuresSmallMarkets() {
        assertThat(new Selections(CommandLine.parse("allocation", "--quick")).measure())
                .extracting(Row::what)
                .containsExactly(
                        "selection, 400 applicants, 20 places, 320 seats, 10 choices, engine",
                        "the same under caps three deep instead of reserves",
                        "selection, 400 applicants, 50 places, 329 seats, 12 choices, from bare arrays on, and checked",
                        "selection, 400 applicants, 10 places, 320 seats, 10 choices, from bare arrays on, in 2 GB",
                        "selection: time grows by this power of the number of choices");
    }
}
