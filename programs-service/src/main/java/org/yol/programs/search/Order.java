package org.yol.programs.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** An order that a list comes in; its text is the word that a cursor knows it by. */
interface Order {

    /** Says which comes first; no two are equal in it. */
    Comparator<Hit> order();

    /** Whether programmes have a weight in it that is not how well they fit the words. */
    default boolean weighs() {
        return false;
    }

    /**
     * The weight of what was found, asked for only where the order {@link #weighs}.
     *
     * @return by the id of the programme; 0 where there is none
     */
    default Map<String, Integer> weights(List<Entry> found) {
        return Map.of();
    }
}
