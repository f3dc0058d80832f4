package org.yol.programs.counts;

import java.util.HashMap;
import java.util.Map;

/**
 * How many people applied to a call, as everybody may know it.
 *
 * @param countries by ISO 3166-1 alpha-2 of the citizenship, or {@link CallCount#UNKNOWN}; rounded, see
 *     {@link Rounding}. One that is not among them, or of which all is 0, may have some people too
 */
public record PublicCount(String callId, Map<String, Tally> countries) {

    static PublicCount of(CallCount count, Rounding rounding) {
        Map<String, Tally> shown = new HashMap<>();
        count.countries().forEach((country, exact) -> shown.put(country, rounding.shown(count.id(), country, exact)));
        return new PublicCount(count.id(), Map.copyOf(shown));
    }

    Tally sum() {
        return countries.values().stream().reduce(Tally.NONE, Tally::plus);
    }
}
