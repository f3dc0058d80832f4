package org.yol.allocation.proof;

/**
 * What a result claims, by the indices of its {@link Market}. It may claim anything: an applicant that is not known is
 * -1.
 *
 * @param firstHeld where those who hold a place begin in {@code held}; its last entry is where the last ones end
 * @param held applicants, as they are listed
 * @param seat the kind of seat of each of {@code held}, see {@link Market#OPEN}
 * @param firstReserve where the reserve list of a place begins in {@code reserve}
 * @param reserve applicants, as they are listed
 * @param cutOff {@link #key} of the last who was taken: at {@code place * kinds + kind}, and behind them that of each
 *     cap; {@value #NONE} where none is claimed
 */
public record Outcome(int[] firstHeld, int[] held, int[] seat, int[] firstReserve, int[] reserve, long[] cutOff) {

    /** No cut-off. */
    public static final long NONE = -1;

    /** A cut-off that nobody has. */
    static final long NOBODYS = -2;

    /**
     * How a cut-off is written.
     *
     * @param score in hundredths
     * @param lotteryRank see {@link Market#lotteryRank()}
     */
    public static long key(int score, int lotteryRank) {
        return Market.key(score, lotteryRank);
    }
}
