package org.yol.applications.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yol.contracts.ApplicationState;
import org.yol.platform.document.Summaries.Group;

/**
 * How many applications to a programme are in which state.
 *
 * @param programmeTitle by language tag
 * @param states as students know them; each 1 or more
 */
record ProgrammeCounts(String programmeId, Map<String, String> programmeTitle, Map<ApplicationState, Long> states) {

    private static final Comparator<ProgrammeCounts> MOST_FIRST =
            Comparator.comparing(ProgrammeCounts::total).reversed().thenComparing(ProgrammeCounts::programmeId);

    /** The programmes with most applications first. */
    static List<ProgrammeCounts> of(List<Group> groups) {
        Map<String, ProgrammeCounts> programmes = new LinkedHashMap<>();
        for (Group group : groups) {
            programmes
                    .computeIfAbsent(
                            group.values().getFirst(),
                            id -> new ProgrammeCounts(id, title(group), new EnumMap<>(ApplicationState.class)))
                    .states
                    .merge(ApplicationState.valueOf(group.values().getLast()), group.number(), Long::sum);
        }
        List<ProgrammeCounts> sorted = new ArrayList<>(programmes.values());
        sorted.sort(MOST_FIRST);
        return sorted;
    }

    private static Map<String, String> title(Group group) {
        Map<String, String> title = new LinkedHashMap<>();
        if (group.example() != null) {
            group.example()
                    .forEach((language, text) ->
                            title.put(language, text.asString().getValue()));
        }
        return title;
    }

    private long total() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }
}
