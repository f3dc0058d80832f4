package org.yol.allocation;

/**
 * The algorithm of D. Gale and L. S. Shapley, College Admissions and the Stability of Marriage, American Mathematical
 * Monthly 69 (1962), in which applicants ask: each asks for the place they like best of those that have not refused
 * them; each place holds whom its rule takes of all who ask, and refuses the others; until nobody who was refused has
 * anything left to ask for. Rules are {@link ReservedSeats} and {@link CappedSeats}.
 *
 * <p>Applicants begin in the order of the lottery, and whoever is put out asks next. The outcome does not depend on it:
 * both rules are substitutable, and then any order of asking ends in the same one, which is stable and for every
 * applicant the best of all stable ones; both obey the law of aggregate demand, and then nobody gains by ranking other
 * than they like (J. W. Hatfield and P. R. Milgrom, Matching with Contracts, American Economic Review 95, 2005).
 *
 * <p>Each choice is asked for once at most, so time is O(c · (k + d) · log n): c choices in all, k categories that
 * somebody belongs to and a place reserves for, d caps around a place.
 */
public final class DeferredAcceptance {

    private DeferredAcceptance() {}

    /** Who gets which place. The same market has the same answer, always and everywhere. */
    public static Allocation allocate(Market market) {
        return allocate(market, null);
    }

    /**
     * The same, step by step.
     *
     * @param trace to which each step is added
     */
    public static Allocation allocate(Market market, Trace trace) {
        Choices choices = market.choices();
        Seats seats = market.caps().isEmpty() ? new ReservedSeats(market) : new CappedSeats(market);
        for (int position = 0; position < choices.applicants(); position++) {
            int choice = choices.from(position);
            boolean asking = choice < choices.until(position);
            while (asking) {
                long out = seats.ask(choice);
                if (trace != null) {
                    trace.add(
                            choices.applicant(choice),
                            choices.place(choice),
                            out == Seats.NOTHING ? Trace.NOBODY : choices.applicant(Choices.of(out)));
                }
                asking = out != Seats.NOTHING && !choices.isLast(Choices.of(out));
                choice = Choices.of(out) + 1;
            }
        }
        return new Allocation(market, seats);
    }
}
