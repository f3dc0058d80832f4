package org.yol.programs.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yol.contracts.StudyLevel;
import org.yol.programs.call.ExchangeBalance.Pair;
import org.yol.programs.call.ExchangeBalance.Way;
import org.yol.programs.call.Particulars.Agreement;
import org.yol.programs.call.Particulars.Agreement.AgreedNumber;
import org.yol.programs.call.Place.PlaceHost;
import org.yol.programs.counts.Movement;
import org.yol.programs.counts.Tally;

class ExchangeBalanceTests {

    private static final String TSUKUBA = "jp-university-of-tsukuba";
    private static final String HIROSHIMA = "jp-hiroshima-university";
    private static final String NAZARBAYEV = "kz-nazarbayev-university";
    private static final Map<String, String> COUNTRIES = Map.of(TSUKUBA, "JP", HIROSHIMA, "JP", NAZARBAYEV, "KZ");
    private static final List<Place> PLACES = List.of(
            place(TSUKUBA, StudyLevel.BACHELOR),
            place(TSUKUBA, StudyLevel.MASTER),
            place(HIROSHIMA, StudyLevel.BACHELOR),
            place(NAZARBAYEV, StudyLevel.BACHELOR));

    @Test
    void everyTwoUniversitiesOfDifferentCountriesHaveAgreedOnTheSame() {
        assertThat(pairs(new Agreement(true, 4, null), Map.of()))
                .containsExactly(
                        new Pair(TSUKUBA, NAZARBAYEV, new Way(4, 0, 0), new Way(4, 0, 0)),
                        new Pair(HIROSHIMA, NAZARBAYEV, new Way(4, 0, 0), new Way(4, 0, 0)));
    }

    @Test
    void whoGoesIsCountedEachWayAtEveryLevel() {
        List<Pair> pairs = pairs(
                new Agreement(true, 4, null),
                Map.of(
                        new Movement(TSUKUBA, NAZARBAYEV + "-bachelor"), new Tally(3, 3, 3, 2),
                        new Movement(NAZARBAYEV, TSUKUBA + "-bachelor"), new Tally(2, 2, 2, 1),
                        new Movement(NAZARBAYEV, TSUKUBA + "-master"), new Tally(4, 4, 4, 4),
                        new Movement(NAZARBAYEV, "a place that is gone"), new Tally(9, 9, 9, 9)));

        assertThat(pairs.getFirst()).isEqualTo(new Pair(TSUKUBA, NAZARBAYEV, new Way(4, 3, 2), new Way(4, 6, 5)));
        assertThat(pairs.getFirst().balance()).isEqualTo(-3);
    }

    @Test
    void numbersThatAreStatedAreAllThatGo() {
        Agreement stated = new Agreement(false, 4, List.of(new AgreedNumber(NAZARBAYEV, HIROSHIMA, 2)));

        assertThat(pairs(stated, Map.of()))
                .containsExactly(new Pair(HIROSHIMA, NAZARBAYEV, new Way(0, 0, 0), new Way(2, 0, 0)));
    }

    @Test
    void aCallWithoutAgreementHasNoBalance() {
        assertThat(pairs(null, Map.of())).isEmpty();
    }

    private static List<Pair> pairs(Agreement agreement, Map<Movement, Tally> movements) {
        Particulars particulars = new Particulars(
                null, null, null, null, null, null, null, agreement, null, null, null, null, null, null, null);
        Terms terms = CallFixtures.complete().at(PLACES).stating(particulars).terms();
        return new ExchangeBalance(terms, COUNTRIES, movements).pairs();
    }

    private static Place place(String host, StudyLevel level) {
        return Place.at(new PlaceHost(host, host, null), level, 4, null, Map.of());
    }
}
