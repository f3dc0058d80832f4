package org.yol.programs.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;

class PublicCountTests {

    private static final String THERE = "jp-university-of-tsukuba>kz-nazarbayev-university-bachelor";

    /** Else two answers about the same few people could be held against each other. */
    @RepeatedTest(20)
    void peopleOfAnExchangeAreRoundedOnceForTheirCountryAndForWhereTheyGo() {
        Tally going = new Tally(3, 3, 3, 2);
        Tally staying = new Tally(12, 11, 0, 0);

        PublicCount known = RoundedCounts.ofSomeInstallation()
                .of("call", Map.of("JP", staying, "JP/" + THERE, going, "KZ/" + THERE, going));

        Tally both = known.movements().get(Movement.parse(THERE));
        assertThat(known.countries()).containsOnlyKeys("JP", "KZ");
        assertThat(known.countries().get("JP").selected()
                        + known.countries().get("KZ").selected())
                .as("nobody else is selected")
                .isEqualTo(both.selected());
        assertThat(known.countries().get("JP").applied() % 5).isZero();
        assertThat(known.countries().get("JP").applied() - 11).isBetween(-4, 9);
        assertThat(known.sum().went()).isEqualTo(both.went()).isIn(0, 5, 10);
    }
}
