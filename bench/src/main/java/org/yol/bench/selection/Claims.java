package org.yol.bench.selection;

import java.util.Arrays;
import org.yol.allocation.Allocation;
import org.yol.allocation.Applicants;
import org.yol.allocation.Market;
import org.yol.allocation.Place;
import org.yol.allocation.proof.Names;
import org.yol.allocation.proof.Outcome;
import org.yol.allocation.proof.OutcomeCheck;

/** What the engine claims, in the words of the checker, which shares none with it. For markets with reserves. */
final class Claims {

    private Claims() {}

    /**
     * Has an allocation checked.
     *
     * @throws IllegalStateException when it is wrong
     */
    static Allocation checked(Allocation allocation) {
        OutcomeCheck check = OutcomeCheck.of(market(allocation.market()), outcome(allocation));
        if (!check.faults().isEmpty() || !check.isOptimalityChecked()) {
            throw new IllegalStateException("The checker refuses it: " + check.counts());
        }
        return allocation;
    }

    private static org.yol.allocation.proof.Market market(Market market) {
        int places = market.places().size();
        int categories = market.categories();
        int[] reserved = new int[places * categories];
        for (int place = 0; place < places; place++) {
            Place of = market.places().get(place);
            for (int category = 0; category < of.reserves().size(); category++) {
                reserved[place * categories + category] = of.reserves().get(category);
            }
        }
        int[] within = new int[places];
        Arrays.fill(within, -1);
        Applicants applicants = market.applicants();
        return new org.yol.allocation.proof.Market(
                Names.INDICES,
                false,
                market.places().stream().mapToInt(Place::seats).toArray(),
                categories,
                reserved,
                new int[0],
                within,
                applicants.choicesFrom(),
                applicants.choices(),
                applicants.scores(),
                applicants.lottery(),
                applicants.categories());
    }

    private static Outcome outcome(Allocation allocation) {
        int places = allocation.market().places().size();
        int kinds = allocation.leftOver() + 1;
        int[] firstHeld = new int[places + 1];
        int[] held = new int[allocation.market().applicants().count()];
        int[] seat = new int[held.length];
        long[] cutOff = new long[places * kinds];
        int[][] reserves = allocation.reserveOrders();
        int[] firstReserve = new int[places + 1];
        int all = 0;
        for (int place = 0; place < places; place++) {
            for (int kind = 0; kind < kinds; kind++) {
                int[] some = allocation.held(place, kind);
                System.arraycopy(some, 0, held, all, some.length);
                Arrays.fill(seat, all, all + some.length, kind);
                all += some.length;
                int last = allocation.cutOff(place, kind);
                cutOff[place * kinds + kind] = last == Allocation.NONE ? Outcome.NONE : key(allocation, last);
            }
            firstHeld[place + 1] = all;
            firstReserve[place + 1] = firstReserve[place] + reserves[place].length;
        }
        int[] reserve = new int[firstReserve[places]];
        for (int place = 0; place < places; place++) {
            System.arraycopy(reserves[place], 0, reserve, firstReserve[place], reserves[place].length);
        }
        return new Outcome(
                firstHeld, Arrays.copyOf(held, all), Arrays.copyOf(seat, all), firstReserve, reserve, cutOff);
    }

    private static long key(Allocation allocation, int applicant) {
        Applicants applicants = allocation.market().applicants();
        int choice = applicants.choicesFrom()[applicant] + allocation.rank(applicant);
        return Outcome.key(applicants.scores()[choice], applicants.lottery()[applicant]);
    }
}
