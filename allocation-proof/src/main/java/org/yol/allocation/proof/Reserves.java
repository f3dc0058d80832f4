package org.yol.allocation.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places that keep seats for categories, each choosing for itself: open seats first, then those of the categories in
 * their order, then what is left over. Who holds which kind of seat is worked out here from those who are held, and
 * compared with what is claimed.
 *
 * <p>Whoever is better than the last in one kind of seat that is for them is chosen; nobody else is. A newcomer puts at
 * most one out of each kind, who goes on to the next one, so the choice is substitutable; and a place takes all it has
 * seats for.
 */
final class Reserves implements PlacesSide {

    private static final long NOBODY = Long.MAX_VALUE;
    private static final long ANYBODY = Long.MAX_VALUE;
    private static final long NONE_AT_ALL = Long.MIN_VALUE;

    private final Market market;
    private final Assignment assignment;
    private final int kinds;
    private final int[] byLottery;
    /** Who is held, by place and strict order, as keys; and the kind of seat each of them has. */
    private final int[] first;

    private final long[] keys;
    private final int[] kind;
    private final int[] kindOf;
    /** Whoever comes before this key is taken into this kind of seat. */
    private final long[] limit;

    private final long[] cutOff;
    /** The best who waits at a place: of all, and of each category, at the index of its kind. */
    private final long[] waiting;

    Reserves(Market market, Assignment assignment, Faults faults) {
        this.market = market;
        this.assignment = assignment;
        this.kinds = market.kinds();
        this.byLottery = market.byLottery();
        this.first = new int[market.places() + 1];
        this.keys = new long[assignment.held()];
        this.kind = new int[assignment.held()];
        this.kindOf = new int[market.applicants()];
        this.limit = new long[market.places() * kinds];
        this.cutOff = new long[market.places() * kinds];
        this.waiting = new long[market.places() * kinds];
        Arrays.fill(cutOff, Outcome.NONE);
        Arrays.fill(waiting, NOBODY);
        collect();
        for (int place = 0; place < market.places(); place++) {
            Arrays.sort(keys, first[place], first[place + 1]);
            seat(place);
            compare(place, faults);
        }
    }

    private void collect() {
        for (int applicant = 0; applicant < market.applicants(); applicant++) {
            if (assignment.isHeld(applicant)) {
                first[assignment.place(applicant) + 1]++;
            }
        }
        Arrays.parallelPrefix(first, Integer::sum);
        int[] next = first.clone();
        for (int applicant = 0; applicant < market.applicants(); applicant++) {
            if (assignment.isHeld(applicant)) {
                keys[next[assignment.place(applicant)]++] = market.keyOf(applicant, assignment.choice(applicant));
            }
        }
    }

    private void seat(int place) {
        Arrays.fill(kind, first[place], first[place + 1], -1);
        int open = market.seats()[place];
        int left = 0;
        for (int category = 0; category < market.categories(); category++) {
            open -= market.reserved(place, category);
        }
        fill(place, Market.OPEN, open);
        for (int category = 0; category < market.categories(); category++) {
            left += fill(place, category + 1, market.reserved(place, category));
        }
        fill(place, market.leftOver(), left);
    }

    /** Gives seats of one kind to the best who have none yet and whom they are for, and returns how many stay free. */
    private int fill(int place, int of, int seats) {
        int free = seats;
        long last = NONE_AT_ALL;
        for (int i = first[place]; i < first[place + 1] && free > 0; i++) {
            int applicant = byLottery[Market.rankOf(keys[i])];
            if (kind[i] < 0 && market.isEligible(applicant, of)) {
                kind[i] = of;
                kindOf[applicant] = of;
                last = keys[i];
                free--;
            }
        }
        limit[place * kinds + of] = free > 0 ? ANYBODY : last;
        if (seats > 0 && free == 0) {
            cutOff[place * kinds + of] = last;
        }
        return free;
    }

    private void compare(int place, Faults faults) {
        for (int i = first[place]; i < first[place + 1]; i++) {
            int applicant = byLottery[Market.rankOf(keys[i])];
            int due = kind[i];
            if (due >= 0 && due != assignment.claimedKind(applicant)) {
                faults.add(
                        FaultKind.WRONG_SEAT,
                        () -> new Fault(
                                FaultKind.WRONG_SEAT,
                                List.of(market.names().applicant(applicant)),
                                List.of(market.names().place(place)),
                                "%s holds a seat \"%s\" at %s, and theirs is \"%s\"."
                                        .formatted(
                                                market.names().applicant(applicant),
                                                market.kindName(assignment.claimedKind(applicant)),
                                                market.names().place(place),
                                                market.kindName(due))));
            }
        }
    }

    @Override
    public boolean takes(int applicant, int place, long key) {
        int at = place * kinds;
        for (int of = 0; of < kinds; of++) {
            if (key < limit[at + of] && market.isEligible(applicant, of)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void waits(int applicant, int place, long key) {
        int at = place * kinds;
        for (int of = 0; of < kinds; of++) {
            if (key < waiting[at + of] && market.isEligible(applicant, of)) {
                waiting[at + of] = key;
            }
        }
    }

    @Override
    public int spots() {
        return limit.length;
    }

    @Override
    public int spotOf(int applicant) {
        return assignment.place(applicant) * kinds + kindOf[applicant];
    }

    /** Whoever is next for the free seat may hold a later kind at the same place: then that one becomes free. */
    @Override
    public long successor(int spot) {
        int place = spot / kinds;
        int free = spot % kinds;
        long best = waiting[spot];
        int leaves = -1;
        for (int i = first[place]; i < first[place + 1]; i++) {
            if (kind[i] > free && keys[i] < best && market.isEligible(byLottery[Market.rankOf(keys[i])], free)) {
                best = keys[i];
                leaves = kind[i];
            }
        }
        if (leaves >= 0) {
            return successor(place * kinds + leaves);
        }
        return best == NOBODY && free != market.leftOver() ? waiting[place * kinds + market.leftOver()] : best;
    }

    @Override
    public int successorsPlace(int spot) {
        return spot / kinds;
    }

    @Override
    public long[] cutOffs() {
        return cutOff;
    }

    @Override
    public List<Bar> bars(int applicant, int place) {
        List<Bar> bars = new ArrayList<>();
        for (int of = 0; of < kinds; of++) {
            if (market.isEligible(applicant, of)) {
                long last = cutOff[place * kinds + of];
                if (last != Outcome.NONE) {
                    bars.add(new Bar("seats \"" + market.kindName(of) + "\"", last));
                }
            }
        }
        return bars;
    }
}
