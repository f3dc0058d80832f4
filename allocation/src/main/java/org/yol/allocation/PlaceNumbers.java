package org.yol.allocation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which place has which name. */
final class PlaceNumbers {

    private final Map<String, Integer> numbers = new HashMap<>();

    PlaceNumbers(List<Place> places) {
        for (Place place : places) {
            if (numbers.put(place.name(), numbers.size()) != null) {
                throw new IllegalArgumentException("Two places have the name %s.".formatted(place.name()));
            }
        }
    }

    /** @param whose how the sentence begins where there is no such place */
    int of(String name, String whose) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("%s place %s, which there is not.".formatted(whose, name));
        }
        return number;
    }
}
