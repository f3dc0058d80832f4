package org.yol.programs.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RoundingTests {

    private static final int BASE = Rounding.BASE;

    @Provide
    Arbitrary<Tally> tallies() {
        Arbitrary<Integer> some = Arbitraries.integers().between(0, 12);
        return Combinators.combine(some, some, some, some)
                .as((started, applied, selected, went) -> new Tally(
                        started + applied + selected + went, applied + selected + went, selected + went, went));
    }

    @Property
    void numbersAreMultiplesOfFiveAtMostFourAway(
            @ForAll("tallies") Tally exact, @ForAll @IntRange(max = 4) int offset) {
        List<Integer> numbers = numbers(exact);
        List<Integer> shown = numbers(Rounding.shown(exact, offset));

        for (int number = 0; number < numbers.size(); number++) {
            assertThat(shown.get(number) % BASE).isZero();
            assertThat(shown.get(number)).isBetween(numbers.get(number) - 4, numbers.get(number) + 4);
        }
    }

    @Property
    void neverMoreAreSelectedThanAppliedOrWentThanWereSelected(
            @ForAll("tallies") Tally exact, @ForAll @IntRange(max = 4) int offset) {
        Tally shown = Rounding.shown(exact, offset);

        assertThat(numbers(shown)).isSortedAccordingTo((one, other) -> other - one);
    }

    @Property
    void numbersAreRightOnAverage(@ForAll("tallies") Tally exact) {
        Tally sum = IntStream.range(0, BASE)
                .mapToObj(offset -> Rounding.shown(exact, offset))
                .reduce(Tally.NONE, Tally::plus);

        assertThat(numbers(sum))
                .isEqualTo(numbers(exact).stream().map(number -> number * BASE).toList());
    }

    /**
     * For all that anybody can tell, what is shown are the exact numbers: with another offset they would be shown so,
     * too. In these nobody is one of fewer than five, so that it can be concluded of nobody.
     */
    @Property
    void whatIsShownMayItselfBeTheTruth(@ForAll("tallies") Tally exact, @ForAll @IntRange(max = 4) int offset) {
        Tally shown = Rounding.shown(exact, offset);

        assertThat(Rounding.shown(shown, 0)).isEqualTo(shown);
        assertThat(numbers(shown)).allMatch(number -> number == 0 || number >= BASE);
    }

    /** Nor does anybody who looks all the time: what they saw may have happened so, beginning with nobody. */
    @Property
    void whatIsShownWhilePeopleComeAndGoMayItselfHaveHappened(
            @ForAll @Size(max = 60) List<Boolean> comings, @ForAll @IntRange(max = 4) int offset) {
        List<Integer> exact = new ArrayList<>(List.of(0));
        comings.forEach(comes -> exact.add(Math.max(0, exact.getLast() + (comes ? 1 : -1))));

        List<Integer> shown =
                exact.stream().map(number -> shown(number, offset)).toList();

        assertThat(shown.getFirst()).isZero();
        assertThat(shown.stream().map(number -> shown(number, 0)).toList()).isEqualTo(shown);
        assertThat(shown).allMatch(number -> number == 0 || number >= BASE);
    }

    /** And the other way round: a number that is shown may be any of nine, or of five next to none. */
    @Property
    void aNumberMayBeAnyUpToFourAway(@ForAll @IntRange(max = 40) int exact, @ForAll @IntRange(max = 4) int offset) {
        int shown = shown(exact, offset);

        assertThat(IntStream.rangeClosed(Math.max(0, shown - 4), shown + 4))
                .allMatch(other -> IntStream.range(0, BASE).anyMatch(some -> shown(other, some) == shown));
    }

    @Example
    void aGroupIsAlwaysRoundedInTheSameWayAndGroupsDiffer() {
        Rounding rounding = new Rounding(new byte[32]);
        Tally three = new Tally(3, 3, 3, 3);
        List<Tally> shown = IntStream.range(0, 200)
                .mapToObj(call -> rounding.shown("call-" + call, "KZ", three))
                .toList();

        assertThat(shown).contains(Tally.NONE, new Tally(5, 5, 5, 5)).doesNotContain(three);
        assertThat(IntStream.range(0, 200).mapToObj(call -> rounding.shown("call-" + call, "KZ", three)))
                .isEqualTo(shown);
        assertThat(IntStream.range(0, 200).mapToObj(call -> rounding.shown("call-" + call, "UZ", three)))
                .isNotEqualTo(shown);
        // Three of five are rounded up, as is right for three people.
        assertThat(shown.stream().filter(Tally.NONE::equals)).hasSizeBetween(50, 110);
    }

    @Example
    void whoDoesNotKnowTheSecretDoesNotKnowTheRounding() {
        byte[] other = new byte[32];
        other[31] = 1;

        assertThat(IntStream.range(0, 200).mapToObj(call -> shownOf(call, new byte[32])))
                .isNotEqualTo(IntStream.range(0, 200)
                        .mapToObj(call -> shownOf(call, other))
                        .toList());
    }

    private static Tally shownOf(int call, byte[] secret) {
        return new Rounding(secret).shown("call-" + call, "KZ", new Tally(3, 3, 3, 3));
    }

    private static int shown(int exact, int offset) {
        return Rounding.shown(new Tally(exact, exact, exact, exact), offset).applied();
    }

    private static List<Integer> numbers(Tally tally) {
        return List.of(tally.started(), tally.applied(), tally.selected(), tally.went());
    }
}
