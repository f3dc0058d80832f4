package org.yol.applications.roster;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Outcome;
import org.yol.contracts.ApplicationState;
import org.yol.platform.document.Results;
import org.yol.platform.document.Sorting;
import org.yol.platform.document.Summaries;

/** How many rows of tables are of which kind. */
@Component
public class RosterCounts {

    private static final int AT_ONCE = 2_000;

    /** As old as a number may be that somebody narrows a list by: many look at the same call. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Summaries<RosterRow> facts;
    private final Summaries<RosterRow> rows;
    private final Cache<String, CallCounts> recent =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(200).build();

    RosterCounts(Roster roster) {
        this.facts = roster.rows("words", "name", "student", "provider");
        this.rows = roster.rows();
    }

    /**
     * Of a call. Each map is without what there is none of.
     *
     * @param places by id, those that rank it
     * @param first those that want it most
     * @param unscored those for which a score at it is still to come
     */
    public record CallCounts(
            long total,
            Map<ApplicationState, Integer> states,
            Map<String, Integer> countries,
            Map<String, Integer> places,
            Map<String, Integer> first,
            Map<String, Integer> unscored,
            Map<Outcome, Integer> outcomes,
            Map<ToDo, Integer> todo) {

        private CallCounts() {
            this(
                    0,
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>());
        }

        private CallCounts of(long number) {
            return new CallCounts(number, states, countries, places, first, unscored, outcomes, todo);
        }

        private void add(RosterRow one) {
            add(states, one.state());
            add(countries, one.country());
            one.choices().forEach(place -> add(places, place));
            add(first, one.first());
            one.unscored().forEach(place -> add(unscored, place));
            add(outcomes, one.outcome());
            one.left().forEach(each -> add(todo, each));
        }

        private static <K> void add(Map<K, Integer> numbers, K value) {
            if (value != null) {
                numbers.merge(value, 1, Integer::sum);
            }
        }
    }

    /** Of a provider's call, as it was some seconds ago at most. */
    public CallCounts of(String callId, Bson readable) {
        return recent.get(callId + "\n" + readable, _ -> count(and(eq("callId", callId), readable)));
    }

    private CallCounts count(Bson wanted) {
        CallCounts counts = new CallCounts();
        long total = 0;
        try (Results<RosterRow> all = facts.all(wanted, Sorting.descending("submittedAt"), null, AT_ONCE)) {
            for (; all.hasNext(); total++) {
                counts.add(all.next());
            }
        }
        return counts.of(total);
    }

    /**
     * What is still to be done with a call.
     *
     * @param todo how many applications, by what; each 1 or more
     */
    public record CallToDo(String callId, Map<ToDo, Long> todo) {}

    /** What is still to be done with the applications to a provider's calls, by call. */
    public List<CallToDo> left(String provider) {
        Map<String, Map<ToDo, Long>> calls = new TreeMap<>();
        Arrays.stream(ToDo.values())
                .forEach(todo -> rows.counts("callId", and(eq("provider", provider), eq("left", todo.name())))
                        .forEach((call, number) -> calls.computeIfAbsent(call, _ -> new TreeMap<>())
                                .put(todo, number)));
        List<CallToDo> left = new ArrayList<>();
        calls.forEach((call, todo) -> left.add(new CallToDo(call, todo)));
        return left;
    }
}
