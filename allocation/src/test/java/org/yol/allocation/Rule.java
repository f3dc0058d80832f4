package org.yol.allocation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.yol.allocation.SmallMarket.Asking;

/** Who is taken of all who ask, word for word as the rules say and without any haste. */
record Rule(SmallMarket market) {

    /** Those who are taken, and on which kind of seat. */
    Map<Asking, Integer> takes(Collection<Asking> asking) {
        List<Asking> best = asking.stream().sorted(market::compare).toList();
        return market.limits().isEmpty() ? byReserves(best) : byCaps(best);
    }

    private Map<Asking, Integer> byReserves(List<Asking> best) {
        Map<Asking, Integer> taken = new LinkedHashMap<>();
        for (int number = 0; number < market.places().size(); number++) {
            int here = number;
            Place place = market.places().get(number);
            List<Asking> left = new ArrayList<>(
                    best.stream().filter(asking -> asking.place() == here).toList());
            int seats = place.seats();
            seats -= take(left, place.seats() - place.reserved(), Allocation.OPEN, asking -> true, taken);
            for (int category = 0; category < market.categories(); category++) {
                int filled = category;
                seats -= take(
                        left,
                        place.reserve(category),
                        Allocation.reserved(category),
                        asking -> market.people().get(asking.person()).in(filled),
                        taken);
            }
            take(left, seats, market.categories() + 1, asking -> true, taken);
        }
        return taken;
    }

    private static int take(List<Asking> left, int seats, int kind, Predicate<Asking> may, Map<Asking, Integer> taken) {
        List<Asking> chosen = left.stream().filter(may).limit(seats).toList();
        chosen.forEach(asking -> taken.put(asking, kind));
        left.removeAll(chosen);
        return chosen.size();
    }

    private Map<Asking, Integer> byCaps(List<Asking> best) {
        Map<Asking, Integer> taken = new LinkedHashMap<>();
        for (Asking asking : best) {
            taken.put(asking, Allocation.OPEN);
            if (!fits(taken.keySet())) {
                taken.remove(asking);
            }
        }
        return taken;
    }

    private boolean fits(Collection<Asking> taken) {
        for (int number = 0; number < market.places().size(); number++) {
            int here = number;
            if (taken.stream().filter(asking -> asking.place() == here).count()
                    > market.places().get(number).seats()) {
                return false;
            }
        }
        return market.limits().stream()
                .allMatch(limit -> taken.stream()
                                .filter(asking -> limit.places().contains(asking.place()))
                                .count()
                        <= limit.seats());
    }

    /**
     * Nobody is where they did not ask to be, all are taken who are held, and nobody would be taken where they would
     * rather be. What they hold meanwhile counts, as long as they have not left it.
     *
     * @param outcome the place of each person, -1 for none
     */
    boolean stable(List<Integer> outcome) {
        List<Asking> held = held(outcome);
        if (!takes(held).keySet().containsAll(held)) {
            return false;
        }
        for (int number = 0; number < outcome.size(); number++) {
            Person person = market.people().get(number);
            if (outcome.get(number) >= 0 && !person.ranking().contains(outcome.get(number))) {
                return false;
            }
            for (int place : person.ranking()) {
                if (person.prefers(place, outcome.get(number)) && wouldTake(held, new Asking(number, place))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean wouldTake(List<Asking> held, Asking asking) {
        List<Asking> more = new ArrayList<>(held);
        more.add(asking);
        return takes(more).containsKey(asking);
    }

    static List<Asking> held(List<Integer> outcome) {
        List<Asking> held = new ArrayList<>();
        for (int number = 0; number < outcome.size(); number++) {
            if (outcome.get(number) >= 0) {
                held.add(new Asking(number, outcome.get(number)));
            }
        }
        return held;
    }

    /** All outcomes that are stable, found by looking at every outcome there is. */
    List<List<Integer>> allStable() {
        List<List<Integer>> stable = new ArrayList<>();
        addStable(new ArrayList<>(), stable);
        return stable;
    }

    private void addStable(List<Integer> begun, List<List<Integer>> stable) {
        if (begun.size() == market.people().size()) {
            if (stable(begun)) {
                stable.add(List.copyOf(begun));
            }
            return;
        }
        List<Integer> places = new ArrayList<>(market.people().get(begun.size()).ranking());
        places.add(-1);
        for (int place : places) {
            begun.add(place);
            addStable(begun, stable);
            begun.removeLast();
        }
    }
}
