package org.yol.allocation.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places under nested caps, choosing together: the best by strict order that fit all caps. Sets of places that nest
 * make a laminar matroid, and the best independent set of a matroid is a substitutable choice that grows (Fleiner
 * 2001).
 *
 * <p>Where nothing is held beyond a cap, an applicant is refused exactly if the smallest full set that contains the
 * place holds nobody who comes after them. What the applicant holds there themselves counts like what others hold;
 * equal with it, it stays.
 */
final class Caps implements PlacesSide {

    private static final long NOBODY = Long.MAX_VALUE;

    private final Market market;
    private final Assignment assignment;
    private final int places;
    /** Of each set (the places, then the caps): how many may be held, how many are, and the last of them. */
    private final int[] seats;

    private final int[] held;
    private final long[] last;
    /** The smallest full set that contains a place, or -1. */
    private final int[] full;
    /** The best who waits at a place whose smallest full set this is, and at which place. */
    private final long[] waiting;

    private final int[] waitingAt;

    Caps(Market market, Assignment assignment, Faults faults) {
        this.market = market;
        this.assignment = assignment;
        this.places = market.places();
        int sets = places + market.capSeats().length;
        this.seats = Arrays.copyOf(market.seats(), sets);
        System.arraycopy(market.capSeats(), 0, seats, places, market.capSeats().length);
        this.held = new int[sets];
        this.last = new long[sets];
        this.full = new int[places];
        this.waiting = new long[sets];
        this.waitingAt = new int[sets];
        Arrays.fill(last, Outcome.NONE);
        Arrays.fill(waiting, NOBODY);
        for (int applicant = 0; applicant < market.applicants(); applicant++) {
            if (assignment.isHeld(applicant)) {
                count(applicant, faults);
            }
        }
        for (int cap = places; cap < sets; cap++) {
            if (held[cap] > seats[cap]) {
                over(cap, faults);
            }
        }
        for (int place = 0; place < places; place++) {
            full[place] = place;
            while (full[place] >= 0 && held[full[place]] < seats[full[place]]) {
                full[place] = market.within()[full[place]];
            }
        }
    }

    private void count(int applicant, Faults faults) {
        int place = assignment.place(applicant);
        long key = market.keyOf(applicant, assignment.choice(applicant));
        for (int set = place; set >= 0; set = market.within()[set]) {
            held[set]++;
            last[set] = Math.max(last[set], key);
        }
        if (assignment.claimedKind(applicant) != Market.OPEN) {
            faults.add(
                    FaultKind.WRONG_SEAT,
                    () -> new Fault(
                            FaultKind.WRONG_SEAT,
                            List.of(market.names().applicant(applicant)),
                            List.of(market.names().place(place)),
                            "%s holds a seat \"%s\" at %s, and under caps all seats are \"open\"."
                                    .formatted(
                                            market.names().applicant(applicant),
                                            market.kindName(assignment.claimedKind(applicant)),
                                            market.names().place(place))));
        }
    }

    private void over(int cap, Faults faults) {
        String name = market.names().cap(cap - places);
        faults.add(
                FaultKind.OVER_CAP,
                List.of(),
                List.of(name),
                "The cap %s allows %d seats, and %d are given.".formatted(name, seats[cap], held[cap]));
    }

    @Override
    public boolean takes(int applicant, int place, long key) {
        return full[place] < 0 || key < last[full[place]];
    }

    /** Of two wishes of the same applicant with equal scores the later one counts, which is the less liked. */
    @Override
    public void waits(int applicant, int place, long key) {
        int set = full[place];
        if (key <= waiting[set]) {
            waiting[set] = key;
            waitingAt[set] = place;
        }
    }

    @Override
    public int spots() {
        return places;
    }

    @Override
    public int spotOf(int applicant) {
        return assignment.place(applicant);
    }

    /** A free seat helps those who wait for a set that it is in. */
    @Override
    public long successor(int spot) {
        int set = best(spot);
        return set < 0 ? NOBODY : waiting[set];
    }

    @Override
    public int successorsPlace(int spot) {
        return waitingAt[best(spot)];
    }

    private int best(int place) {
        int best = -1;
        for (int set = place; set >= 0; set = market.within()[set]) {
            if (waiting[set] < (best < 0 ? NOBODY : waiting[best])) {
                best = set;
            }
        }
        return best;
    }

    @Override
    public long[] cutOffs() {
        int kinds = market.kinds();
        long[] cutOffs = new long[places * kinds + market.capSeats().length];
        Arrays.fill(cutOffs, Outcome.NONE);
        for (int set = 0; set < seats.length; set++) {
            if (held[set] >= seats[set]) {
                cutOffs[set < places ? set * kinds : places * kinds + set - places] = last[set];
            }
        }
        return cutOffs;
    }

    @Override
    public List<Bar> bars(int applicant, int place) {
        List<Bar> bars = new ArrayList<>();
        int set = full[place];
        if (set >= 0) {
            bars.add(new Bar(
                    set < places
                            ? "seats"
                            : "seats under the cap " + market.names().cap(set - places),
                    last[set]));
        }
        return bars;
    }
}
