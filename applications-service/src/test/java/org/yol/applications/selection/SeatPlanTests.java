package org.yol.applications.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.yol.applications.call.CallFixtures.HIROSHIMA;
import static org.yol.applications.call.CallFixtures.TSUKUBA;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallFixtures;
import org.yol.applications.selection.SeatPlan.Trial;
import org.yol.contracts.SelectionTerms;
import org.yol.contracts.SelectionTerms.Cap;
import org.yol.contracts.SelectionTerms.Category;
import org.yol.contracts.StudyLevel;

/** Tsukuba has one seat, Hiroshima two. */
class SeatPlanTests {

    @Test
    void seatsAreThoseOfTheCallWithoutThoseThatAreGiven() {
        assertThat(plan(CallFixtures.open(), Trial.NOTHING).places())
                .extracting(SeatPlan.Seats::id, SeatPlan.Seats::seats)
                .containsExactly(tuple(HIROSHIMA, 2), tuple(TSUKUBA, 1));
        SeatPlan given = SeatPlan.of(CallFixtures.open(), Trial.NOTHING, place -> place.equals(TSUKUBA) ? 1 : 0);

        assertThat(given.place(TSUKUBA)).isEmpty();
        assertThat(given.seats()).isEqualTo(2);
    }

    @Test
    void capsThatAllowAllSeatsAreNone() {
        assertThat(plan(capped(3), Trial.NOTHING).caps()).isEmpty();
        assertThat(plan(capped(2), Trial.NOTHING).caps())
                .containsExactly(new SeatPlan.Cap("call", List.of(HIROSHIMA, TSUKUBA), 2));
        assertThat(plan(capped(3), new Trial(null, null, Map.of("call", 1))).caps())
                .extracting(SeatPlan.Cap::seats)
                .containsExactly(1);
    }

    @Test
    void seatsThatAreGivenCountUnderTheirCap() {
        SeatPlan rest = SeatPlan.of(capped(2), Trial.NOTHING, place -> place.equals(HIROSHIMA) ? 1 : 0);
        assertThat(rest.caps()).extracting(SeatPlan.Cap::seats).containsExactly(1);

        SeatPlan given = SeatPlan.of(capped(2), Trial.NOTHING, place -> place.equals(TSUKUBA) ? 1 : 0);
        assertThat(given.caps())
                .as("a place that has nothing more to give is under no cap")
                .containsExactly(new SeatPlan.Cap("call", List.of(HIROSHIMA), 1));

        SeatPlan full = SeatPlan.of(capped(1), Trial.NOTHING, place -> place.equals(HIROSHIMA) ? 1 : 0);
        assertThat(full.places()).as("a cap of zero leaves no seat").isEmpty();
        assertThat(full.caps()).isEmpty();
    }

    @Test
    void reservesAreForCategoriesThatCountAtTheLevelOfThePlaceAndNoMoreThanThereAreSeats() {
        Call call = CallFixtures.openWith(new SelectionTerms(
                List.of(
                        new Category("rural", StudyLevel.MASTER, List.of()),
                        new Category("doctors", StudyLevel.DOCTORATE, List.of())),
                List.of(),
                null,
                null));
        Trial trial = new Trial(null, Map.of(HIROSHIMA, Map.of("rural", 5, "doctors", 1)), null);

        assertThat(plan(call, trial).place(HIROSHIMA).orElseThrow().reserves()).containsExactly(Map.entry("rural", 2));
        assertThat(plan(call, trial).reserves()).isTrue();
    }

    private static SeatPlan plan(Call call, Trial trial) {
        return SeatPlan.of(call, trial, _ -> 0);
    }

    private static Call capped(int seats) {
        return CallFixtures.openWith(new SelectionTerms(
                List.of(), List.of(new Cap("call", List.of(TSUKUBA, HIROSHIMA), seats)), null, null));
    }
}
