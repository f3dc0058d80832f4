package org.yol.applications.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yol.applications.selection.PublishedRecord.Allotted;
import org.yol.applications.selection.SelectionInput.InputCap;
import org.yol.applications.selection.SelectionInput.InputPlace;
import org.yol.applications.selection.SelectionResult.CutOff;
import org.yol.applications.selection.SelectionResult.Holder;

/**
 * What another run of the same call would come to beside one, where they differ and where they do not. What only one of
 * them has is null in the other.
 *
 * @param places the seats that there were to give
 * @param caps that bound, for one that does not bind is none
 * @param kinds how many were given of each kind of seat
 * @param cutOffs who was taken last of each kind, where it was full
 * @param same how many get the same place in both
 * @param different how many do not
 * @param people of those the ones asked for, by the ids of their applications
 */
record Comparison(
        List<Places> places,
        List<Caps> caps,
        List<Kinds> kinds,
        List<CutOffs> cutOffs,
        int same,
        int different,
        List<Person> people) {

    record Places(String id, InputPlace one, InputPlace other) {}

    record Caps(String id, Integer one, Integer other) {}

    /** @param seat open, id of a category, or left-over */
    record Kinds(String place, String seat, int one, int other) {}

    /**
     * @param place null for that of a cap
     * @param seat null likewise
     * @param cap null for that of a place
     * @param one score as text
     */
    record CutOffs(String place, String seat, String cap, String one, String other) {}

    /**
     * @param name empty when they were erased
     * @param one null for nothing
     */
    record Person(String applicationId, String name, Allotted one, Allotted other) {

        private boolean isSame() {
            return Objects.equals(place(one), place(other));
        }

        private static String place(Allotted allotted) {
            return allotted == null ? null : allotted.place();
        }

        private Person called(String known) {
            return new Person(applicationId, known, one, other);
        }
    }

    /**
     * @param gotten what each application got in either run, without those that got nothing in both
     * @param from how many of those who get another place are passed over
     * @param limit how many of the rest are named
     * @param names of some applications, by their ids
     */
    static Comparison of(
            PublishedRecord one,
            PublishedRecord other,
            List<Person> gotten,
            int from,
            int limit,
            Function<List<String>, Map<String, String>> names) {
        List<Person> moved = gotten.stream().filter(person -> !person.isSame()).toList();
        List<Person> shown = moved.stream().skip(from).limit(limit).toList();
        Map<String, String> called =
                names.apply(shown.stream().map(Person::applicationId).toList());
        return new Comparison(
                places(one, other),
                caps(one, other),
                kinds(one, other),
                cutOffs(one, other),
                gotten.size() - moved.size(),
                moved.size(),
                shown.stream()
                        .map(person -> person.called(called.getOrDefault(person.applicationId(), "")))
                        .toList());
    }

    private static List<Places> places(PublishedRecord one, PublishedRecord other) {
        Map<String, InputPlace> ofOne = byId(one.input().places(), InputPlace::id, Function.identity());
        Map<String, InputPlace> ofOther = byId(other.input().places(), InputPlace::id, Function.identity());
        return ofEither(ofOne.keySet(), ofOther.keySet())
                .map(id -> new Places(id, ofOne.get(id), ofOther.get(id)))
                .toList();
    }

    private static List<Caps> caps(PublishedRecord one, PublishedRecord other) {
        Map<String, Integer> ofOne = byId(one.input().caps(), InputCap::id, InputCap::seats);
        Map<String, Integer> ofOther = byId(other.input().caps(), InputCap::id, InputCap::seats);
        return ofEither(ofOne.keySet(), ofOther.keySet())
                .map(id -> new Caps(id, ofOne.get(id), ofOther.get(id)))
                .toList();
    }

    private static List<Kinds> kinds(PublishedRecord one, PublishedRecord other) {
        List<String> kinds = kinds(one);
        List<Kinds> counts = new ArrayList<>();
        ofEither(placesOf(one), placesOf(other))
                .forEach(place -> kinds.forEach(seat -> {
                    Kinds count = new Kinds(place, seat, count(one, place, seat), count(other, place, seat));
                    if (count.one() > 0 || count.other() > 0) {
                        counts.add(count);
                    }
                }));
        return counts;
    }

    /** In the order in which they are filled. */
    private static List<String> kinds(PublishedRecord record) {
        return Stream.of(
                        Stream.of(SelectionResult.OPEN),
                        record.input().categories().stream(),
                        Stream.of(SelectionResult.LEFT_OVER))
                .flatMap(Function.identity())
                .toList();
    }

    private static int count(PublishedRecord record, String place, String seat) {
        return (int) record.result().places().stream()
                .filter(filled -> filled.id().equals(place))
                .flatMap(filled -> filled.held().stream())
                .map(Holder::seat)
                .filter(seat::equals)
                .count();
    }

    private static List<CutOffs> cutOffs(PublishedRecord one, PublishedRecord other) {
        return Stream.of(one, other)
                .flatMap(record -> record.result().cutOffs().stream())
                .map(last -> new CutOffs(last.place(), last.seat(), last.cap(), score(one, last), score(other, last)))
                .distinct()
                .sorted(Comparator.comparing(CutOffs::place, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(CutOffs::cap, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(last -> kinds(one).indexOf(last.seat())))
                .toList();
    }

    private static String score(PublishedRecord record, CutOff of) {
        return record.result().cutOffs().stream()
                .filter(last -> Objects.equals(last.place(), of.place())
                        && Objects.equals(last.seat(), of.seat())
                        && Objects.equals(last.cap(), of.cap()))
                .map(CutOff::score)
                .findFirst()
                .orElse(null);
    }

    private static Set<String> placesOf(PublishedRecord record) {
        return record.result().places().stream().map(SelectionResult.Filled::id).collect(Collectors.toSet());
    }

    private static <T, V> Map<String, V> byId(List<T> all, Function<T, String> id, Function<T, V> value) {
        return all.stream().collect(Collectors.toMap(id, value));
    }

    /** Ids that are in one of them or both, in their order. */
    private static Stream<String> ofEither(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().sorted();
    }
}
