package org.yol.programs.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Objects;
import org.yol.contracts.StudyLevel;

/**
 * Seats at one host for one level.
 *
 * @param id unique in its call: there is one place for a host and level, so it is named by them
 * @param seats 1 or more; may be missing in a draft
 * @param group keyword of the places that it shares a cap with; null without
 * @param reserves seats kept for members of categories, by their keyword; empty without
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Place(
        String id, PlaceHost host, StudyLevel level, Integer seats, String group, Map<String, Integer> reserves) {

    public Place {
        reserves = Map.copyOf(Objects.requireNonNullElse(reserves, Map.of()));
    }

    /**
     * A host as it was called when the call was written.
     *
     * @param name in Latin letters
     * @param names by language tag; {@code en} is always there
     */
    public record PlaceHost(String id, String name, Map<String, String> names) {

        /** Written by an earlier release, it has the one name only. */
        public PlaceHost {
            names = names == null || names.isEmpty() ? Map.of("en", name) : Map.copyOf(names);
        }

        /** Whichever takes the student. */
        static final PlaceHost ANY = new PlaceHost("any", "any", null);
    }

    static Place at(PlaceHost host, StudyLevel level, Integer seats, String group, Map<String, Integer> reserves) {
        return new Place(host.id() + "-" + level, host, level, seats, group, reserves);
    }

    int reserved() {
        return reserves.values().stream().mapToInt(Integer::intValue).sum();
    }
}
