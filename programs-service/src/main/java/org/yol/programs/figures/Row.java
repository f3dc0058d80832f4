package org.yol.programs.figures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A line of a table of figures. Whatever it shows is a sum of public groups, so that it says no more than they do.
 *
 * @param key of what is counted, such as {@code KZ}
 */
record Row(String key, @JsonUnwrapped People people) {

    /**
     * The groups added up by what they have in common.
     *
     * @param keys of a group, each of which it counts for
     * @param order of the lines
     */
    static List<Row> sums(Collection<Group> groups, Function<Group, Stream<String>> keys, Comparator<Row> order) {
        Map<String, People> sums = new TreeMap<>();
        groups.forEach(
                group -> keys.apply(group).distinct().forEach(key -> sums.merge(key, group.people(), People::plus)));
        return sums.entrySet().stream()
                .map(sum -> new Row(sum.getKey(), sum.getValue()))
                .sorted(order)
                .toList();
    }
}
