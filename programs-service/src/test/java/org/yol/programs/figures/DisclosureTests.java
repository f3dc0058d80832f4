package org.yol.programs.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.programs.figures.FigureFixtures.NOW;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yol.contracts.ProgrammeKind;
import org.yol.programs.counts.RoundedCounts;
import org.yol.programs.counts.Tally;

/** Nobody finds single people in the public figures, whatever tables they hold against each other. */
class DisclosureTests {

    private static final List<String> COUNTRIES = List.of("KZ", "KG", "TJ", "TM", "UZ");
    private static final List<String> SECTORS = List.of("energy", "health", "digital");

    /** What really happened at a call, which nobody may know. */
    record Truth(CallFacts call, Map<String, Tally> people) {}

    @Provide
    Arbitrary<List<Truth>> worlds() {
        Arbitrary<Tally> people = Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 3))
                .as((applied, selected, went) ->
                        new Tally(applied + selected + went, applied + selected + went, selected + went, went));
        Arbitrary<Truth> call = Combinators.combine(
                        Arbitraries.integers().between(0, 1_000_000),
                        Arbitraries.of(ProgrammeKind.SCHOLARSHIP, ProgrammeKind.EXCHANGE),
                        Arbitraries.integers().between(2024, 2026),
                        Arbitraries.of(SECTORS).list().uniqueElements().ofMaxSize(2),
                        Arbitraries.of(COUNTRIES)
                                .list()
                                .uniqueElements()
                                .ofMinSize(1)
                                .ofMaxSize(4),
                        Arbitraries.maps(Arbitraries.of(COUNTRIES), people).ofMaxSize(5))
                .as((id, kind, year, sectors, origins, tallies) ->
                        new Truth(FigureFixtures.call("call-" + id, kind, year, sectors, origins), tallies));
        return call.list()
                .uniqueElements(truth -> truth.call().call().id())
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    /** All that can be asked for, with every filter: no table says anything that the groups do not say. */
    @Property(tries = 100)
    void everyTableIsASumOfPublicGroups(@ForAll("worlds") List<Truth> world) {
        Figures figures = published(world);

        for (FigureFilter filter : filters(figures)) {
            FiguresView view = FiguresView.of(figures, filter, NOW);
            List<Group> groups = figures.groups().stream().filter(filter).toList();
            assertThat(view.total()).isEqualTo(sum(groups));
            assertThat(view.countries())
                    .allSatisfy(row -> assertThat(row.people())
                            .isEqualTo(sum(groups.stream()
                                    .filter(group -> group.country().equals(row.key()))
                                    .toList())));
            assertThat(view.years())
                    .allSatisfy(row -> assertThat(row.people())
                            .isEqualTo(sum(groups.stream()
                                    .filter(group ->
                                            Integer.toString(group.year()).equals(row.key()))
                                    .toList())));
            assertThat(view.sectors())
                    .allSatisfy(row -> assertThat(row.people())
                            .isEqualTo(sum(groups.stream()
                                    .filter(group -> row.key().equals("none")
                                            ? group.sectors().isEmpty()
                                            : group.sectors().contains(row.key()))
                                    .toList())));
        }
    }

    /**
     * A group is there because the call is for that country, or because people show: no empty line tells of anybody.
     */
    @Property(tries = 200)
    void nothingButMultiplesOfFiveIsThereAndNoGroupForPeopleWhoDoNotShow(@ForAll("worlds") List<Truth> world) {
        Figures figures = published(world);

        assertThat(figures.groups())
                .allSatisfy(group -> assertThat(Stream.of(
                                group.people().applied(),
                                group.people().selected(),
                                group.people().went()))
                        .allMatch(number -> number % 5 == 0));
        for (Truth truth : world) {
            List<String> shown = figures.groups().stream()
                    .filter(group -> group.callId().equals(truth.call().call().id()))
                    .filter(group -> group.people().equals(People.NOBODY))
                    .map(Group::country)
                    .toList();
            assertThat(truth.call().programme().offer().origins()).containsAll(shown);
        }
    }

    /** The linear system of all tables, narrowed until nothing moves any more, pins down no group of one to four. */
    @Property(tries = 100)
    void whoSolvesForAllTablesFindsNoGroupOfFewerThanFive(@ForAll("worlds") List<Truth> world) {
        Figures figures = published(world);

        for (ToIntFunction<People> stage : stages()) {
            Attack attack = new Attack(figures.groups(), 4);
            for (FigureFilter filter : filters(figures)) {
                attack.learn(figures.groups().stream().filter(filter).toList(), stage);
            }
            attack.solve();

            for (Group group : figures.groups()) {
                assertThat(attack.mayBeNoneOrFiveAndMore(group)).isTrue();
            }
        }
    }

    /** That the attack is one: from exact totals beside rounded groups it finds people. */
    @Example
    void withExactTotalsTheSameAttackFindsThem() {
        List<Group> groups = Stream.of("KZ", "KG")
                .map(country -> Group.of(
                        FigureFixtures.call("a", ProgrammeKind.EXCHANGE, 2026, List.of(), COUNTRIES),
                        country,
                        new People(country.equals("KZ") ? 5 : 0, 0, 0)))
                .toList();
        Attack attack = new Attack(groups, 4);
        attack.learnExactly(groups, 3);
        attack.learnExactly(groups.subList(0, 1), 1);
        attack.solve();

        assertThat(attack.mayBeNoneOrFiveAndMore(groups.get(1))).isFalse();
    }

    private static Figures published(List<Truth> world) {
        RoundedCounts rounded = RoundedCounts.ofSomeInstallation();
        return Figures.of(
                NOW,
                world.stream().map(Truth::call).toList(),
                world.stream()
                        .map(truth -> rounded.of(truth.call().call().id(), truth.people()))
                        .toList());
    }

    private static List<ToIntFunction<People>> stages() {
        return List.of(People::applied, People::selected, People::went);
    }

    /** Every table that can be asked for, be it of one group. */
    private static List<FigureFilter> filters(Figures figures) {
        List<FigureFilter> filters = new ArrayList<>();
        for (ProgrammeKind kind : withNull(figures.choices().kinds())) {
            for (String country : withNull(figures.choices().countries())) {
                for (Integer year : withNull(figures.choices().years())) {
                    for (String sector : withNull(figures.choices().sectors())) {
                        filters.add(new FigureFilter(kind, country, year, null, sector));
                    }
                }
            }
        }
        return filters;
    }

    private static <T> List<T> withNull(List<T> values) {
        List<T> all = new ArrayList<>(values);
        all.add(null);
        return all;
    }

    private static People sum(List<Group> groups) {
        return groups.stream().map(Group::people).reduce(People.NOBODY, People::plus);
    }

    /** Somebody who knows the method, and for each sum that is published within what bounds the people are. */
    private static final class Attack {

        private final int[] least;
        private final int[] most;
        private final Map<Group, Integer> places = new HashMap<>();
        private final List<Learned> learned = new ArrayList<>();
        private final int blur;

        private record Learned(int[] places, int least, int most) {}

        Attack(List<Group> groups, int blur) {
            groups.forEach(group -> places.put(group, places.size()));
            this.least = new int[groups.size()];
            this.most = new int[groups.size()];
            this.blur = blur;
            Arrays.fill(most, 1_000);
        }

        void learn(List<Group> groups, ToIntFunction<People> stage) {
            int shown = stage.applyAsInt(sum(groups));
            add(groups, shown - blur * groups.size(), shown + blur * groups.size());
        }

        void learnExactly(List<Group> groups, int people) {
            add(groups, people, people);
        }

        private void add(List<Group> groups, int atLeast, int atMost) {
            learned.add(new Learned(groups.stream().mapToInt(places::get).toArray(), atLeast, atMost));
        }

        /** Bounds of each group from those of the others, until none moves. */
        void solve() {
            boolean moved = true;
            while (moved) {
                moved = false;
                for (Learned sum : learned) {
                    for (int place : sum.places()) {
                        int others = Arrays.stream(sum.places())
                                        .map(other -> most[other])
                                        .sum()
                                - most[place];
                        int fewestOthers = Arrays.stream(sum.places())
                                        .map(other -> least[other])
                                        .sum()
                                - least[place];
                        int lower = Math.max(least[place], sum.least() - others);
                        int upper = Math.min(most[place], sum.most() - fewestOthers);
                        moved |= lower > least[place] || upper < most[place];
                        least[place] = lower;
                        most[place] = upper;
                    }
                }
            }
        }

        boolean mayBeNoneOrFiveAndMore(Group group) {
            int place = places.get(group);
            return least[place] == 0 || most[place] >= 5;
        }
    }
}
