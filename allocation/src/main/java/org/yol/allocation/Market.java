package org.yol.allocation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * What a selection is worked out from: places, who ranks which of them with which score, and the order of the lottery.
 * Checked as a whole, and never changed. Places, categories and applicants are numbered from 0 in the order in which
 * they were given; nothing that is worked out depends on that order.
 *
 * <p>A market reserves seats for categories, or has caps, or neither, but not both: what is to give way to what is not
 * defined.
 */
public final class Market {

    private static final int MOST_CATEGORIES = Long.SIZE;

    private final int categories;
    private final List<Place> places;
    private final List<Cap> caps;
    private final Applicants applicants;
    private final CapForest forest;
    private final Choices choices;

    private Market(int categories, List<Place> places, List<Cap> caps, Applicants applicants) {
        this.categories = categories;
        this.places = List.copyOf(places);
        this.caps = List.copyOf(caps);
        this.applicants = applicants;
        checkPlaces();
        forest = new CapForest(this.places, this.caps, new PlaceNumbers(this.places));
        int[] order = byLottery();
        checkChoices();
        choices = new Choices(order, applicants);
    }

    /**
     * A market.
     *
     * @param categories how many there are, at most 64
     * @throws IllegalArgumentException for one that contradicts itself: a place that is ranked twice or does not exist,
     *     caps that cross, caps beside reserves, a score out of range, an order of the lottery that is none. The
     *     message is a sentence for people and names what is wrong
     */
    public static Market of(int categories, List<Place> places, List<Cap> caps, Applicants applicants) {
        return new Market(categories, places, caps, applicants);
    }

    /** A market to be put together, with as many categories (at most 64). */
    public static MarketBuilder builder(int categories) {
        return new MarketBuilder(categories);
    }

    private void checkPlaces() {
        refuse(
                places.size() > Choices.MOST_PLACES,
                "A market has %d places at most, and these are %d.",
                Choices.MOST_PLACES,
                places.size());
        refuse(categories < 0 || categories > MOST_CATEGORIES, "%d categories are none of 0 to 64.", categories);
        var names = new HashSet<String>();
        for (Cap cap : caps) {
            refuse(!names.add(cap.name()), "Two caps have the name %s.", cap.name());
        }
        for (Place place : places) {
            refuse(
                    place.reserves().size() > categories,
                    "Place %s reserves seats for %d categories, and there are %d.",
                    place.name(),
                    place.reserves().size(),
                    categories);
            refuse(
                    !caps.isEmpty() && place.reserved() > 0,
                    "Place %s reserves seats, and there is cap %s: a market has reserves or caps, not both.",
                    place.name(),
                    caps.isEmpty() ? "" : caps.getFirst().name());
        }
    }

    private int[] byLottery() {
        int count = applicants.count();
        int[] order = new int[count];
        Arrays.fill(order, -1);
        for (int applicant = 0; applicant < count; applicant++) {
            int position = applicants.lottery()[applicant];
            refuse(
                    position < 0 || position >= count,
                    "Applicant %d is number %d of the lottery, which is none of 0 to %d.",
                    applicant,
                    position,
                    count - 1);
            refuse(
                    order[position] >= 0,
                    "Applicants %d and %d have the same number %d of the lottery.",
                    order[position],
                    applicant,
                    position);
            order[position] = applicant;
        }
        return order;
    }

    private void checkChoices() {
        int[] from = applicants.choicesFrom();
        int[] ranked = applicants.choices();
        refuse(
                from.length != applicants.count() + 1
                        || applicants.categories().length != applicants.count()
                        || applicants.scores().length != ranked.length
                        || from[0] != 0
                        || from[applicants.count()] != ranked.length,
                "The arrays of %d applicants do not fit each other.",
                applicants.count());
        long known = categories == MOST_CATEGORIES ? -1L : (1L << categories) - 1;
        int[] rankedBy = new int[places.size()];
        Arrays.fill(rankedBy, -1);
        for (int applicant = 0; applicant < applicants.count(); applicant++) {
            refuse(
                    (applicants.categories()[applicant] & ~known) != 0,
                    "Applicant %d is in a category that there is not.",
                    applicant);
            refuse(
                    from[applicant + 1] < from[applicant] || from[applicant + 1] > ranked.length,
                    "The choices of applicant %d do not begin and end among all choices.",
                    applicant);
            for (int choice = from[applicant]; choice < from[applicant + 1]; choice++) {
                checkChoice(applicant, ranked[choice], applicants.scores()[choice], rankedBy);
            }
        }
    }

    private void checkChoice(int applicant, int place, int score, int[] rankedBy) {
        // Millions of these: the words are made only where they are needed.
        if (place < 0 || place >= places.size()) {
            throw new IllegalArgumentException(
                    "Applicant %d ranks place number %d, and there are %d.".formatted(applicant, place, places.size()));
        }
        if (score < 0 || score > Applicants.BEST_SCORE) {
            throw new IllegalArgumentException(
                    "Applicant %d has a score of %d hundredths at place %s, which is none of 0 to 10000."
                            .formatted(applicant, score, places.get(place).name()));
        }
        if (rankedBy[place] == applicant) {
            throw new IllegalArgumentException("Applicant %d ranks place %s twice."
                    .formatted(applicant, places.get(place).name()));
        }
        rankedBy[place] = applicant;
    }

    private static void refuse(boolean wrong, String sentence, Object... values) {
        if (wrong) {
            throw new IllegalArgumentException(sentence.formatted(values));
        }
    }

    /** How many categories there are. */
    public int categories() {
        return categories;
    }

    /** The places, in the order of their numbers. */
    public List<Place> places() {
        return places;
    }

    /** The caps, in the order of their numbers. */
    public List<Cap> caps() {
        return caps;
    }

    /** Those who apply. */
    public Applicants applicants() {
        return applicants;
    }

    CapForest forest() {
        return forest;
    }

    Choices choices() {
        return choices;
    }
}
