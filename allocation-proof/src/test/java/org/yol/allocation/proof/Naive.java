package org.yol.allocation.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The rules word by word and slowly, to compare with: what the places choose from a set of wishes, proposals by whoever
 * holds nothing, and all that a result says besides.
 */
final class Naive {

    /** An applicant at a place. */
    record Wish(int applicant, int choice) {}

    private final Market market;

    Naive(Market market) {
        this.market = market;
    }

    private int place(Wish wish) {
        return market.choicePlace()[wish.choice()];
    }

    /** Score descending, then lottery ascending; of one applicant's own equal wishes what they hold is first. */
    private Comparator<Wish> strict(Set<Wish> held) {
        return Comparator.comparingInt((Wish wish) -> -market.choiceScore()[wish.choice()])
                .thenComparingInt(wish -> market.lotteryRank()[wish.applicant()])
                .thenComparing(wish -> !held.contains(wish))
                .thenComparingInt(wish -> -wish.choice());
    }

    /** Whom the places choose, and for which kind of seat. */
    Map<Wish, Integer> choose(Set<Wish> wishes, Set<Wish> held) {
        List<Wish> ordered = wishes.stream().sorted(strict(held)).toList();
        Map<Wish, Integer> chosen = new LinkedHashMap<>();
        if (market.capped()) {
            int[] taken = new int[market.within().length];
            for (Wish wish : ordered) {
                List<Integer> sets = sets(place(wish));
                if (sets.stream().allMatch(set -> taken[set] < seats(set))) {
                    sets.forEach(set -> taken[set]++);
                    chosen.put(wish, Market.OPEN);
                }
            }
            return chosen;
        }
        for (int place = 0; place < market.places(); place++) {
            int at = place;
            List<Wish> left = new ArrayList<>(
                    ordered.stream().filter(wish -> place(wish) == at).toList());
            int total = 0;
            for (int category = 0; category < market.categories(); category++) {
                total += market.reserved(place, category);
            }
            take(left, chosen, Market.OPEN, market.seats()[place] - total);
            int over = 0;
            for (int category = 0; category < market.categories(); category++) {
                int of = category + 1;
                List<Wish> members = new ArrayList<>(left.stream()
                        .filter(wish -> (market.memberOf()[wish.applicant()] & 1L << of - 1) != 0)
                        .toList());
                int seats = market.reserved(place, category);
                over += Math.max(0, seats - members.size());
                take(members, chosen, of, seats);
                left.removeAll(chosen.keySet());
            }
            take(left, chosen, market.leftOver(), over);
        }
        return chosen;
    }

    private static void take(List<Wish> from, Map<Wish, Integer> into, int kind, int seats) {
        for (int i = 0; i < seats && !from.isEmpty(); i++) {
            into.put(from.removeFirst(), kind);
        }
    }

    private List<Integer> sets(int place) {
        List<Integer> sets = new ArrayList<>();
        for (int set = place; set >= 0; set = market.within()[set]) {
            sets.add(set);
        }
        return sets;
    }

    private int seats(int set) {
        return set < market.places() ? market.seats()[set] : market.capSeats()[set - market.places()];
    }

    /** What each applicant gets, as the index of a choice, or -1. */
    int[] propose() {
        int[] next = Arrays.copyOf(market.firstChoice(), market.applicants());
        while (true) {
            Set<Wish> proposals = new HashSet<>();
            for (int applicant = 0; applicant < market.applicants(); applicant++) {
                while (next[applicant] < market.firstChoice()[applicant + 1] && market.isExcluded(next[applicant])) {
                    next[applicant]++;
                }
                if (next[applicant] < market.firstChoice()[applicant + 1]) {
                    proposals.add(new Wish(applicant, next[applicant]));
                }
            }
            Set<Wish> chosen = choose(proposals, Set.of()).keySet();
            if (chosen.size() == proposals.size()) {
                int[] got = new int[market.applicants()];
                Arrays.fill(got, -1);
                chosen.forEach(wish -> got[wish.applicant()] = wish.choice());
                return got;
            }
            proposals.removeAll(chosen);
            proposals.forEach(wish -> next[wish.applicant()]++);
        }
    }

    Set<Wish> held(int[] got) {
        Set<Wish> held = new HashSet<>();
        for (int applicant = 0; applicant < got.length; applicant++) {
            if (got[applicant] >= 0) {
                held.add(new Wish(applicant, got[applicant]));
            }
        }
        return held;
    }

    private List<Wish> better(int[] got) {
        List<Wish> better = new ArrayList<>();
        for (int applicant = 0; applicant < got.length; applicant++) {
            int end = got[applicant] < 0 ? market.firstChoice()[applicant + 1] : got[applicant];
            for (int choice = market.firstChoice()[applicant]; choice < end; choice++) {
                if (!market.isExcluded(choice)) {
                    better.add(new Wish(applicant, choice));
                }
            }
        }
        return better;
    }

    /** Whether the places keep all whom they hold, and would not choose anybody who would rather be there. */
    boolean isStable(int[] got) {
        Set<Wish> held = held(got);
        if (choose(held, held).size() < held.size()) {
            return false;
        }
        for (Wish wish : better(got)) {
            Set<Wish> more = new HashSet<>(held);
            more.add(wish);
            if (choose(more, held).containsKey(wish)) {
                return false;
            }
        }
        return true;
    }

    /** A whole result in which each applicant gets this. */
    Outcome outcome(int[] got) {
        Set<Wish> held = held(got);
        Map<Wish, Integer> kinds = choose(held, held);
        held.forEach(wish -> kinds.putIfAbsent(wish, Market.OPEN));
        int[] firstHeld = new int[market.places() + 1];
        int[] firstReserve = new int[market.places() + 1];
        List<Integer> holders = new ArrayList<>();
        List<Integer> seats = new ArrayList<>();
        List<Integer> reserve = new ArrayList<>();
        long[] cutOff = new long[market.places() * market.kinds() + market.capSeats().length];
        Arrays.fill(cutOff, Outcome.NONE);
        for (int place = 0; place < market.places(); place++) {
            int at = place;
            held.stream()
                    .filter(wish -> place(wish) == at)
                    .sorted(Comparator.<Wish>comparingInt(kinds::get).thenComparing(strict(held)))
                    .forEach(wish -> {
                        holders.add(wish.applicant());
                        seats.add(kinds.get(wish));
                    });
            better(got).stream()
                    .filter(wish -> place(wish) == at)
                    .sorted(strict(held))
                    .forEach(wish -> reserve.add(wish.applicant()));
            firstHeld[place + 1] = holders.size();
            firstReserve[place + 1] = reserve.size();
            Map<Integer, List<Wish>> byKind = new HashMap<>();
            kinds.forEach((wish, kind) -> {
                if (place(wish) == at) {
                    byKind.computeIfAbsent(kind, none -> new ArrayList<>()).add(wish);
                }
            });
            byKind.forEach((kind, wishes) -> {
                if (wishes.size() >= seatsOf(at, kind, byKind)) {
                    cutOff[at * market.kinds() + kind] = last(wishes, held);
                }
            });
        }
        for (int cap = 0; cap < market.capSeats().length; cap++) {
            int set = market.places() + cap;
            List<Wish> in = held.stream()
                    .filter(wish -> sets(place(wish)).contains(set))
                    .toList();
            if (!in.isEmpty() && in.size() >= market.capSeats()[cap]) {
                cutOff[market.places() * market.kinds() + cap] = last(in, held);
            }
        }
        return new Outcome(firstHeld, ints(holders), ints(seats), firstReserve, ints(reserve), cutOff);
    }

    private int seatsOf(int place, int kind, Map<Integer, List<Wish>> byKind) {
        if (kind > 0 && kind < market.leftOver()) {
            return market.reserved(place, kind - 1);
        }
        int reserved = 0;
        int used = 0;
        for (int category = 0; category < market.categories(); category++) {
            reserved += market.reserved(place, category);
            used += byKind.getOrDefault(category + 1, List.of()).size();
        }
        return kind == Market.OPEN ? market.seats()[place] - reserved : reserved - used;
    }

    private long last(List<Wish> wishes, Set<Wish> held) {
        Wish last = wishes.stream().max(strict(held)).orElseThrow();
        return Outcome.key(market.choiceScore()[last.choice()], market.lotteryRank()[last.applicant()]);
    }

    /** Every way to give everybody one of their choices or none, whatever the seats. */
    List<int[]> everything() {
        List<int[]> all = new ArrayList<>(List.of(new int[0]));
        for (int applicant = 0; applicant < market.applicants(); applicant++) {
            int of = applicant;
            all = all.stream()
                    .flatMap(got -> IntStream.concat(
                                    IntStream.of(-1),
                                    IntStream.range(market.firstChoice()[of], market.firstChoice()[of + 1])
                                            .filter(choice -> !market.isExcluded(choice)))
                            .mapToObj(choice -> {
                                int[] longer = Arrays.copyOf(got, got.length + 1);
                                longer[got.length] = choice;
                                return longer;
                            }))
                    .toList();
        }
        return all;
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
