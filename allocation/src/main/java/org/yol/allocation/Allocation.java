package org.yol.allocation;

import java.util.Arrays;

/**
 * Who got which place, on which kind of seat, and where the line was. Applicants, places, categories and caps are named
 * by the numbers they have in the market.
 */
public final class Allocation {

    /** No place, no choice, no cut-off. */
    public static final int NONE = -1;

    /** The kind of seat that is for everybody. That of a category is its number and one more. */
    public static final int OPEN = 0;

    private final Market market;
    private final Choices choices;

    /** By position in the lottery: which of all choices is held, and on which kind of seat. */
    private final int[] held;

    private final byte[] kinds;

    /** A row for each kind of seat of each place. */
    private final Rows rows;

    Allocation(Market market, Seats seats) {
        this.market = market;
        choices = market.choices();
        byte[] kindsAndOne = new byte[choices.count()];
        int[] lengths = new int[market.places().size() * (leftOver() + 1)];
        seats.tell((choice, kind) -> {
            kindsAndOne[choice] = (byte) (kind + 1);
            lengths[row(choices.place(choice), kind)]++;
        });
        held = new int[choices.applicants()];
        Arrays.fill(held, NONE);
        kinds = new byte[held.length];
        rows = new Rows(choices, lengths);
        for (int position = 0; position < held.length; position++) {
            for (int choice = choices.from(position); choice < choices.until(position); choice++) {
                if (kindsAndOne[choice] > 0) {
                    held[position] = choice;
                    kinds[position] = (byte) (kindsAndOne[choice] - 1);
                    rows.add(row(choices.place(choice), kinds[position]), choices.key(choice));
                }
            }
        }
        rows.sorted();
    }

    private int row(int place, int kind) {
        return place * (leftOver() + 1) + kind;
    }

    /** What it was worked out from. */
    public Market market() {
        return market;
    }

    /** The place of an applicant, or {@link #NONE}. */
    public int place(int applicant) {
        int choice = held[position(applicant)];
        return choice == NONE ? NONE : choices.place(choice);
    }

    /** Which of the applicant's own choices it is, 0 the first one, or {@link #NONE}. */
    public int rank(int applicant) {
        int choice = held[position(applicant)];
        return choice == NONE ? NONE : choice - choices.from(position(applicant));
    }

    /** The kind of seat of an applicant: {@link #OPEN}, {@link #reserved}, {@link #leftOver}, or {@link #NONE}. */
    public int seat(int applicant) {
        return held[position(applicant)] == NONE ? NONE : kinds[position(applicant)];
    }

    private int position(int applicant) {
        return market.applicants().lottery()[applicant];
    }

    /** The kind of seat that is reserved for a category. */
    public static int reserved(int category) {
        return category + 1;
    }

    /** The kind of seat that was reserved for a category which had nobody for it; the last kind. */
    public int leftOver() {
        return market.categories() + 1;
    }

    /** How many seats of a kind there are at a place; left over are those that no category took. */
    public int seats(int place, int kind) {
        Place of = market.places().get(place);
        if (kind == OPEN) {
            return of.seats() - of.reserved();
        }
        if (kind < leftOver()) {
            return of.reserve(kind - 1);
        }
        int left = of.reserved();
        for (int category = 0; category < market.categories(); category++) {
            left -= rows.length(row(place, reserved(category)));
        }
        return left;
    }

    /** Who is held on one kind of seat of a place, in strict order. */
    public int[] held(int place, int kind) {
        return rows.applicants(row(place, kind));
    }

    /** Who was taken last on one kind of seat of a place, all of which are taken; otherwise {@link #NONE}. */
    public int cutOff(int place, int kind) {
        int taken = rows.length(row(place, kind));
        return taken > 0 && taken == seats(place, kind) ? applicant(rows.last(row(place, kind))) : NONE;
    }

    /** Who was taken last at all places of each cap, where as many were taken as it allows; otherwise {@link #NONE}. */
    public int[] capCutOffs() {
        CapForest forest = market.forest();
        int places = market.places().size();
        int[] taken = new int[forest.sets()];
        long[] last = new long[forest.sets()];
        Arrays.fill(last, Long.MAX_VALUE);
        for (int place = 0; place < places; place++) {
            int here = rows.length(row(place, OPEN));
            for (int set = place; set != CapForest.NONE && here > 0; set = forest.around(set)) {
                taken[set] += here;
                last[set] = Math.min(last[set], rows.last(row(place, OPEN)));
            }
        }
        int[] cutOffs = new int[market.caps().size()];
        Arrays.setAll(
                cutOffs,
                cap -> taken[places + cap] == forest.seats(places + cap) ? applicant(last[places + cap]) : NONE);
        return cutOffs;
    }

    private int applicant(long key) {
        return choices.applicant(Choices.of(key));
    }

    /**
     * For each place, who would rather have it than what they got, in the strict order there. Goes through all choices.
     */
    public int[][] reserveOrders() {
        int[] lengths = new int[market.places().size()];
        for (int position = 0; position < held.length; position++) {
            for (int choice = choices.from(position); choice < wishesUntil(position); choice++) {
                lengths[choices.place(choice)]++;
            }
        }
        var wishes = new Rows(choices, lengths);
        for (int position = 0; position < held.length; position++) {
            for (int choice = choices.from(position); choice < wishesUntil(position); choice++) {
                wishes.add(choices.place(choice), choices.key(choice));
            }
        }
        wishes.sorted();
        int[][] orders = new int[lengths.length][];
        Arrays.setAll(orders, wishes::applicants);
        return orders;
    }

    private int wishesUntil(int position) {
        return held[position] == NONE ? choices.until(position) : held[position];
    }
}
