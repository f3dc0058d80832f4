package org.yol.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A market by names, for as many applicants as one adds one by one. See {@link Market#builder}. */
public final class MarketBuilder {

    private final int categories;
    private final List<Place> places = new ArrayList<>();
    private final List<Cap> caps = new ArrayList<>();
    private final List<String> choices = new ArrayList<>();
    private int[] choicesFrom = new int[16];
    private int[] scores = new int[16];
    private long[] memberships = new long[16];
    private int[] lottery = new int[16];
    private int applicants;

    MarketBuilder(int categories) {
        this.categories = categories;
    }

    /** Adds a place; {@code reserves} for each category in the order in which they are filled. See {@link Place}. */
    public MarketBuilder place(String name, int seats, Integer... reserves) {
        places.add(new Place(name, seats, List.of(reserves)));
        return this;
    }

    /** Adds a cap. See {@link Cap}. */
    public MarketBuilder cap(String name, int seats, String... of) {
        caps.add(new Cap(name, seats, List.of(of)));
        return this;
    }

    /**
     * Adds an applicant, whose number is how many there were before; {@link #choice} says what this one ranks.
     *
     * @param lottery position in the order of the lottery, 0 first
     * @param memberOf categories, as bits; see {@link Applicants#categories}
     */
    public MarketBuilder applicant(int lottery, long memberOf) {
        if (applicants == this.lottery.length) {
            this.lottery = Arrays.copyOf(this.lottery, 2 * applicants);
            memberships = Arrays.copyOf(memberships, 2 * applicants);
            choicesFrom = Arrays.copyOf(choicesFrom, 2 * applicants);
        }
        this.lottery[applicants] = lottery;
        memberships[applicants] = memberOf;
        choicesFrom[applicants++] = choices.size();
        return this;
    }

    /**
     * What the applicant who was added last ranks next.
     *
     * @param score in hundredths, 0 to 10,000
     */
    public MarketBuilder choice(String place, int score) {
        if (applicants == 0) {
            throw new IllegalArgumentException("Place %s is ranked before there is an applicant.".formatted(place));
        }
        if (choices.size() == scores.length) {
            scores = Arrays.copyOf(scores, 2 * scores.length);
        }
        scores[choices.size()] = score;
        choices.add(place);
        return this;
    }

    /** @throws IllegalArgumentException as {@link Market#of} */
    public Market build() {
        int[] from = Arrays.copyOf(choicesFrom, applicants + 1);
        from[applicants] = choices.size();
        var numbers = new PlaceNumbers(places);
        int[] ranked = new int[choices.size()];
        for (int applicant = 0; applicant < applicants; applicant++) {
            for (int choice = from[applicant]; choice < from[applicant + 1]; choice++) {
                ranked[choice] = numbers.of(choices.get(choice), "Applicant " + applicant + " ranks");
            }
        }
        return Market.of(
                categories,
                places,
                caps,
                new Applicants(
                        from,
                        ranked,
                        Arrays.copyOf(scores, ranked.length),
                        Arrays.copyOf(memberships, applicants),
                        Arrays.copyOf(lottery, applicants)));
    }
}
