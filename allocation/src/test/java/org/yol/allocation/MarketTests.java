package org.yol.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;

class MarketTests {

    private static MarketBuilder market() {
        return Market.builder(1).place("tsukuba", 2, 1).place("hiroshima", 1).applicant(0, 0b1);
    }

    private static MarketBuilder capped() {
        return Market.builder(0).place("tsukuba", 2).place("hiroshima", 1).place("kyoto", 1);
    }

    @Example
    void placeRankedTwiceIsRefused() {
        assertRefused(
                market().choice("tsukuba", 8_750).choice("hiroshima", 0).choice("tsukuba", 8_750),
                "Applicant 0 ranks place tsukuba twice.");
    }

    @Example
    void placeThatThereIsNotIsRefused() {
        assertRefused(market().choice("osaka", 1), "Applicant 0 ranks place osaka, which there is not.");
        assertRefused(capped().cap("all", 1, "osaka"), "Cap all holds place osaka, which there is not.");
        assertRefused(
                new int[] {0, 1}, new int[] {2}, new int[] {1}, "Applicant 0 ranks place number 2, and there are 2.");
    }

    @Example
    void noSeatsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> capped().cap("master", 0, "kyoto"))
                .withMessage("Cap master allows 0 seats. Give 1 or more.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> market().place("kyoto", -1))
                .withMessage("Place kyoto has -1 seats. Give 1 or more.");
    }

    @Example
    void moreReservedThanThereIsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Market.builder(2).place("kyoto", 3, 2, 2))
                .withMessage("Place kyoto reserves 4 seats and has 3.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> market().place("kyoto", 3, -1))
                .withMessage("Place kyoto reserves -1 seats. Give 0 or more.");
        assertRefused(
                market().place("kyoto", 3, 1, 1), "Place kyoto reserves seats for 2 categories, and there are 1.");
    }

    @Example
    void crossingCapsAreRefusedByBothNames() {
        assertRefused(
                capped().cap("north", 2, "tsukuba", "hiroshima").cap("south", 2, "hiroshima", "kyoto"),
                "Caps north and south cross: each has places that the other has not, and both have hiroshima.");
        assertRefused(
                capped().cap("one", 2, "tsukuba", "kyoto")
                        .cap("two", 2, "tsukuba", "kyoto")
                        .place("osaka", 1)
                        .cap("three", 1, "kyoto", "osaka", "hiroshima"),
                "Caps two and three cross: each has places that the other has not, and both have kyoto.");
    }

    @Example
    void nestedCapsAreTakenInWhateverOrder() {
        Market market = capped().cap("all", 3, "tsukuba", "hiroshima", "kyoto")
                .cap("one", 2, "kyoto")
                .cap("two", 2, "hiroshima", "kyoto")
                .cap("the same", 2, "kyoto", "hiroshima")
                .build();
        CapForest forest = market.forest();
        assertThat(forest.around(2)).isEqualTo(4);
        assertThat(forest.around(4)).isEqualTo(5);
        assertThat(forest.around(1)).isEqualTo(5);
        assertThat(forest.around(5)).isEqualTo(6);
        assertThat(forest.around(6)).isEqualTo(3);
        assertThat(forest.around(0)).isEqualTo(3);
        assertThat(forest.around(3)).isEqualTo(CapForest.NONE);
    }

    @Example
    void capsBesideReservesAreRefused() {
        assertRefused(
                market().cap("all", 2, "tsukuba"),
                "Place tsukuba reserves seats, and there is cap all: a market has reserves or caps, not both.");
    }

    @Example
    void capsThatSayNothingOrTwiceTheSameAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> capped().cap("all", 2))
                .withMessage("Cap all is about no place.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> capped().cap("all", 2, "kyoto", "kyoto"))
                .withMessage("Cap all names place kyoto twice.");
        assertRefused(capped().cap("all", 2, "kyoto").cap("all", 1, "kyoto"), "Two caps have the name all.");
        assertRefused(capped().place("kyoto", 1), "Two places have the name kyoto.");
    }

    @Example
    void scoresOutOfRangeAreRefused() {
        assertRefused(
                market().choice("tsukuba", 10_001),
                "Applicant 0 has a score of 10001 hundredths at place tsukuba, which is none of 0 to 10000.");
        assertRefused(
                market().choice("tsukuba", -1),
                "Applicant 0 has a score of -1 hundredths at place tsukuba, which is none of 0 to 10000.");
        assertThat(market().choice("tsukuba", 10_000)
                        .choice("hiroshima", 0)
                        .build()
                        .applicants()
                        .count())
                .isOne();
    }

    @Example
    void lotteryThatIsNoOrderIsRefused() {
        assertRefused(market().applicant(0, 0), "Applicants 0 and 1 have the same number 0 of the lottery.");
        assertRefused(market().applicant(2, 0), "Applicant 1 is number 2 of the lottery, which is none of 0 to 1.");
        assertRefused(market().applicant(-1, 0), "Applicant 1 is number -1 of the lottery, which is none of 0 to 1.");
    }

    @Example
    void categoriesThatThereAreNotAreRefused() {
        assertRefused(market().applicant(1, 0b10), "Applicant 1 is in a category that there is not.");
        assertRefused(Market.builder(65), "65 categories are none of 0 to 64.");
        assertThat(Market.builder(64).applicant(0, -1L).build().categories()).isEqualTo(64);
    }

    @Example
    void arraysThatDoNotFitAreRefused() {
        String sentence = "The arrays of 1 applicants do not fit each other.";
        assertRefused(new int[] {0, 2}, new int[] {0}, new int[] {1}, sentence);
        assertRefused(new int[] {1, 1}, new int[] {0}, new int[] {1}, sentence);
        assertRefused(new int[] {0}, new int[] {}, new int[] {}, sentence);
        assertRefused(new int[] {0, 1}, new int[] {0}, new int[] {}, sentence);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Market.of(
                        0,
                        List.of(),
                        List.of(),
                        new Applicants(new int[] {0, 1, 0}, new int[] {}, new int[] {}, new long[2], new int[] {0, 1})))
                .withMessage("The choices of applicant 0 do not begin and end among all choices.");
    }

    @Example
    void choiceBeforeAnyApplicantIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> capped().choice("kyoto", 1))
                .withMessage("Place kyoto is ranked before there is an applicant.");
    }

    @Example
    void theLastOfSixtyFourCategoriesHasItsSeat() {
        Integer[] reserves = new Integer[64];
        Arrays.fill(reserves, 0);
        reserves[63] = 1;
        Market market = Market.builder(64)
                .place("kyoto", 1, reserves)
                .applicant(0, 0)
                .choice("kyoto", 10_000)
                .applicant(1, 1L << 63)
                .choice("kyoto", 1)
                .applicant(2, -1L)
                .choice("kyoto", 2)
                .build();
        Allocation allocation = DeferredAcceptance.allocate(market);
        assertThat(allocation.held(0, Allocation.reserved(63))).containsExactly(2);
        assertThat(allocation.place(0)).isEqualTo(Allocation.NONE);
    }

    private static void assertRefused(MarketBuilder market, String sentence) {
        assertThatIllegalArgumentException().isThrownBy(market::build).withMessage(sentence);
    }

    private static void assertRefused(int[] from, int[] choices, int[] scores, String sentence) {
        List<Place> places = List.of(new Place("tsukuba", 1, List.of()), new Place("kyoto", 1, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Market.of(0, places, List.of(), new Applicants(from, choices, scores, new long[1], new int[1])))
                .withMessage(sentence);
    }
}
