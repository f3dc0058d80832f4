package org.yol.programs.search;

import java.util.Comparator;

/**
 * How many programmes a value of a facet would leave, whatever else of the same facet is chosen.
 *
 * @param value as in addresses
 */
record FacetCount(String value, int count) {

    /** The most frequent first. */
    static final Comparator<FacetCount> BY_COUNT =
            Comparator.comparing(FacetCount::count).reversed().thenComparing(FacetCount::value);
}
