package org.yol.applications.selection;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.yol.applications.call.Call;
import org.yol.contracts.CallPublished.Place;
import org.yol.contracts.SelectionTerms;

/**
 * How many seats a run gives out (domain.md, Selection). Public because the record codec can read no other.
 *
 * @param categories whose members seats are reserved for, in the order in which these are filled
 * @param places those with a seat to give
 * @param caps those that bind, the innermost first; none where seats are reserved
 */
public record SeatPlan(List<String> categories, List<Seats> places, List<Cap> caps) {

    /**
     * The seats of a place.
     *
     * @param seats 1 or more
     * @param reserves how many of them are kept for members of a category, by its keyword, each 1 or more
     */
    public record Seats(String id, int seats, Map<String, Integer> reserves) {

        int reserved() {
            return reserves.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * The most seats that these places give out together.
     *
     * @param seats 1 or more
     */
    public record Cap(String id, List<String> places, int seats) {}

    /**
     * What the call says, but for what a trial says otherwise.
     *
     * @param given how many seats of a place have been given already, by hand: they are not given again
     */
    static SeatPlan of(Call call, Trial trial, ToIntFunction<String> given) {
        SelectionTerms terms = call.selection();
        List<Seats> places = call.places().stream()
                .map(place -> seats(place, terms, trial, given.applyAsInt(place.id())))
                .filter(place -> place.seats() > 0)
                .sorted(Comparator.comparing(Seats::id))
                .toList();
        List<Cap> caps = terms.caps().stream()
                .map(cap -> new Cap(
                        cap.id(),
                        cap.places().stream()
                                .filter(id -> places.stream()
                                        .anyMatch(place -> place.id().equals(id)))
                                .sorted()
                                .toList(),
                        Math.max(0, trial.cap(cap.id()).orElse(cap.seats()) - given(cap, given))))
                .filter(cap -> cap.seats() < open(cap, places))
                .sorted(Comparator.comparing((Cap cap) -> cap.places().size()).thenComparing(Cap::id))
                .toList();
        List<String> categories =
                terms.categories().stream().map(SelectionTerms.Category::id).toList();
        return new SeatPlan(categories, places, caps).withoutFull();
    }

    private static Seats seats(Place place, SelectionTerms terms, Trial trial, int given) {
        int left = Math.max(0, trial.seats(place.id()).orElse(place.seats()) - given);
        Map<String, Integer> wanted = trial.reserves(place.id()).orElse(place.reserves());
        Map<String, Integer> reserves = new TreeMap<>();
        int unreserved = left;
        for (SelectionTerms.Category category : terms.categories()) {
            boolean counts = category.level() == null || category.level() == place.level();
            int reserve = counts ? Math.min(wanted.getOrDefault(category.id(), 0), unreserved) : 0;
            if (reserve > 0) {
                reserves.put(category.id(), reserve);
                unreserved -= reserve;
            }
        }
        return new Seats(place.id(), left, reserves);
    }

    private static int given(SelectionTerms.Cap cap, ToIntFunction<String> given) {
        return cap.places().stream().mapToInt(given).sum();
    }

    private static int open(Cap cap, List<Seats> places) {
        return places.stream()
                .filter(place -> cap.places().contains(place.id()))
                .mapToInt(Seats::seats)
                .sum();
    }

    /** A cap that allows nobody more leaves its places without a seat. */
    private SeatPlan withoutFull() {
        List<String> full = caps.stream()
                .filter(cap -> cap.seats() == 0)
                .flatMap(cap -> cap.places().stream())
                .toList();
        if (full.isEmpty()) {
            return this;
        }
        List<Seats> open =
                places.stream().filter(place -> !full.contains(place.id())).toList();
        List<Cap> binding = caps.stream()
                .map(cap -> new Cap(
                        cap.id(),
                        cap.places().stream()
                                .filter(place -> !full.contains(place))
                                .toList(),
                        cap.seats()))
                .filter(cap -> cap.seats() < open(cap, open))
                .toList();
        return new SeatPlan(categories, open, binding);
    }

    /** Whether seats are reserved, so that nothing may be capped. */
    boolean reserves() {
        return places.stream().anyMatch(place -> place.reserved() > 0);
    }

    /** The seats of a place; empty where it has none to give. */
    Optional<Seats> place(String id) {
        return places.stream().filter(place -> place.id().equals(id)).findFirst();
    }

    /** How many seats there are to give in all, caps aside. */
    int seats() {
        return places.stream().mapToInt(Seats::seats).sum();
    }

    /**
     * What a trial changes; what it does not name is as the call says.
     *
     * @param seats of places, each 0 or more
     * @param reserves of places, by category
     * @param caps by their keyword
     */
    public record Trial(
            Map<String, Integer> seats, Map<String, Map<String, Integer>> reserves, Map<String, Integer> caps) {

        static final Trial NOTHING = new Trial(null, null, null);

        public Trial {
            seats = Map.copyOf(Objects.requireNonNullElse(seats, Map.of()));
            reserves = Objects.requireNonNullElse(reserves, Map.<String, Map<String, Integer>>of()).entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> Map.copyOf(each.getValue())));
            caps = Map.copyOf(Objects.requireNonNullElse(caps, Map.of()));
        }

        private Optional<Integer> seats(String place) {
            return Optional.ofNullable(seats.get(place));
        }

        private Optional<Map<String, Integer>> reserves(String place) {
            return Optional.ofNullable(reserves.get(place));
        }

        private Optional<Integer> cap(String id) {
            return Optional.ofNullable(caps.get(id));
        }
    }
}
