package org.yol.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yol.allocation.SmallMarket.Asking;
import org.yol.allocation.SmallMarket.Limit;

/** What is promised of every selection, in markets of both kinds that nobody made up. */
class DeferredAcceptanceTests {

    @Provide
    Arbitrary<SmallMarket> markets() {
        return Arbitraries.oneOf(RandomMarkets.reserves(25, 6), RandomMarkets.caps(25, 8));
    }

    @Provide
    Arbitrary<SmallMarket> smallMarkets() {
        return Arbitraries.oneOf(RandomMarkets.reserves(5, 3), RandomMarkets.caps(5, 4));
    }

    @Provide
    Arbitrary<SmallMarket> withReserves() {
        return RandomMarkets.reserves(15, 4);
    }

    @Provide
    Arbitrary<SmallMarket> withCaps() {
        return RandomMarkets.caps(15, 6);
    }

    /**
     * Feasible, within reserves and caps, at places that were ranked, and nobody has a claim to a place they like
     * better.
     */
    @Property(tries = 1_000)
    void outcomeIsStable(@ForAll("markets") SmallMarket market) {
        assertThat(new Rule(market).stable(market.outcome())).isTrue();
    }

    /** The heaps hold what the rule takes of all who ever asked, each on the same kind of seat. */
    @Property(tries = 1_000)
    void whoIsHeldIsWhomTheRuleTakesOfAllWhoAsked(@ForAll("markets") SmallMarket market) {
        var trace = new Trace();
        Allocation allocation = DeferredAcceptance.allocate(market.market(), trace);
        Set<Asking> asked = new LinkedHashSet<>();
        for (int step = 0; step < trace.size(); step++) {
            asked.add(new Asking(trace.applicant(step), trace.place(step)));
        }
        Map<Asking, Integer> held = new HashMap<>();
        for (int person = 0; person < market.people().size(); person++) {
            if (allocation.place(person) != Allocation.NONE) {
                held.put(new Asking(person, allocation.place(person)), allocation.seat(person));
            }
        }
        assertThat(held).isEqualTo(new Rule(market).takes(asked));
    }

    /** After every step, too. */
    @Property(tries = 100)
    void eachStepPutsOutWhomTheRulePutsOut(@ForAll("markets") SmallMarket market) {
        var trace = new Trace();
        DeferredAcceptance.allocate(market.market(), trace);
        var rule = new Rule(market);
        Set<Asking> held = new LinkedHashSet<>();
        for (int step = 0; step < trace.size(); step++) {
            held.add(new Asking(trace.applicant(step), trace.place(step)));
            Set<Asking> taken = rule.takes(held).keySet();
            List<Integer> putOut = held.stream()
                    .filter(asking -> !taken.contains(asking))
                    .map(Asking::person)
                    .toList();
            assertThat(putOut).isEqualTo(trace.putOut(step) == Trace.NOBODY ? List.of() : List.of(trace.putOut(step)));
            held.retainAll(taken);
        }
    }

    /** What the theorems ask of a rule: who is refused stays refused when more ask, and no fewer are taken. */
    @Property(tries = 500)
    void ruleIsSubstitutableAndObeysAggregateDemand(@ForAll("markets") SmallMarket market, @ForAll Random random) {
        List<Asking> all = new ArrayList<>();
        List<Asking> some = new ArrayList<>();
        for (int person = 0; person < market.people().size(); person++) {
            if (!market.people().get(person).ranking().isEmpty()) {
                var asking =
                        new Asking(person, market.people().get(person).ranking().getFirst());
                all.add(asking);
                if (random.nextBoolean()) {
                    some.add(asking);
                }
            }
        }
        var rule = new Rule(market);
        Set<Asking> ofSome = rule.takes(some).keySet();
        Set<Asking> ofAll = rule.takes(all).keySet();
        assertThat(ofSome).containsAll(ofAll.stream().filter(some::contains).toList());
        assertThat(ofAll).hasSizeGreaterThanOrEqualTo(ofSome.size());
    }

    @Property(tries = 500)
    void everybodyGetsTheBestOfAllStableOutcomes(@ForAll("smallMarkets") SmallMarket market) {
        List<Integer> outcome = market.outcome();
        List<List<Integer>> stable = new Rule(market).allStable();
        assertThat(stable).contains(outcome);
        for (List<Integer> other : stable) {
            assertThat(worseOff(market, other, outcome)).as("than in %s", other).isEmpty();
            // The rural hospitals theorem: whoever is left out is left out of every stable outcome.
            for (int person = 0; person < outcome.size(); person++) {
                assertThat(other.get(person) < 0).isEqualTo(outcome.get(person) < 0);
            }
        }
    }

    @Property(tries = 300)
    void nobodyGainsByRankingOtherwise(@ForAll("smallMarkets") SmallMarket market) {
        List<Integer> outcome = market.outcome();
        for (int number = 0; number < outcome.size(); number++) {
            Person person = market.people().get(number);
            for (List<Integer> other : rankings(market.places().size())) {
                int instead =
                        market.with(number, person.ranking(other)).outcome().get(number);
                assertThat(person.prefers(instead, outcome.get(number)))
                        .as("%s ranks %s", person, other)
                        .isFalse();
            }
        }
    }

    private static List<List<Integer>> rankings(int places) {
        List<List<Integer>> rankings = new ArrayList<>(List.of(List.of()));
        for (int done = 0; done < rankings.size(); done++) {
            for (int place = 0; place < places; place++) {
                if (!rankings.get(done).contains(place)) {
                    List<Integer> longer = new ArrayList<>(rankings.get(done));
                    longer.add(place);
                    rankings.add(longer);
                }
            }
        }
        return rankings;
    }

    /** An open seat, and one that is reserved besides. */
    @Property(tries = 500)
    void seatThatIsAddedHurtsNobody(@ForAll("withReserves") SmallMarket market, @ForAll Random random) {
        int number = random.nextInt(market.places().size());
        Place place = market.places().get(number);
        List<Integer> reserves = new ArrayList<>(place.reserves());
        if (!reserves.isEmpty() && random.nextBoolean()) {
            int category = random.nextInt(reserves.size());
            reserves.set(category, reserves.get(category) + 1);
        }
        SmallMarket larger = market.with(number, SmallMarket.place(number, place.seats() + 1, reserves));
        assertThat(worseOff(market, market.outcome(), larger.outcome())).isEmpty();
    }

    @Property(tries = 500)
    void seatThatIsAddedToAPlaceAndAllCapsAroundItHurtsNobody(
            @ForAll("withCaps") SmallMarket market, @ForAll Random random) {
        int number = random.nextInt(market.places().size());
        SmallMarket larger = market.withSeatAround(number)
                .with(
                        number,
                        SmallMarket.place(number, market.places().get(number).seats() + 1, List.of()));
        assertThat(worseOff(market, market.outcome(), larger.outcome())).isEmpty();
    }

    /** A seat more at one place, and not in the group: somebody elsewhere in the group pays for it. */
    @Example
    void seatThatIsAddedInsideAFullCapHurtsSomebody() {
        var market = new SmallMarket(
                0,
                List.of(SmallMarket.place(0, 1, List.of()), SmallMarket.place(1, 1, List.of())),
                List.of(new Limit(2, Set.of(0, 1))),
                List.of(
                        new Person(0, 0, List.of(0), List.of(9_500, 0)),
                        new Person(1, 0, List.of(0), List.of(9_000, 0)),
                        new Person(2, 0, List.of(1), List.of(0, 5_000))));
        assertThat(market.outcome()).containsExactly(0, -1, 1);
        assertThat(market.with(0, SmallMarket.place(0, 2, List.of())).outcome()).containsExactly(0, 0, -1);
    }

    /**
     * Why what somebody holds counts until they leave it: if it did not, nothing would be stable here. The first one
     * likes place 0 better, and has at place 0 fewer points than the second one has at place 1.
     */
    @Example
    void whatOneHoldsCountsWhileOneAsksForSomethingBetter() {
        var market = new SmallMarket(
                0,
                List.of(SmallMarket.place(0, 1, List.of()), SmallMarket.place(1, 1, List.of())),
                List.of(new Limit(1, Set.of(0, 1))),
                List.of(
                        new Person(0, 0, List.of(0, 1), List.of(5_000, 9_000)),
                        new Person(1, 0, List.of(1), List.of(0, 8_000))));
        assertThat(market.outcome()).containsExactly(1, -1);
        assertThat(new Rule(market).allStable()).containsExactly(List.of(1, -1));
    }

    private static List<Integer> worseOff(SmallMarket market, List<Integer> before, List<Integer> after) {
        List<Integer> worse = new ArrayList<>();
        for (int number = 0; number < before.size(); number++) {
            if (market.people().get(number).prefers(before.get(number), after.get(number))) {
                worse.add(number);
            }
        }
        return worse;
    }

    @Property(tries = 500)
    void outcomeIsTheSameInWhateverOrderAllIsGiven(@ForAll("markets") SmallMarket market, @ForAll Random random) {
        List<Integer> people = RandomMarkets.shuffled(random, market.people().size());
        List<Integer> places = RandomMarkets.shuffled(random, market.places().size());
        var other = new SmallMarket(
                market.categories(),
                places.stream().map(market.places()::get).toList(),
                market.limits().reversed().stream()
                        .map(limit -> new Limit(
                                limit.seats(),
                                Set.copyOf(limit.places().stream()
                                        .map(places::indexOf)
                                        .toList())))
                        .toList(),
                people.stream()
                        .map(market.people()::get)
                        .map(person -> new Person(
                                person.lottery(),
                                person.categories(),
                                person.ranking().stream().map(places::indexOf).toList(),
                                places.stream().map(person.scores()::get).toList()))
                        .toList());
        Allocation allocation = market.allocation();
        Allocation permuted = other.allocation();
        for (int number = 0; number < people.size(); number++) {
            int person = people.get(number);
            assertThat(permuted.seat(number)).isEqualTo(allocation.seat(person));
            assertThat(permuted.place(number)).isEqualTo(places.indexOf(allocation.place(person)));
        }
    }

    /** More room in the heaps than in the other markets, and many who are put out of caps around their place. */
    @Property(tries = 20)
    void manyAsk(@ForAll Random random) {
        List<Place> places = new ArrayList<>();
        List<Person> people = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            places.add(SmallMarket.place(number, 8, List.of()));
        }
        List<Integer> lottery = RandomMarkets.shuffled(random, 150);
        for (int number = 0; number < 150; number++) {
            people.add(new Person(
                    lottery.get(number),
                    0,
                    RandomMarkets.shuffled(random, 6),
                    random.ints(6, 0, 101).map(score -> score * 100).boxed().toList()));
        }
        var market = new SmallMarket(
                0,
                places,
                List.of(
                        new Limit(9, Set.of(0, 1)),
                        new Limit(12, Set.of(0, 1, 2)),
                        new Limit(20, Set.of(0, 1, 2, 3, 4))),
                people);
        assertThat(new Rule(market).stable(market.outcome())).isTrue();
    }
}
