package org.yol.allocation.proof;

/**
 * Who wants which place, and what the places have. Everything is an index: applicants, places, categories and caps from
 * 0 in the order of the input. It is well formed: {@link InputReading} makes nothing else, and so must whoever makes
 * one by themselves.
 *
 * @param names of all this
 * @param capped whether caps hold instead of reserves
 * @param seats of each place, 0 or more
 * @param categories how many there are, at most {@value #MOST_CATEGORIES}
 * @param reserved seats kept at a place for a category, at {@code place * categories + category}; at most {@code seats}
 *     in all
 * @param capSeats of each cap, innermost caps first
 * @param within the smallest cap that contains a place, and behind the places the next larger one that contains a cap;
 *     -1 for none
 * @param firstChoice where the choices of an applicant begin; those of the last one end at its last entry
 * @param choicePlace the places that were ranked, best liked first, each once an applicant
 * @param choiceScore in hundredths, 0 to 10,000; {@value #EXCLUDED} where the applicant is excluded
 * @param lotteryRank 0 for the applicant with the smallest lottery number; each once
 * @param memberOf the categories of each applicant, as bits
 */
public record Market(
        Names names,
        boolean capped,
        int[] seats,
        int categories,
        int[] reserved,
        int[] capSeats,
        int[] within,
        int[] firstChoice,
        int[] choicePlace,
        int[] choiceScore,
        int[] lotteryRank,
        long[] memberOf) {

    /** {@code choiceScore} of a choice that does not count. */
    public static final int EXCLUDED = -1;

    /** As many as a {@code long} has bits. */
    public static final int MOST_CATEGORIES = 64;

    /** A kind of seat; category {@code c} is {@code c + 1}, and {@link #leftOver()} comes last. */
    public static final int OPEN = 0;

    static final int BEST_SCORE = 10_000;

    int applicants() {
        return lotteryRank.length;
    }

    int places() {
        return seats.length;
    }

    /** How many kinds of seats there are. */
    public int kinds() {
        return categories + 2;
    }

    /** The kind of the seats that no member of their category wanted. */
    public int leftOver() {
        return categories + 1;
    }

    int reserved(int place, int category) {
        return reserved[place * categories + category];
    }

    boolean isExcluded(int choice) {
        return choiceScore[choice] == EXCLUDED;
    }

    /** Whether seats of this kind are for the applicant. */
    boolean isEligible(int applicant, int kind) {
        return kind == OPEN || kind == leftOver() || (memberOf[applicant] >>> (kind - 1) & 1) == 1;
    }

    /** The strict order in one number, 0 or more: whoever has the smaller one comes first. */
    long keyOf(int applicant, int choice) {
        return key(choiceScore[choice], lotteryRank[applicant]);
    }

    static long key(int score, int lotteryRank) {
        return (long) (BEST_SCORE - score) << Integer.SIZE | lotteryRank;
    }

    static int rankOf(long key) {
        return (int) key;
    }

    static int scoreOf(long key) {
        return BEST_SCORE - (int) (key >>> Integer.SIZE);
    }

    /** Applicants by the rank of their lottery number. */
    int[] byLottery() {
        int[] applicants = new int[applicants()];
        for (int applicant = 0; applicant < applicants.length; applicant++) {
            applicants[lotteryRank[applicant]] = applicant;
        }
        return applicants;
    }

    /** The choice by which an applicant ranked a place, or -1. */
    int choiceOf(int applicant, int place) {
        for (int choice = firstChoice[applicant]; choice < firstChoice[applicant + 1]; choice++) {
            if (choicePlace[choice] == place) {
                return choice;
            }
        }
        return -1;
    }

    String kindName(int kind) {
        return kind == OPEN ? "open" : kind == leftOver() ? "left-over" : names.category(kind - 1);
    }

    /** Such as "71.00". */
    static String scoreText(int score) {
        return score / 100 + "." + score / 10 % 10 + score % 10;
    }
}
