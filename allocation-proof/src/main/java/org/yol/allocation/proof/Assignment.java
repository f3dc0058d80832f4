package org.yol.allocation.proof;

import java.util.Arrays;
import java.util.List;

/**
 * Who holds what, as far as it can be: whoever holds a place they did not rank, or were excluded from, or a second one,
 * is a fault and counts as not held there.
 */
final class Assignment {

    private final Market market;
    private final int[] choice;
    private final int[] kind;
    private int held;

    Assignment(Market market, Outcome outcome, Faults faults) {
        this.market = market;
        this.choice = new int[market.applicants()];
        this.kind = new int[market.applicants()];
        for (int applicant = 0; applicant < choice.length; applicant++) {
            choice[applicant] = market.firstChoice()[applicant + 1];
        }
        Arrays.fill(kind, -1);
        for (int place = 0; place < market.places(); place++) {
            int first = outcome.firstHeld()[place];
            int last = outcome.firstHeld()[place + 1];
            for (int i = first; i < last; i++) {
                if (outcome.held()[i] >= 0) {
                    take(outcome.held()[i], place, outcome.seat()[i], faults);
                }
            }
            if (last - first > market.seats()[place]) {
                report(
                        faults,
                        FaultKind.OVER_SEATS,
                        -1,
                        place,
                        "%s has " + market.seats()[place] + " seats, and " + (last - first) + " are given");
            }
        }
    }

    private void take(int applicant, int place, int seat, Faults faults) {
        int of = market.choiceOf(applicant, place);
        if (of < 0) {
            report(faults, FaultKind.NOT_RANKED, applicant, place, "%2$s holds %1$s, but did not rank it");
        } else if (market.isExcluded(of)) {
            report(faults, FaultKind.EXCLUDED, applicant, place, "%2$s holds %1$s, but is excluded from it");
        } else if (isHeld(applicant)) {
            report(faults, FaultKind.HELD_TWICE, applicant, place, "%2$s holds %1$s beside another seat");
        } else {
            choice[applicant] = of;
            kind[applicant] = seat;
            held++;
        }
    }

    private void report(Faults faults, FaultKind kind, int applicant, int place, String sentence) {
        faults.add(kind, () -> {
            String where = market.names().place(place);
            String who = applicant < 0 ? "" : market.names().applicant(applicant);
            return new Fault(
                    kind,
                    applicant < 0 ? List.of() : List.of(who),
                    List.of(where),
                    sentence.formatted(where, who) + ".");
        });
    }

    boolean isHeld(int applicant) {
        return kind[applicant] >= 0;
    }

    /**
     * The choice that an applicant holds; where they hold none, the one behind their last. Those before are liked
     * better.
     */
    int choice(int applicant) {
        return choice[applicant];
    }

    /** The place that an applicant holds, or -1. */
    int place(int applicant) {
        return isHeld(applicant) ? market.choicePlace()[choice[applicant]] : -1;
    }

    /** The kind of seat that the result says an applicant holds. */
    int claimedKind(int applicant) {
        return kind[applicant];
    }

    /** Whether an applicant would rather have this choice than what they hold. */
    boolean wishes(int applicant, int of) {
        return of >= market.firstChoice()[applicant] && of < choice[applicant] && !market.isExcluded(of);
    }

    int held() {
        return held;
    }
}
