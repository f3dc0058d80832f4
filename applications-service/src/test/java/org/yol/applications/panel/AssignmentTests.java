package org.yol.applications.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.yol.applications.panel.Assignment.Given;
import org.yol.applications.panel.Assignment.Lack;
import org.yol.applications.panel.Assignment.Need;

class AssignmentTests {

    /** What is asked of an assignment. */
    record Market(List<Need> needs, Map<String, List<String>> panel, Map<String, Integer> loads) {

        Assignment assigned() {
            return Assignment.of(needs, panel, loads);
        }

        List<String> candidates(Need need) {
            return panel.get(need.placeId()).stream()
                    .filter(reviewer -> !need.excluded().contains(reviewer))
                    .toList();
        }

        Map<String, Integer> after(List<Given> given) {
            Map<String, Integer> after = new HashMap<>(loads);
            given.forEach(each -> after.merge(each.reviewer(), 1, Integer::sum));
            return after;
        }

        long cost(Map<String, Integer> loads) {
            return loads.values().stream().mapToLong(load -> (long) load * load).sum();
        }
    }

    @Test
    void dealsWorkEvenlyToAllOfAPanel() {
        Market market = new Market(needs(10, 2), Map.of("tsukuba", List.of("a", "b", "c")), Map.of());

        assertThat(market.after(market.assigned().given()).values()).containsExactlyInAnyOrder(7, 7, 6);
        assertThat(market.assigned().lacking()).isEmpty();
    }

    @Test
    void whoHasMuchAlreadyGetsLess() {
        Market market = new Market(needs(6, 1), Map.of("tsukuba", List.of("a", "b")), Map.of("a", 4));

        assertThat(market.after(market.assigned().given())).isEqualTo(Map.of("a", 5, "b", 5));
    }

    @Test
    void namesWhatHasTooFewReviewersAndAssignsTheRest() {
        List<Need> needs = List.of(
                new Need("kz-1", "tsukuba", Set.of("a", "b"), 2),
                new Need("kz-2", "tsukuba", Set.of(), 2),
                new Need("kz-3", "nobodys", Set.of(), 1));

        Assignment assigned = Assignment.of(needs, Map.of("tsukuba", List.of("a", "b", "c")), Map.of());

        assertThat(assigned.lacking()).containsExactly(new Lack("kz-1", "tsukuba", 1), new Lack("kz-3", "nobodys", 1));
        assertThat(assigned.given()).hasSize(3).contains(new Given("kz-1", "tsukuba", "c"));
    }

    @Test
    void smallPanelIsSparedWhatALargerOneCanTake() {
        // b is the only one for half of it, so that a, who may do all, leaves that to b and c.
        List<Need> needs = new ArrayList<>();
        for (int number = 0; number < 1_000; number++) {
            needs.add(new Need("kz-%04d".formatted(number), number % 2 == 0 ? "one" : "two", Set.of(), 1));
        }
        Market market =
                new Market(needs, Map.of("one", List.of("a", "b"), "two", List.of("a", "c")), Map.of("a", 10_000));

        assertThat(market.after(market.assigned().given())).isEqualTo(Map.of("a", 10_000, "b", 500, "c", 500));
    }

    @Property(tries = 500)
    void everyApplicationHasDifferentReviewersWithoutConflictsAndItsNumberIsReachedOrReported(
            @ForAll("markets") Market market) {
        Assignment assigned = market.assigned();

        Map<String, List<Given>> given = assigned.given().stream().collect(Collectors.groupingBy(Given::applicationId));
        Map<String, Integer> lacking =
                assigned.lacking().stream().collect(Collectors.toMap(Lack::applicationId, Lack::missing));
        for (Need need : market.needs()) {
            List<String> reviewers = given.getOrDefault(need.applicationId(), List.of()).stream()
                    .map(Given::reviewer)
                    .toList();
            assertThat(reviewers).doesNotHaveDuplicates().isSubsetOf(market.candidates(need));
            int lack = lacking.getOrDefault(need.applicationId(), 0);
            assertThat(reviewers.size() + lack).isEqualTo(need.missing());
            assertThat(lack == 0 || reviewers.size() == market.candidates(need).size())
                    .isTrue();
        }
    }

    /** Nobody could take one off somebody who has two more: so loads differ only where something forces them to. */
    @Property(tries = 500)
    void noReviewCouldMoveToSomebodyWithLess(@ForAll("markets") Market market) {
        List<Given> given = market.assigned().given();
        Map<String, Integer> after = market.after(given);

        for (Need need : market.needs()) {
            Set<String> chosen = given.stream()
                    .filter(each -> each.applicationId().equals(need.applicationId()))
                    .map(Given::reviewer)
                    .collect(Collectors.toSet());
            for (String from : chosen) {
                for (String to : market.candidates(need)) {
                    assertThat(chosen.contains(to) || after.get(from) - after.getOrDefault(to, 0) <= 1)
                            .as("%s from %s to %s", need, from, to)
                            .isTrue();
                }
            }
        }
    }

    @Property(tries = 200)
    void nothingIsBetterOnSmallOnes(@ForAll("smallMarkets") Market market) {
        assertThat(market.cost(market.after(market.assigned().given())))
                .isEqualTo(best(market, 0, new HashMap<>(market.loads())));
    }

    @Property(tries = 100)
    void orderOfTheInputDoesNotMatter(@ForAll("markets") Market market, @ForAll Random random) {
        List<Need> shuffled = new ArrayList<>(market.needs());
        Collections.shuffle(shuffled, random);

        assertThat(Set.copyOf(new Market(shuffled, market.panel(), market.loads())
                        .assigned()
                        .given()))
                .isEqualTo(Set.copyOf(market.assigned().given()));
    }

    private static long best(Market market, int next, Map<String, Integer> loads) {
        if (next == market.needs().size()) {
            return market.cost(loads);
        }
        Need need = market.needs().get(next);
        List<String> candidates = market.candidates(need);
        int wanted = Math.min(need.missing(), candidates.size());
        long best = Long.MAX_VALUE;
        for (int some = 0; some < 1 << candidates.size(); some++) {
            if (Integer.bitCount(some) == wanted) {
                Map<String, Integer> further = new HashMap<>(loads);
                for (int place = 0; place < candidates.size(); place++) {
                    if ((some >> place & 1) == 1) {
                        further.merge(candidates.get(place), 1, Integer::sum);
                    }
                }
                best = Math.min(best, best(market, next + 1, further));
            }
        }
        return best;
    }

    @Provide
    Arbitrary<Market> markets() {
        return markets(60, 8, 3, 40);
    }

    @Provide
    Arbitrary<Market> smallMarkets() {
        return markets(5, 4, 2, 3);
    }

    private static Arbitrary<Market> markets(int applications, int reviewers, int reviews, int load) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, applications),
                        Arbitraries.integers().between(1, reviewers),
                        Arbitraries.integers().between(1, reviews),
                        Arbitraries.randomValue(Random::nextLong))
                .as((many, people, each, seed) -> market(many, people, each, load, new Random(seed)));
    }

    private static Market market(int applications, int reviewers, int reviews, int load, Random random) {
        List<String> all =
                IntStream.range(0, reviewers).mapToObj(number -> "r" + number).toList();
        Map<String, List<String>> panel = Map.of("tsukuba", some(all, random), "kyoto", some(all, random));
        Map<String, Integer> loads =
                all.stream().collect(Collectors.toMap(reviewer -> reviewer, _ -> random.nextInt(load)));
        List<Need> needs = IntStream.range(0, applications)
                .mapToObj(number -> new Need(
                        "kz-" + number,
                        random.nextBoolean() ? "tsukuba" : "kyoto",
                        random.nextInt(3) == 0 ? new HashSet<>(some(all, random)) : Set.of(),
                        1 + random.nextInt(reviews)))
                .toList();
        return new Market(needs, panel, loads);
    }

    private static List<String> some(List<String> all, Random random) {
        return all.stream().filter(_ -> random.nextInt(4) > 0).toList();
    }

    private static List<Need> needs(int number, int each) {
        return IntStream.range(0, number)
                .mapToObj(application -> new Need("kz-" + application, "tsukuba", Set.of(), each))
                .toList();
    }
}
