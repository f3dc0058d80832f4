package org.yol.allocation.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a stable outcome is the best one for all applicants at once: without making another one. In the words of
 * Gusfield and Irving (1989) for one seat a place: no rotation is exposed on the side of the places.
 *
 * <p>If the seat of a held applicant became free, at most one of those who wait would be chosen: their successor. An
 * arrow leads from each who is held to their successor, if the successor holds something as well. <b>The outcome is the
 * best one exactly if the arrows make no cycle.</b> Let C be what the places choose, substitutable and growing (the law
 * of aggregate demand); M what is held, D what applicants would rather have, so that C(M ∪ D) = M.
 *
 * <ul>
 *   <li>A cycle is a fault. Let all of it move, each successor to where they succeed: the leaving L out, the coming Z
 *       in. C(M∖L ∪ D) holds M∖L and Z, since both are chosen where more compete, and not more than M has members: so
 *       it is M∖L ∪ Z, which is therefore stable, and better for all who moved.
 *   <li>No cycle is no fault. Let M' be stable and better for some, worse for none. It has as many members as M, and
 *       the same applicants hold something. Whoever y leaves something in M' has a successor z, since M' lies in M∖y ∪
 *       D. If z's applicant did not come to like what they hold in M' at least as much as z, z would block M', since it
 *       is chosen where more compete. So the successor of each who moves also moves, and the movers make a cycle.
 * </ul>
 *
 * <p>For choice functions such as these see Faenza and Zhang (2023) and Bonifacio, Juarez, Neme and Oviedo (2022).
 */
final class Improvements {

    private static final int SHOWN = 10;
    private static final int NOBODY = -1;

    private Improvements() {}

    /** Reports each cycle. The outcome must be stable, and all who wait be told to the side of the places. */
    static void search(Market market, Assignment assignment, PlacesSide side, Faults faults) {
        int[] byLottery = market.byLottery();
        int[] successor = new int[side.spots()];
        Arrays.fill(successor, NOBODY);
        int[] seenFrom = new int[side.spots()];
        for (int applicant = 0; applicant < market.applicants(); applicant++) {
            if (!assignment.isHeld(applicant)) {
                continue;
            }
            int at = applicant;
            int spot = side.spotOf(at);
            while (seenFrom[spot] == 0) {
                seenFrom[spot] = applicant + 1;
                long next = side.successor(spot);
                at = next == Long.MAX_VALUE ? NOBODY : byLottery[Market.rankOf(next)];
                if (at < 0 || !assignment.isHeld(at)) {
                    break;
                }
                successor[spot] = at;
                spot = side.spotOf(at);
            }
            // A walk that comes back to a spot of its own has closed a cycle, and has just made its last arrow.
            if (seenFrom[spot] == applicant + 1 && successor[spot] >= 0) {
                report(market, spot, successor, side, faults);
            }
        }
    }

    private static void report(Market market, int first, int[] successor, PlacesSide side, Faults faults) {
        faults.add(FaultKind.NOT_OPTIMAL, () -> {
            List<String> numbers = new ArrayList<>();
            List<String> places = new ArrayList<>();
            List<String> moves = new ArrayList<>();
            int spot = first;
            do {
                String number = market.names().applicant(successor[spot]);
                String place = market.names().place(side.successorsPlace(spot));
                numbers.add(number);
                places.add(place);
                if (moves.size() < SHOWN) {
                    moves.add(number + " could have " + place);
                }
                spot = side.spotOf(successor[spot]);
            } while (spot != first);
            return new Fault(
                    FaultKind.NOT_OPTIMAL,
                    numbers,
                    places,
                    "Another outcome is as just and better for %d, worse for nobody: %s%s."
                            .formatted(
                                    numbers.size(),
                                    String.join(", ", moves),
                                    moves.size() < numbers.size() ? " and so on" : ""));
        });
    }
}
