package org.yol.allocation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How caps nest. Sets are numbered: first each place alone, with its own seats, then the caps in the order of the
 * market. Each has at most one smallest set around it.
 */
final class CapForest {

    static final int NONE = -1;

    private final int[] seats;
    private final int[] around;

    /** @throws IllegalArgumentException where two caps cross, or a cap is about a place that there is not */
    CapForest(List<Place> places, List<Cap> caps, PlaceNumbers numbers) {
        seats = IntStream.concat(
                        places.stream().mapToInt(Place::seats), caps.stream().mapToInt(Cap::seats))
                .toArray();
        around = new int[seats.length];
        Arrays.fill(around, NONE);
        int[] size = new int[seats.length];
        Arrays.fill(size, 1);
        // For each place, the largest set so far that holds it. Caps from the smallest to the largest: each must hold
        // all of
        // every such set that it touches.
        int[] outermost = IntStream.range(0, places.size()).toArray();
        int[] touched = new int[seats.length];
        int[] order = IntStream.range(0, caps.size())
                .boxed()
                .sorted(Comparator.comparingInt(cap -> caps.get(cap).places().size()))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int number : order) {
            Cap cap = caps.get(number);
            int set = places.size() + number;
            int[] members = cap.places().stream()
                    .mapToInt(place -> numbers.of(place, "Cap " + cap.name() + " holds"))
                    .toArray();
            for (int place : members) {
                touched[outermost[place]]++;
            }
            for (int place : members) {
                int inner = outermost[place];
                if (inner == set) {
                    continue;
                }
                if (around[inner] == NONE && touched[inner] < size[inner]) {
                    throw new IllegalArgumentException(
                            "Caps %s and %s cross: each has places that the other has not, and both have %s."
                                    .formatted(
                                            caps.get(inner - places.size()).name(),
                                            cap.name(),
                                            places.get(place).name()));
                }
                around[inner] = set;
                outermost[place] = set;
            }
            size[set] = members.length;
        }
    }

    int sets() {
        return seats.length;
    }

    int seats(int set) {
        return seats[set];
    }

    /** The smallest set around this one, or {@link #NONE}. */
    int around(int set) {
        return around[set];
    }
}
