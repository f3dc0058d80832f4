package org.yol.allocation.proof;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The published input as it is written. */
record InputFile(
        String format,
        String call,
        String seed,
        String mode,
        List<String> categories,
        List<Place> places,
        List<Cap> caps,
        List<Applicant> applicants) {

    static final String FORMAT = "yol-selection-input/1";

    InputFile {
        require(call, "call");
        require(seed, "seed");
        require(mode, "mode");
        require(categories, "categories");
        require(places, "places");
        require(caps, "caps");
        require(applicants, "applicants");
    }

    /** @throws NullPointerException which Jackson tells with the place where it happened */
    static void require(Object value, String name) {
        Objects.requireNonNull(value, () -> "\"" + name + "\" is missing");
    }

    static void require(List<?> values, String name) {
        Objects.requireNonNull(values, () -> "\"" + name + "\" is missing");
        for (Object value : values) {
            Objects.requireNonNull(value, () -> "\"" + name + "\" holds null");
        }
    }

    record Place(String id, Integer seats, SortedMap<String, Integer> reserves) {
        Place {
            require(id, "id");
            require(seats, "seats");
            if (reserves != null) {
                reserves.values().forEach(kept -> require(kept, "reserves"));
            }
        }

        SortedMap<String, Integer> kept() {
            return reserves == null ? new TreeMap<>() : reserves;
        }
    }

    record Cap(String id, List<String> places, Integer seats) {
        Cap {
            require(id, "id");
            require(places, "places");
            require(seats, "seats");
        }
    }

    record Applicant(String number, String lottery, List<String> categories, List<Choice> choices) {
        Applicant {
            require(number, "number");
            require(lottery, "lottery");
            require(categories, "categories");
            require(choices, "choices");
        }
    }

    /**
     * @param score null where the choice is excluded
     * @param excluded the reason, or null
     */
    record Choice(String place, String score, String excluded) {
        Choice {
            require(place, "place");
        }
    }
}
