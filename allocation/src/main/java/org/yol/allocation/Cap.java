package org.yol.allocation;

import java.util.HashSet;
import java.util.List;

/**
 * How many may be taken at several places together.
 *
 * @param name unlike that of any other cap of the market
 * @param seats at most, 1 or more
 * @param places their names, each once
 */
public record Cap(String name, int seats, List<String> places) {

    /** @throws IllegalArgumentException for less than one seat, no place, or one that is named twice */
    public Cap {
        if (seats <= 0) {
            throw new IllegalArgumentException("Cap %s allows %d seats. Give 1 or more.".formatted(name, seats));
        }
        places = List.copyOf(places);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("Cap %s is about no place.".formatted(name));
        }
        var seen = new HashSet<String>();
        for (String place : places) {
            if (!seen.add(place)) {
                throw new IllegalArgumentException("Cap %s names place %s twice.".formatted(name, place));
            }
        }
    }
}
