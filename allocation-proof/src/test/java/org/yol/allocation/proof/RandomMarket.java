package org.yol.allocation.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small markets with everything in them: few scores, so that lotteries decide, seats of 0, excluded choices. */
final class RandomMarket {

    private final SplittableRandom random;

    private RandomMarket(SplittableRandom random) {
        this.random = random;
    }

    /** @param seed gives the same market again */
    static Market of(long seed, int mostApplicants, int mostPlaces) {
        var random = new SplittableRandom(seed);
        return new RandomMarket(random).market(mostly(mostApplicants, random), mostly(mostPlaces, random));
    }

    private static int mostly(int most, SplittableRandom random) {
        return 1 + Math.max(random.nextInt(most), random.nextInt(most));
    }

    private Market market(int applicants, int places) {
        boolean capped = random.nextBoolean();
        boolean opposed = random.nextBoolean();
        int categories = capped ? 0 : random.nextInt(3);
        int[] seats = random.ints(places, 0, 3).toArray();
        int[] reserved = new int[places * categories];
        for (int i = 0; i < reserved.length; i++) {
            int place = i / categories;
            int free = seats[place]
                    - Arrays.stream(reserved, place * categories, (place + 1) * categories)
                            .sum();
            reserved[i] = random.nextInt(free + 1);
        }
        int[] within = new int[places];
        Arrays.fill(within, -1);
        int[] capSeats = {};
        if (capped) {
            capSeats = random.ints(random.nextInt(4), 0, 4).toArray();
            within = within(places, capSeats.length);
        }
        int[] first = new int[applicants + 1];
        List<Integer> choices = new ArrayList<>();
        for (int applicant = 0; applicant < applicants; applicant++) {
            List<Integer> ranking = shuffled(places);
            choices.addAll(ranking.subList(0, opposed ? places : random.nextInt(places + 1)));
            first[applicant + 1] = choices.size();
        }
        return new Market(
                Names.INDICES,
                capped,
                seats,
                categories,
                reserved,
                capSeats,
                within,
                first,
                choices.stream().mapToInt(Integer::intValue).toArray(),
                scores(first, opposed),
                shuffled(applicants).stream().mapToInt(Integer::intValue).toArray(),
                random.longs(applicants, 0, 1L << categories).toArray());
    }

    /** In every second market whoever likes a place less is liked more by it: those have many stable outcomes. */
    private int[] scores(int[] first, boolean opposed) {
        int[] scores = new int[first[first.length - 1]];
        for (int applicant = 0; applicant + 1 < first.length; applicant++) {
            for (int choice = first[applicant]; choice < first[applicant + 1]; choice++) {
                int liked = opposed ? (choice - first[applicant]) * 300 : 0;
                scores[choice] = random.nextInt(20) == 0 ? Market.EXCLUDED : 5000 + liked + random.nextInt(5) * 100;
            }
        }
        return scores;
    }

    /** Each cap takes some of what is outermost, at least one. */
    private int[] within(int places, int caps) {
        int[] within = new int[places + caps];
        Arrays.fill(within, -1);
        List<Integer> outermost =
                new ArrayList<>(IntStream.range(0, places).boxed().toList());
        for (int cap = places; cap < places + caps; cap++) {
            Collections.shuffle(outermost, random);
            List<Integer> taken = outermost.subList(0, 1 + random.nextInt(outermost.size()));
            for (int part : taken) {
                within[part] = cap;
            }
            taken.clear();
            outermost.add(cap);
        }
        return within;
    }

    private List<Integer> shuffled(int count) {
        List<Integer> all = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(all, random);
        return all;
    }
}
