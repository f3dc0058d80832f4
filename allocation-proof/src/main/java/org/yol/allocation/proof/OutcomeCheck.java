package org.yol.allocation.proof;

import static org.yol.allocation.proof.FaultKind.RESERVE_LIST;

import java.util.List;
import java.util.Map;

/**
 * Checks a claimed outcome against its market, on arrays: nothing is proposed or allocated. Takes time in proportion to
 * all choices and all entries of the result.
 */
public final class OutcomeCheck {

    private final Market market;
    private final Outcome outcome;
    private final Faults faults;
    private final Assignment assignment;
    private final PlacesSide side;
    private boolean optimalityChecked;

    private OutcomeCheck(Market market, Outcome outcome, Faults faults) {
        this.market = market;
        this.outcome = outcome;
        this.faults = faults;
        this.assignment = new Assignment(market, outcome, faults);
        this.side = market.capped() ? new Caps(market, assignment, faults) : new Reserves(market, assignment, faults);
    }

    /**
     * Looks for everything that is wrong.
     *
     * @param market well formed
     * @param outcome may be anything that has arrays of the right lengths
     */
    public static OutcomeCheck of(Market market, Outcome outcome) {
        return of(market, outcome, new Faults());
    }

    static OutcomeCheck of(Market market, Outcome outcome, Faults faults) {
        var check = new OutcomeCheck(market, outcome, faults);
        check.stability();
        check.orderOfHeld();
        check.reserveLists();
        check.cutOffs();
        // What is not a stable outcome is not compared with others.
        if (!faults.has(
                FaultKind.UNKNOWN,
                FaultKind.HELD_TWICE,
                FaultKind.NOT_RANKED,
                FaultKind.EXCLUDED,
                FaultKind.OVER_SEATS,
                FaultKind.OVER_CAP,
                FaultKind.BLOCKING)) {
            check.optimalityChecked = true;
            Improvements.search(market, check.assignment, check.side, faults);
        }
        return check;
    }

    /** The first hundred faults of each kind; empty where all is right. */
    public List<Fault> faults() {
        return faults.kept();
    }

    /** How many faults there are of each kind that there are any of. */
    public Map<FaultKind, Integer> counts() {
        return faults.counts();
    }

    /** Whether the outcome was right enough to ask if it is the best one for the applicants. */
    public boolean isOptimalityChecked() {
        return optimalityChecked;
    }

    /** How many applicants hold what they may hold. */
    public int held() {
        return assignment.held();
    }

    Market market() {
        return market;
    }

    Assignment assignment() {
        return assignment;
    }

    PlacesSide side() {
        return side;
    }

    private void stability() {
        for (int applicant = 0; applicant < market.applicants(); applicant++) {
            int end = assignment.choice(applicant);
            for (int choice = market.firstChoice()[applicant]; choice < end; choice++) {
                if (!market.isExcluded(choice)) {
                    int place = market.choicePlace()[choice];
                    long key = market.keyOf(applicant, choice);
                    if (side.takes(applicant, place, key)) {
                        blocking(applicant, place);
                    } else {
                        side.waits(applicant, place, key);
                    }
                }
            }
        }
    }

    private void blocking(int applicant, int place) {
        faults.add(FaultKind.BLOCKING, () -> {
            String who = market.names().applicant(applicant);
            String where = market.names().place(place);
            String got = assignment.isHeld(applicant) ? market.names().place(assignment.place(applicant)) : "nothing";
            return new Fault(
                    FaultKind.BLOCKING,
                    List.of(who),
                    List.of(where),
                    "%s would rather have %s than %s, and %s would choose them.".formatted(who, where, got, where));
        });
    }

    private void orderOfHeld() {
        for (int place = 0; place < market.places(); place++) {
            int before = -1;
            for (int i = outcome.firstHeld()[place]; i < outcome.firstHeld()[place + 1]; i++) {
                int applicant = outcome.held()[i];
                if (applicant < 0 || assignment.place(applicant) != place) {
                    continue;
                }
                if (before >= 0 && !isInOrder(before, i)) {
                    pair(FaultKind.HELD_ORDER, applicant, place, "%s stands too late among those who hold %s.");
                }
                before = i;
            }
        }
    }

    private boolean isInOrder(int earlier, int later) {
        int kinds = Integer.compare(outcome.seat()[earlier], outcome.seat()[later]);
        return kinds != 0 ? kinds < 0 : keyOfHeld(outcome.held()[earlier]) < keyOfHeld(outcome.held()[later]);
    }

    private long keyOfHeld(int applicant) {
        return market.keyOf(applicant, assignment.choice(applicant));
    }

    private void reserveLists() {
        boolean[] listed = new boolean[market.choicePlace().length];
        for (int place = 0; place < market.places(); place++) {
            long before = -1;
            for (int i = outcome.firstReserve()[place]; i < outcome.firstReserve()[place + 1]; i++) {
                int applicant = outcome.reserve()[i];
                int choice = applicant < 0 ? -1 : market.choiceOf(applicant, place);
                if (applicant >= 0 && !assignment.wishes(applicant, choice)) {
                    pair(
                            RESERVE_LIST,
                            applicant,
                            place,
                            "%s is on the reserve list of %s, and would not rather be there.");
                } else if (applicant >= 0) {
                    long key = market.keyOf(applicant, choice);
                    if (listed[choice]) {
                        pair(RESERVE_LIST, applicant, place, "%s is twice on the reserve list of %s.");
                    } else if (key < before) {
                        pair(RESERVE_LIST, applicant, place, "%s stands too late on the reserve list of %s.");
                    }
                    listed[choice] = true;
                    before = Math.max(before, key);
                }
            }
        }
        for (int applicant = 0; applicant < market.applicants(); applicant++) {
            for (int choice = market.firstChoice()[applicant]; choice < assignment.choice(applicant); choice++) {
                if (!listed[choice] && !market.isExcluded(choice)) {
                    pair(
                            RESERVE_LIST,
                            applicant,
                            market.choicePlace()[choice],
                            "%s is missing on the reserve list of %s.");
                }
            }
        }
    }

    private void pair(FaultKind kind, int applicant, int place, String sentence) {
        faults.add(kind, () -> {
            String who = market.names().applicant(applicant);
            String where = market.names().place(place);
            return new Fault(kind, List.of(who), List.of(where), sentence.formatted(who, where));
        });
    }

    private void cutOffs() {
        long[] due = side.cutOffs();
        for (int i = 0; i < due.length; i++) {
            if (due[i] != outcome.cutOff()[i]) {
                cutOff(i, due[i], outcome.cutOff()[i]);
            }
        }
    }

    private void cutOff(int at, long due, long claimed) {
        faults.add(FaultKind.CUT_OFF, () -> {
            int cap = at - market.places() * market.kinds();
            String where = cap < 0
                    ? market.names().place(at / market.kinds())
                    : market.names().cap(cap);
            String what = cap < 0
                    ? "of the seats \"" + market.kindName(at % market.kinds()) + "\" at " + where
                    : "of " + where;
            return new Fault(
                    FaultKind.CUT_OFF,
                    List.of(),
                    List.of(where),
                    "The cut-off %s is %s, and has to be %s.".formatted(what, text(claimed), text(due)));
        });
    }

    private String text(long cutOff) {
        if (cutOff == Outcome.NONE) {
            return "not there";
        }
        if (cutOff == Outcome.NOBODYS) {
            return "one that nobody has";
        }
        int[] byLottery = market.byLottery();
        int rank = Market.rankOf(cutOff);
        String who = rank < byLottery.length ? " of " + market.names().applicant(byLottery[rank]) : "";
        return Market.scoreText(Market.scoreOf(cutOff)) + who;
    }
}
