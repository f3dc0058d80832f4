package org.yol.programs.counts;

import java.util.HashMap;
import java.util.Map;

/**
 * How many people applied to a call, as everybody may know it.
 *
 * @param countries by ISO 3166-1 alpha-2 of the citizenship, or {@link CallCount#UNKNOWN}; rounded, see
 *     {@link Rounding}. One that is not among them, or of which all is 0, may have some people too
 * @param movements of an exchange, between which universities the same people go; sums of the same rounded groups
 */
public record PublicCount(String callId, Map<String, Tally> countries, Map<Movement, Tally> movements) {

    static PublicCount of(CallCount count, Rounding rounding) {
        Map<String, Tally> countries = new HashMap<>();
        Map<Movement, Tally> movements = new HashMap<>();
        count.countries().forEach((group, exact) -> {
            Tally shown = rounding.shown(count.id(), group, exact);
            countries.merge(CallCount.countryOf(group), shown, Tally::plus);
            CallCount.movementOf(group).ifPresent(movement -> movements.merge(movement, shown, Tally::plus));
        });
        return new PublicCount(count.id(), Map.copyOf(countries), Map.copyOf(movements));
    }

    Tally sum() {
        return countries.values().stream().reduce(Tally.NONE, Tally::plus);
    }
}
