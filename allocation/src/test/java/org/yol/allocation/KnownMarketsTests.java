package org.yol.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import org.yol.allocation.SmallMarket.Limit;

/** Markets that are worked out in the literature. */
class KnownMarketsTests {

    /** What places rank in their order becomes scores: 100 for the first, one less for the next. */
    private final Map<String, List<String>> places = new LinkedHashMap<>();

    private final Map<String, Place> seats = new LinkedHashMap<>();
    private final Map<String, List<String>> people = new LinkedHashMap<>();
    private final Map<String, Long> categories = new LinkedHashMap<>();
    private final List<Limit> limits = new ArrayList<>();

    private void place(String name, int number, List<Integer> reserves, String... ranks) {
        places.put(name, List.of(ranks));
        seats.put(name, new Place(name, number, reserves));
    }

    private void place(String name, int number, String... ranks) {
        place(name, number, List.of(), ranks);
    }

    private void person(String name, String... ranks) {
        people.put(name, List.of(ranks));
    }

    private SmallMarket market() {
        List<Person> list = new ArrayList<>();
        people.forEach((name, ranking) -> list.add(new Person(
                list.size(),
                categories.getOrDefault(name, 0L),
                ranking.stream()
                        .filter(place -> places.get(place).contains(name))
                        .map(List.copyOf(places.keySet())::indexOf)
                        .toList(),
                places.values().stream()
                        .map(order -> Applicants.BEST_SCORE - 100 * order.indexOf(name))
                        .map(score -> Math.min(score, Applicants.BEST_SCORE))
                        .toList())));
        return new SmallMarket(1, List.copyOf(seats.values()), limits, list);
    }

    /** The place of each person by name, none for those without. */
    private Map<String, String> outcome() {
        return named(market().outcome());
    }

    private Map<String, String> named(List<Integer> outcome) {
        Map<String, String> named = new LinkedHashMap<>();
        List<String> names = List.copyOf(people.keySet());
        for (int number = 0; number < names.size(); number++) {
            if (outcome.get(number) >= 0) {
                named.put(names.get(number), List.copyOf(places.keySet()).get(outcome.get(number)));
            }
        }
        return named;
    }

    /** D. Gale and L. S. Shapley 1962, example 1: three of the six outcomes are stable. */
    @Example
    void galeAndShapleyOne() {
        person("α", "A", "B", "C");
        person("β", "B", "C", "A");
        person("γ", "C", "A", "B");
        place("A", 1, "β", "γ", "α");
        place("B", 1, "γ", "α", "β");
        place("C", 1, "α", "β", "γ");
        assertThat(outcome()).isEqualTo(Map.of("α", "A", "β", "B", "γ", "C"));
        assertThat(new Rule(market()).allStable().stream().map(this::named))
                .containsExactlyInAnyOrder(
                        Map.of("α", "A", "β", "B", "γ", "C"),
                        Map.of("α", "C", "β", "A", "γ", "B"),
                        Map.of("α", "B", "β", "C", "γ", "A"));
    }

    /** D. Gale and L. S. Shapley 1962, example 2: one outcome is stable, in which nobody has their first choice. */
    @Example
    void galeAndShapleyTwo() {
        person("α", "A", "B", "C", "D");
        person("β", "A", "D", "C", "B");
        person("γ", "B", "A", "C", "D");
        person("δ", "D", "B", "C", "A");
        place("A", 1, "δ", "γ", "α", "β");
        place("B", 1, "β", "δ", "α", "γ");
        place("C", 1, "δ", "α", "β", "γ");
        place("D", 1, "γ", "β", "α", "δ");
        assertThat(outcome()).isEqualTo(Map.of("α", "C", "β", "D", "γ", "A", "δ", "B"));
        assertThat(new Rule(market()).allStable()).hasSize(1);
    }

    /**
     * "How the Matching Algorithm Works", the example of the National Resident Matching Program, as other programs are
     * tested with it. The algorithm is that of A. E. Roth and E. Peranson, The Redesign of the Matching Market for
     * American Physicians, American Economic Review 89 (1999). A choice that the place does not rank is left out.
     */
    @Example
    void residencyMatch() {
        person("Anderson", "City");
        person("Brown", "City", "Mercy");
        person("Chen", "City", "Mercy");
        person("Davis", "Mercy", "City", "General", "State");
        person("Eastman", "City", "Mercy", "State", "General");
        person("Ford", "City", "General", "Mercy", "State");
        person("Garcia", "City", "Mercy", "State", "General");
        person("Hassan", "State", "City", "Mercy", "General");
        place("Mercy", 2, "Chen", "Garcia");
        place("City", 2, "Garcia", "Hassan", "Eastman", "Anderson", "Brown", "Chen", "Davis", "Ford");
        place("General", 2, "Brown", "Eastman", "Hassan", "Anderson", "Chen", "Davis", "Garcia");
        place("State", 2, "Brown", "Eastman", "Anderson", "Chen", "Hassan", "Ford", "Davis", "Garcia");
        assertThat(outcome())
                .isEqualTo(Map.of(
                        "Chen", "Mercy", "Garcia", "City", "Eastman", "City", "Davis", "General", "Ford", "State",
                        "Hassan", "State"));
    }

    /**
     * After F. Kojima, School Choice: Impossibilities for Affirmative Action, Games and Economic Behavior 75 (2012): a
     * quota that lets one of the majority in at c1 sends s2 to c2, where it takes the place of s3, the only one of the
     * minority. With a seat reserved instead (I. E. Hafalir, M. B. Yenmez and M. A. Yildirim, Effective Affirmative
     * Action in School Choice, Theoretical Economics 8, 2013) all have their first choice, since s3 does not ask for
     * it.
     */
    @Example
    void reserveDoesNotDoWhatAQuotaDoes() {
        person("s1", "c1");
        person("s2", "c1", "c2");
        person("s3", "c2", "c1");
        categories.put("s3", 1L);
        place("c2", 1, "s2", "s3", "s1");
        place("c1", 2, List.of(1), "s1", "s2", "s3");
        Map<String, String> first = Map.of("s1", "c1", "s2", "c1", "s3", "c2");
        assertThat(outcome()).isEqualTo(first);
        // The quota, said by hand: one seat less for the majority.
        place("c1", 1, "s1", "s2", "s3");
        assertThat(outcome()).isEqualTo(Map.of("s1", "c1", "s2", "c2"));
    }

    /**
     * What the same papers warn of is true of reserves as well. Where the only seat of c1 becomes a reserved one, s2 is
     * of the category and gets their second choice instead of the first, and s1 of the category nothing, as before.
     */
    @Example
    void reserveMayHurtThoseItIsFor() {
        person("s1", "c1", "c2");
        person("s2", "c2", "c1");
        person("s3", "c1", "c2");
        categories.put("s1", 1L);
        categories.put("s2", 1L);
        place("c1", 1, "s3", "s2", "s1");
        place("c2", 1, "s3", "s2", "s1");
        assertThat(outcome()).isEqualTo(Map.of("s2", "c2", "s3", "c1"));
        place("c1", 1, List.of(1), "s3", "s2", "s1");
        assertThat(outcome()).isEqualTo(Map.of("s2", "c1", "s3", "c2"));
    }

    /**
     * U. Dur, S. D. Kominers, P. A. Pathak and T. Sönmez, Reserve Design: Unintended Consequences and the Demise of
     * Boston's Walk Zones, Journal of Political Economy 126 (2018): which seats are filled first decides. Open seats
     * first, so those of the category who are good enough anyway take no reserved one from the others.
     */
    @Example
    void openSeatsAreFilledFirst() {
        String[] order = {"walk 1", "walk 2", "other 1", "walk 3", "other 2"};
        for (String name : order) {
            person(name, "school");
            categories.put(name, name.startsWith("walk") ? 1L : 0L);
        }
        place("school", 3, List.of(1), order);
        assertThat(market().allocation().held(0, Allocation.reserved(0))).containsExactly(3);
        // The reserved seat first would be walk 1's, and other 1 would have the last open one.
        assertThat(outcome()).containsOnlyKeys("walk 1", "walk 2", "walk 3");
    }

    /**
     * Y. Kamada and F. Kojima, Efficient Matching under Distributional Constraints, American Economic Review 105
     * (2015), example 1: ten doctors, two hospitals of ten seats, ten for the region. Splitting the region's seats
     * beforehand, five each, leaves two doctors out; a cap on both leaves nobody out.
     */
    @Example
    void regionalCap() {
        String[] doctors = {"d0", "d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9"};
        for (int number = 0; number < doctors.length; number++) {
            person(doctors[number], number < 3 ? "h1" : "h2");
        }
        place("h1", 10, doctors);
        place("h2", 10, doctors);
        limits.add(new Limit(10, Set.of(0, 1)));
        assertThat(outcome().values().stream().filter("h2"::equals)).hasSize(7);
        assertThat(outcome()).hasSize(10);
        limits.clear();
        place("h1", 5, doctors);
        place("h2", 5, doctors);
        assertThat(outcome()).hasSize(8).doesNotContainKeys(Arrays.copyOfRange(doctors, 8, 10));
    }

    /** A call as those of JDS: 3 master and 1 doctoral seat, 3 in all, over two universities. */
    @Example
    void nestedCaps() {
        person("a", "tsukuba-master", "kyoto-master");
        person("b", "tsukuba-master", "kyoto-master");
        person("c", "kyoto-master");
        person("d", "kyoto-doctor");
        person("e", "kyoto-doctor", "kyoto-master");
        place("tsukuba-master", 1, "b", "a");
        place("kyoto-master", 2, "e", "a", "c");
        place("kyoto-doctor", 2, "d", "e");
        limits.add(new Limit(3, Set.of(0, 1, 2)));
        limits.add(new Limit(3, Set.of(0, 1)));
        limits.add(new Limit(1, Set.of(2)));
        // The only doctoral seat is d's; of what the call has left, Kyoto's first seat is e's and a comes after e.
        assertThat(outcome()).isEqualTo(Map.of("b", "tsukuba-master", "d", "kyoto-doctor", "e", "kyoto-master"));
    }
}
