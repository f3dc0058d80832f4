package org.yol.allocation.proof;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The first half of an input: mode, categories, places and caps, with all that is wrong with them. */
final class TermsReading {

    private final InputFile file;
    private final Faults faults;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> categories = new HashMap<>();
    private final Map<String, Integer> caps = new HashMap<>();
    private final boolean capped;
    private final int[] reserved;
    private final int[] within;

    TermsReading(InputFile file, Faults faults) {
        this.file = file;
        this.faults = faults;
        List<String> ids = file.places().stream().map(InputFile.Place::id).toList();
        capped = mode();
        index(file.categories(), categories, FaultKind.PLACE, "category");
        index(ids, places, FaultKind.PLACE, "place");
        ascending(ids);
        index(file.caps().stream().map(InputFile.Cap::id).toList(), caps, FaultKind.CAP, "cap");
        reserved = reserved();
        within = within();
    }

    /** Whether there are terms that an outcome can be compared with. */
    boolean areRight() {
        return !faults.has(FaultKind.MODE, FaultKind.PLACE, FaultKind.CAP);
    }

    /** Index by id. */
    Map<String, Integer> places() {
        return places;
    }

    /** Index by id. */
    Map<String, Integer> categories() {
        return categories;
    }

    /** Index by id. */
    Map<String, Integer> caps() {
        return caps;
    }

    /** See {@link Market}. */
    boolean capped() {
        return capped;
    }

    /** See {@link Market#reserved()}. */
    int[] reservedSeats() {
        return reserved;
    }

    /** See {@link Market#within()}. */
    int[] containment() {
        return within;
    }

    private boolean mode() {
        boolean capped = file.mode().equals("caps");
        if (!capped && !file.mode().equals("reserves")) {
            faults.add(FaultKind.MODE, "The mode \"" + file.mode() + "\" is unknown.");
        } else if (!capped && !file.caps().isEmpty()) {
            faults.add(FaultKind.MODE, "The mode is \"reserves\", and there are caps.");
        }
        return capped;
    }

    private void index(List<String> ids, Map<String, Integer> into, FaultKind kind, String what) {
        for (String id : ids) {
            if (into.putIfAbsent(id, into.size()) != null) {
                faults.add(kind, List.of(), List.of(id), "The " + what + " " + id + " stands twice.");
            }
        }
        if (into == categories && ids.size() > Market.MOST_CATEGORIES) {
            faults.add(kind, "There are " + ids.size() + " categories, and at most 64 are possible.");
        }
        if (into == categories && (into.containsKey("open") || into.containsKey("left-over"))) {
            faults.add(kind, "A category must not be called open or left-over.");
        }
    }

    private void ascending(List<String> ids) {
        for (int i = 1; i < ids.size(); i++) {
            if (ids.get(i - 1).compareTo(ids.get(i)) > 0) {
                faults.add(FaultKind.FORM, "The places are not in order: " + ids.get(i) + " stands too late.");
            }
        }
    }

    private int[] reserved() {
        int[] reserved = new int[file.places().size() * categories.size()];
        for (int place = 0; place < file.places().size(); place++) {
            InputFile.Place of = file.places().get(place);
            long sum = 0;
            for (var kept : of.kept().entrySet()) {
                Integer category = categories.get(kept.getKey());
                if (category == null) {
                    wrongPlace(of, "keeps seats for the unknown category " + kept.getKey());
                } else if (kept.getValue() < 0) {
                    wrongPlace(of, "keeps " + kept.getValue() + " seats for " + kept.getKey());
                } else {
                    reserved[place * categories.size() + category] = kept.getValue();
                }
                sum += kept.getValue();
            }
            if (of.seats() < 0) {
                wrongPlace(of, "has " + of.seats() + " seats");
            } else if (sum > of.seats()) {
                wrongPlace(of, "keeps " + sum + " of its " + of.seats() + " seats");
            }
            if (capped && !of.kept().isEmpty()) {
                faults.add(
                        FaultKind.MODE,
                        List.of(),
                        List.of(of.id()),
                        "The mode is \"caps\", and " + of.id() + " keeps seats for categories.");
            }
        }
        return reserved;
    }

    private void wrongPlace(InputFile.Place place, String what) {
        faults.add(FaultKind.PLACE, List.of(), List.of(place.id()), "The place " + place.id() + " " + what + ".");
    }

    /** What contains what: each cap in its turn takes all that are outermost until then, or it crosses one of them. */
    private int[] within() {
        int count = file.places().size();
        int[] within = new int[count + file.caps().size()];
        Arrays.fill(within, -1);
        int[] outermost = IntStream.range(0, count).toArray();
        int[] size = new int[within.length];
        Arrays.fill(size, 0, count, 1);
        for (int i = 0; capped && i < file.caps().size(); i++) {
            InputFile.Cap cap = file.caps().get(i);
            if (cap.seats() < 0) {
                wrongCap(cap, "allows " + cap.seats() + " seats");
            }
            Set<Integer> in = new HashSet<>();
            for (String id : cap.places()) {
                Integer place = places.get(id);
                if (place == null) {
                    wrongCap(cap, "holds the unknown place " + id);
                } else if (!in.add(place)) {
                    wrongCap(cap, "holds " + id + " twice");
                }
            }
            Set<Integer> parts = new HashSet<>();
            in.forEach(place -> parts.add(outermost[place]));
            if (parts.stream().mapToInt(part -> size[part]).sum() != in.size()) {
                wrongCap(cap, crossing(i, in));
                continue;
            }
            size[count + i] = in.size();
            for (int part : parts) {
                within[part] = count + i;
            }
            for (int place : in) {
                outermost[place] = count + i;
            }
        }
        return within;
    }

    private String crossing(int cap, Set<Integer> in) {
        for (InputFile.Cap other : file.caps().subList(0, cap)) {
            long both = other.places().stream()
                    .filter(id -> in.contains(places.get(id)))
                    .count();
            if (both > 0 && both < in.size() && both < other.places().size()) {
                return "crosses the cap " + other.id() + ": neither contains the other";
            }
        }
        return "stands behind a cap that contains it";
    }

    private void wrongCap(InputFile.Cap cap, String what) {
        faults.add(FaultKind.CAP, List.of(), List.of(cap.id()), "The cap " + cap.id() + " " + what + ".");
    }
}
