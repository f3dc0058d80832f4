package org.yol.programs.figures;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yol.programs.counts.PublicCount;
import org.yol.programs.counts.Tally;

/**
 * All that is public at one moment.
 *
 * @param asOf when it was put together
 * @param calls all published calls
 * @param groups of every published call, ordered by call and country: one for each country it is for, be there people
 *     or not, and one for any other from which people are known to have applied; that one is there tells nothing that
 *     its numbers do not tell
 */
record Figures(Instant asOf, List<CallFacts> calls, List<Group> groups, Choices choices) {

    static Figures of(Instant asOf, Collection<CallFacts> calls, Collection<PublicCount> counts) {
        Map<String, PublicCount> known =
                counts.stream().collect(Collectors.toMap(PublicCount::callId, Function.identity()));
        List<CallFacts> ordered = calls.stream()
                .sorted(Comparator.comparing(facts -> facts.call().id()))
                .toList();
        List<Group> groups = ordered.stream()
                .flatMap(facts -> groups(facts, known.get(facts.call().id())))
                .toList();
        return new Figures(asOf, ordered, groups, Choices.of(groups));
    }

    private static Stream<Group> groups(CallFacts facts, PublicCount count) {
        Map<String, Tally> people = count == null ? Map.of() : count.countries();
        Stream<String> others = people.entrySet().stream()
                .filter(country -> country.getValue().applied() > 0)
                .map(Map.Entry::getKey);
        return Stream.concat(facts.programme().offer().origins().stream(), others)
                .distinct()
                .sorted()
                .map(country -> Group.of(facts, country, People.of(people.getOrDefault(country, Tally.NONE))));
    }
}
