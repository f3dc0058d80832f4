package org.yol.programs.figures;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yol.contracts.ProgrammeKind;
import org.yol.programs.programme.ProgrammeFacts.Organization;

/**
 * What figures can be asked for by.
 *
 * @param years the latest first
 * @param providers by name
 */
record Choices(
        List<ProgrammeKind> kinds,
        List<String> countries,
        List<Integer> years,
        List<Organization> providers,
        List<String> sectors) {

    static Choices of(Collection<Group> groups) {
        return new Choices(
                among(groups, group -> Stream.of(group.kind())),
                among(groups, group -> Stream.of(group.country())),
                among(groups, group -> Stream.of(group.year())).reversed(),
                providers(groups),
                among(groups, group -> group.sectors().stream()));
    }

    private static <T extends Comparable<? super T>> List<T> among(
            Collection<Group> groups, Function<Group, Stream<T>> values) {
        return groups.stream().flatMap(values).distinct().sorted().toList();
    }

    /** Once each, though programmes of one may have come to know it by several names. */
    private static List<Organization> providers(Collection<Group> groups) {
        Map<String, Organization> byId = new LinkedHashMap<>();
        groups.stream().map(Group::provider).forEach(provider -> byId.putIfAbsent(provider.id(), provider));
        return byId.values().stream()
                .sorted(Comparator.comparing(Organization::name).thenComparing(Organization::id))
                .toList();
    }
}
