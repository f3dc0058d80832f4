package org.yol.applications.panel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gives reviewers to applications: to each as many different ones as it needs, none with a conflict, and the work of
 * all as equal as that allows. The same input leads to the same result, in whatever order it comes.
 *
 * @param given who is to review what, beside what stands
 * @param lacking what has too few reviewers without a conflict
 */
record Assignment(List<Given> given, List<Lack> lacking) {

    /**
     * What an application needs at a place.
     *
     * @param excluded who may not review it: for a conflict, or because they do already
     * @param missing how many more reviewers it needs, 0 or more
     */
    record Need(String applicationId, String placeId, Set<String> excluded, int missing) {}

    /** A reviewer for an application at a place. */
    record Given(String applicationId, String placeId, String reviewer) {}

    /** @param missing how many reviewers cannot be found, 1 or more */
    record Lack(String applicationId, String placeId, int missing) {}

    /** Those that can have the same reviewers and need as many. */
    private record Kind(List<String> candidates, int each) {}

    /**
     * Assigns.
     *
     * @param panel the reviewers of each place, by its id
     * @param loads how much they have to do, or have done, already
     */
    static Assignment of(List<Need> needs, Map<String, ? extends Iterable<String>> panel, Map<String, Integer> loads) {
        Map<Kind, List<Need>> kinds = new HashMap<>();
        List<Lack> lacking = new ArrayList<>();
        Map<List<Object>, List<String>> known = new HashMap<>();
        for (Need need : needs) {
            List<String> candidates = known.computeIfAbsent(
                    List.of(need.placeId(), need.excluded()),
                    _ -> candidates(panel.get(need.placeId()), need.excluded()));
            int possible = Math.min(need.missing(), candidates.size());
            if (possible < need.missing()) {
                lacking.add(new Lack(need.applicationId(), need.placeId(), need.missing() - possible));
            }
            if (possible > 0) {
                kinds.computeIfAbsent(new Kind(candidates, possible), _ -> new ArrayList<>())
                        .add(need);
            }
        }
        lacking.sort(Comparator.comparing(Lack::applicationId).thenComparing(Lack::placeId));
        return new Assignment(given(kinds, loads), lacking);
    }

    private static List<String> candidates(Iterable<String> reviewers, Set<String> excluded) {
        Set<String> candidates = new TreeSet<>();
        if (reviewers != null) {
            reviewers.forEach(candidates::add);
        }
        candidates.removeAll(excluded);
        return List.copyOf(candidates);
    }

    private static List<Given> given(Map<Kind, List<Need>> kinds, Map<String, Integer> loads) {
        List<Kind> ordered = kinds.keySet().stream()
                .sorted(Comparator.comparing((Kind kind) -> String.join("\n", kind.candidates()))
                        .thenComparing(Kind::each))
                .toList();
        Map<String, Integer> places = new TreeMap<>();
        ordered.forEach(kind -> kind.candidates().forEach(reviewer -> places.put(reviewer, 0)));
        List<String> reviewers = List.copyOf(places.keySet());
        for (int place = 0; place < reviewers.size(); place++) {
            places.put(reviewers.get(place), place);
        }
        List<BalancedLoads.Demand> demands = ordered.stream()
                .map(kind -> new BalancedLoads.Demand(
                        kind.candidates().stream().mapToInt(places::get).toArray(),
                        kinds.get(kind).size(),
                        kind.each()))
                .toList();
        int[] before = reviewers.stream()
                .mapToInt(reviewer -> loads.getOrDefault(reviewer, 0))
                .toArray();
        int[][] shares = BalancedLoads.of(demands, before);
        List<Given> given = new ArrayList<>();
        for (int number = 0; number < ordered.size(); number++) {
            deal(ordered.get(number), kinds.get(ordered.get(number)), shares[number], given);
        }
        return given;
    }

    /**
     * Deals out: each reviewer's share in a row, round and round over the applications. As no share is larger than
     * there are applications, nobody comes to the same one twice.
     */
    private static void deal(Kind kind, List<Need> needs, int[] shares, List<Given> given) {
        List<Need> ordered = needs.stream()
                .sorted(Comparator.comparing(Need::applicationId).thenComparing(Need::placeId))
                .toList();
        int next = 0;
        for (int place = 0; place < shares.length; place++) {
            String reviewer = kind.candidates().get(place);
            for (int number = 0; number < shares[place]; number++) {
                Need need = ordered.get(next);
                given.add(new Given(need.applicationId(), need.placeId(), reviewer));
                next = (next + 1) % ordered.size();
            }
        }
    }
}
