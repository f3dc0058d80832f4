package org.yol.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yol.allocation.SmallMarket.Asking;

class AllocationTests {

    private static final int RURAL = Allocation.reserved(0);
    private static final int WOMEN = Allocation.reserved(1);

    /** Four seats, one for rural, one for women, and one applicant who is both. */
    private static MarketBuilder market() {
        return Market.builder(2)
                .place("tsukuba", 4, 1, 1)
                .place("kyoto", 9)
                .applicant(3, 0b00)
                .choice("tsukuba", 9_000)
                .applicant(1, 0b00)
                .choice("tsukuba", 8_000)
                .choice("kyoto", 1_000)
                .applicant(0, 0b00)
                .choice("tsukuba", 8_000)
                .applicant(2, 0b11)
                .choice("tsukuba", 5_000);
    }

    @Example
    void seatsNobodyIsThereForAreLeftOver() {
        Allocation allocation = DeferredAcceptance.allocate(market().build());
        assertThat(allocation.held(0, Allocation.OPEN)).containsExactly(0, 2);
        assertThat(allocation.held(0, RURAL)).containsExactly(3);
        assertThat(allocation.held(0, WOMEN)).isEmpty();
        assertThat(allocation.held(0, allocation.leftOver())).containsExactly(1);
        assertThat(allocation.seats(0, allocation.leftOver())).isOne();
        assertThat(allocation.cutOff(0, Allocation.OPEN)).isEqualTo(2);
        assertThat(allocation.cutOff(0, RURAL)).isEqualTo(3);
        assertThat(allocation.cutOff(0, WOMEN)).isEqualTo(Allocation.NONE);
        assertThat(allocation.cutOff(0, allocation.leftOver())).isEqualTo(1);
        assertThat(allocation.cutOff(1, Allocation.OPEN)).isEqualTo(Allocation.NONE);
        assertThat(allocation.reserveOrders()).isDeepEqualTo(new int[][] {{}, {}});
    }

    /**
     * A second member of both categories takes the seat that is left over, by its reserve: its holder goes elsewhere.
     */
    @Example
    void memberTakesBackWhatIsLeftOver() {
        Market market = market().applicant(4, 0b11)
                .choice("tsukuba", 4_000)
                .applicant(5, 0b11)
                .choice("tsukuba", 0)
                .choice("kyoto", 0)
                .build();
        Allocation allocation = DeferredAcceptance.allocate(market);
        assertThat(allocation.held(0, RURAL)).containsExactly(3);
        assertThat(allocation.held(0, WOMEN)).containsExactly(4);
        assertThat(allocation.seats(0, allocation.leftOver())).isZero();
        assertThat(allocation.cutOff(0, allocation.leftOver())).isEqualTo(Allocation.NONE);
        assertThat(allocation.held(1, Allocation.OPEN)).containsExactly(1, 5);
        assertThat(allocation.rank(1)).isOne();
        assertThat(allocation.seat(4)).isEqualTo(WOMEN);
        assertThat(allocation.reserveOrders()).isDeepEqualTo(new int[][] {{1, 5}, {}});
        assertThat(allocation.market()).isSameAs(market);
    }

    @Example
    void traceSaysWhoAskedAndWhoWasPutOut() {
        var trace = new Trace();
        DeferredAcceptance.allocate(
                Market.builder(0)
                        .place("tsukuba", 1)
                        .place("kyoto", 1)
                        .applicant(0, 0)
                        .choice("tsukuba", 1)
                        .choice("kyoto", 2)
                        .applicant(1, 0)
                        .choice("tsukuba", 2)
                        .applicant(2, 0)
                        .choice("kyoto", 1)
                        .build(),
                trace);
        assertThat(IntStream.range(0, trace.size())
                        .mapToObj(step -> List.of(trace.applicant(step), trace.place(step), trace.putOut(step))))
                .containsExactly(List.of(0, 0, -1), List.of(1, 0, 0), List.of(0, 1, -1), List.of(2, 1, 2));
        assertThat(trace.held(1)).isTrue();
        assertThat(trace.held(3)).isFalse();
    }

    @Example
    void nobodyAndNothing() {
        Allocation none = DeferredAcceptance.allocate(Market.builder(0).build());
        assertThat(none.reserveOrders()).isEmpty();
        Allocation noChoice = DeferredAcceptance.allocate(Market.builder(0)
                .place("kyoto", 1)
                .cap("all", 1, "kyoto")
                .applicant(0, 0)
                .build());
        assertThat(noChoice.place(0)).isEqualTo(Allocation.NONE);
        assertThat(noChoice.rank(0)).isEqualTo(Allocation.NONE);
        assertThat(noChoice.seat(0)).isEqualTo(Allocation.NONE);
        assertThat(noChoice.capCutOffs()).containsExactly(Allocation.NONE);
    }

    /** A place that nobody could ever fill takes no memory for it. */
    @Example
    void placeHasAsManySeatsAsOneLikes() {
        Allocation allocation = DeferredAcceptance.allocate(Market.builder(1)
                .place("kyoto", Integer.MAX_VALUE, Integer.MAX_VALUE - 1)
                .applicant(0, 0)
                .choice("kyoto", 1)
                .applicant(1, 0)
                .choice("kyoto", 1)
                .build());
        assertThat(allocation.seat(0)).isEqualTo(Allocation.OPEN);
        assertThat(allocation.seat(1)).isEqualTo(allocation.leftOver());
    }

    @Provide
    Arbitrary<SmallMarket> markets() {
        return Arbitraries.oneOf(RandomMarkets.reserves(25, 5), RandomMarkets.caps(25, 6));
    }

    @Property(tries = 300)
    void listsAndLinesAreInStrictOrder(@ForAll("markets") SmallMarket market) {
        Allocation allocation = market.allocation();
        int[][] reserves = allocation.reserveOrders();
        for (int place = 0; place < market.places().size(); place++) {
            int here = place;
            assertThat(reserves[place])
                    .containsExactly(sorted(
                            market,
                            place,
                            person -> market.people().get(person).prefers(here, allocation.place(person))));
            for (int kind = 0; kind <= allocation.leftOver(); kind++) {
                int of = kind;
                int[] held = sorted(
                        market, place, person -> allocation.place(person) == here && allocation.seat(person) == of);
                assertThat(allocation.held(place, kind)).containsExactly(held);
                boolean full = held.length > 0 && held.length == allocation.seats(place, kind);
                assertThat(allocation.cutOff(place, kind)).isEqualTo(full ? held[held.length - 1] : Allocation.NONE);
            }
        }
    }

    private static int[] sorted(SmallMarket market, int place, IntPredicate who) {
        return IntStream.range(0, market.people().size())
                .filter(who)
                .mapToObj(person -> new Asking(person, place))
                .sorted(market::compare)
                .mapToInt(Asking::person)
                .toArray();
    }

    @Property(tries = 300)
    void linesOfCapsAreTheLastWhoWereTaken(@ForAll("markets") SmallMarket market) {
        Allocation allocation = market.allocation();
        List<Integer> expected = new ArrayList<>();
        for (var limit : market.limits()) {
            List<Asking> held = IntStream.range(0, market.people().size())
                    .filter(person -> limit.places().contains(allocation.place(person)))
                    .mapToObj(person -> new Asking(person, allocation.place(person)))
                    .sorted(((Comparator<Asking>) market::compare).reversed())
                    .toList();
            expected.add(held.size() == limit.seats() ? held.getFirst().person() : Allocation.NONE);
        }
        assertThat(IntStream.of(allocation.capCutOffs()).boxed().toList()).isEqualTo(expected);
    }
}
