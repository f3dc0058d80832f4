package org.yol.programs.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.yol.programs.counts.Counts;

/**
 * The orders of a coordinator's own programmes: by what their table shows in its columns.
 *
 * @param counts of the applications to calls, by the ids of these
 */
record OwnOrder(Column column, Direction direction, Function<Collection<String>, Map<String, Counts>> counts)
        implements Order {

    /** Which end of a column comes first. */
    enum Direction {
        ASCENDING,
        DESCENDING
    }

    /** A column that is sorted by. */
    enum Column {
        /** By the English title, or any there is, as dictionaries do. */
        TITLE(Comparator.comparing(Hit::title), null),
        /** What comes next first, and what is over last. */
        CLOSES(Comparator.comparingLong(Hit::urgency), null),
        /** How many have begun to apply to any of its calls. */
        STARTED(Comparator.comparingDouble(Hit::score), Counts::started),
        /** How many have handed in. */
        SUBMITTED(Comparator.comparingDouble(Hit::score), Counts::submitted);

        private final Comparator<Hit> ascending;
        private final ToIntFunction<Counts> weight;

        Column(Comparator<Hit> ascending, ToIntFunction<Counts> weight) {
            this.ascending = ascending;
            this.weight = weight;
        }

        /** The last deadline first where it is by that: nobody begins with what was over years ago. */
        private Comparator<Hit> descending() {
            return this == CLOSES ? Comparator.comparing(Hit::end).reversed() : ascending.reversed();
        }
    }

    @Override
    public Comparator<Hit> order() {
        return (direction == Direction.DESCENDING ? column.descending() : column.ascending)
                .thenComparing(Hit::title)
                .thenComparing(Hit::id);
    }

    @Override
    public boolean weighs() {
        return column.weight != null;
    }

    @Override
    public Map<String, Integer> weights(List<Entry> found) {
        Map<String, Counts> known = counts.apply(found.stream()
                .flatMap(entry -> entry.intakes().stream())
                .map(Intake::callId)
                .toList());
        Map<String, Integer> weights = new HashMap<>();
        for (Entry entry : found) {
            weights.put(
                    entry.id(),
                    entry.intakes().stream()
                            .map(intake -> known.getOrDefault(intake.callId(), Counts.NONE))
                            .mapToInt(column.weight)
                            .sum());
        }
        return weights;
    }

    /** The word in cursors. */
    @Override
    public String toString() {
        return (column.name() + "-" + direction.name()).toLowerCase(Locale.ROOT);
    }
}
