package org.yol.programs.counts;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.document.Copy;

/**
 * How many applications a call has from each country, folded from what is told of them. Public because the record codec
 * can read no other.
 *
 * @param id of the call
 * @param seq counts writes, so that of two that were made of the same one only one is kept
 * @param countries by ISO 3166-1 alpha-2 of the citizenship, or {@value #UNKNOWN}; of an exchange, those who are
 *     offered a place are groups of their own, by country and {@link Movement}
 * @param moved what is counted already though it may not be kept as the state of its application yet: told again after
 *     a crash it does not count again
 */
public record CallCount(@BsonId String id, long seq, Map<String, Tally> countries, List<CountedApplication> moved)
        implements Copy {

    /** The country of those whose account states none; the code that Unicode has for an unknown region. */
    public static final String UNKNOWN = "ZZ";

    /** Stands between country and movement. */
    static final String MOVING = "/";

    public CallCount {
        countries = Map.copyOf(countries);
        moved = List.copyOf(moved);
    }

    /** A call without applications. */
    static CallCount none(String callId) {
        return new CallCount(callId, 0, Map.of(), List.of());
    }

    /** The country of a group. */
    static String countryOf(String group) {
        return group.split(MOVING, 2)[0];
    }

    /** The movement of a group; empty for those who do not move. */
    static Optional<Movement> movementOf(String group) {
        String[] parts = group.split(MOVING, 2);
        return parts.length == 1 ? Optional.empty() : Optional.of(Movement.parse(parts[1]));
    }

    /** How many people move between which universities. */
    Map<Movement, Tally> movements() {
        Map<Movement, Tally> movements = new HashMap<>();
        countries.forEach((group, tally) ->
                movementOf(group).ifPresent(movement -> movements.merge(movement, tally, Tally::plus)));
        return movements;
    }

    Tally sum() {
        return countries.values().stream().reduce(Tally.NONE, Tally::plus);
    }

    /**
     * With what is told of some of the call's applications, each at most once.
     *
     * @param kept the states that are kept of these and of the {@link #moved}, by application
     * @return this when that changes no number
     */
    CallCount told(Collection<CountedApplication> told, Map<String, CountedApplication> kept) {
        Map<String, CountedApplication> moving = new LinkedHashMap<>();
        moved.stream().filter(Predicate.not(one -> one.isIn(kept))).forEach(one -> moving.put(one.id(), one));
        Map<String, Tally> now = new HashMap<>(countries);
        boolean changed = false;
        for (CountedApplication one : told) {
            if (one.isIn(kept) || one.isIn(moving)) {
                continue;
            }
            CountedApplication before = moving.getOrDefault(one.id(), kept.get(one.id()));
            if (before == null
                    || !before.group().equals(one.group())
                    || !before.tally().equals(one.tally())) {
                if (before != null) {
                    add(now, before.group(), Tally.NONE.minus(before.tally()));
                }
                add(now, one.group(), one.tally());
                moving.put(one.id(), one);
                changed = true;
            }
        }
        return changed ? new CallCount(id, seq + 1, now, List.copyOf(moving.values())) : this;
    }

    private static void add(Map<String, Tally> countries, String country, Tally more) {
        countries.merge(country, more, Tally::plus);
    }
}
