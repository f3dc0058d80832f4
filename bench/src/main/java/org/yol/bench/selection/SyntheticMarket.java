package org.yol.bench.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.yol.allocation.Applicants;
import org.yol.allocation.Cap;
import org.yol.allocation.Market;
import org.yol.allocation.Place;

/**
 * A market as they are: few places are wanted by very many (by Zipf's law), whoever scores well at one place scores
 * well at others, some belong to a category or to two. Always the same for a size.
 */
final class SyntheticMarket {

    /** How much less the n-th place is wanted than the first. */
    private static final double ZIPF = 0.8;

    private static final double MEAN_SCORE = 6_000;
    private static final double SPREAD = 1_500;

    /** How much of a score is the applicant's own, whichever the place. */
    private static final double CORRELATION = 0.7;

    private static final List<Double> MEMBERS = List.of(0.2, 0.5);
    private static final double RESERVED = 0.1;
    private static final int SETS_IN_A_CAP = 10;

    private final MarketSize size;
    private final SplittableRandom random = new SplittableRandom(10);

    private SyntheticMarket(MarketSize size) {
        this.size = size;
    }

    static Market of(MarketSize size) {
        var market = new SyntheticMarket(size);
        List<Place> places = market.places();
        return Market.of(size.caps() == 0 ? MEMBERS.size() : 0, places, market.caps(places), market.applicants());
    }

    private List<Place> places() {
        double[] wide = random.doubles(size.places(), 0.2, 1).toArray();
        Arrays.parallelPrefix(wide, Double::sum);
        List<Place> places = new ArrayList<>();
        long before = 0;
        for (int number = 0; number < size.places(); number++) {
            long until = Math.round(wide[number] / wide[size.places() - 1] * (size.seats() - size.places()));
            int seats = (int) (1 + until - before);
            before = until;
            places.add(new Place("place-" + number, seats, reserves(seats)));
        }
        return places;
    }

    private List<Integer> reserves(int seats) {
        if (size.caps() > 0) {
            return List.of();
        }
        return IntStream.range(0, seats < 2 ? 0 : MEMBERS.size())
                .mapToObj(category -> (int) (seats * RESERVED + random.nextDouble()))
                .toList();
    }

    /** Each of ten places or caps, which allows nine tenths of what these allow. */
    private List<Cap> caps(List<Place> places) {
        List<Cap> caps = new ArrayList<>();
        List<Cap> inner = places.stream()
                .map(place -> new Cap(place.name(), place.seats(), List.of(place.name())))
                .toList();
        for (int depth = 1; depth <= size.caps(); depth++) {
            List<Cap> outer = new ArrayList<>();
            for (int first = 0; first < inner.size(); first += SETS_IN_A_CAP) {
                List<Cap> together = inner.subList(first, Math.min(inner.size(), first + SETS_IN_A_CAP));
                int seats = together.stream().mapToInt(Cap::seats).sum();
                outer.add(new Cap(
                        "cap-%d-%d".formatted(depth, first),
                        Math.max(1, seats * 9 / 10),
                        together.stream().flatMap(cap -> cap.places().stream()).toList()));
            }
            caps.addAll(outer);
            inner = outer;
        }
        return caps;
    }

    private Applicants applicants() {
        int count = size.applicants();
        int[] from = new int[count + 1];
        int[] choices = new int[Math.multiplyExact(count, size.choices())];
        int[] scores = new int[choices.length];
        long[] categories = new long[count];
        int[] lottery = IntStream.range(0, count).toArray();
        double[] wanted = new double[size.places()];
        Arrays.setAll(wanted, place -> Math.pow(place + 1.0, -ZIPF));
        Arrays.parallelPrefix(wanted, Double::sum);
        int[] rankedBy = new int[size.places()];
        Arrays.fill(rankedBy, -1);
        int choice = 0;
        for (int applicant = 0; applicant < count; applicant++) {
            double own = random.nextGaussian();
            while (choice < (applicant + 1) * size.choices()) {
                int place = drawn(wanted);
                if (rankedBy[place] != applicant) {
                    rankedBy[place] = applicant;
                    choices[choice] = place;
                    scores[choice++] = score(own);
                }
            }
            from[applicant + 1] = choice;
            categories[applicant] = memberships();
            int other = random.nextInt(applicant + 1);
            lottery[applicant] = lottery[other];
            lottery[other] = applicant;
        }
        return new Applicants(from, choices, scores, categories, lottery);
    }

    private int drawn(double[] wanted) {
        int found = Arrays.binarySearch(wanted, random.nextDouble(wanted[wanted.length - 1]));
        return found < 0 ? -1 - found : found;
    }

    private int score(double own) {
        double score = CORRELATION * own + Math.sqrt(1 - CORRELATION * CORRELATION) * random.nextGaussian();
        return Math.clamp(Math.round(MEAN_SCORE + SPREAD * score), 0, Applicants.BEST_SCORE);
    }

    private long memberships() {
        long memberships = 0;
        for (int category = 0; category < MEMBERS.size() && size.caps() == 0; category++) {
            if (random.nextDouble() < MEMBERS.get(category)) {
                memberships |= 1L << category;
            }
        }
        return memberships;
    }
}
