package org.yol.allocation;

/**
 * Those who apply, from 0, as arrays: a million of them with ten choices each take 100 MB. The arrays are not copied
 * and may not be changed afterwards.
 *
 * @param choicesFrom where each applicant's choices begin in {@code choices}; one element more than there are
 *     applicants, the last of which is the number of choices in all
 * @param choices numbers of places, those of one applicant in the order of preference
 * @param scores of the choices, in hundredths: 0 to 10,000
 * @param categories to which each applicant belongs, as bits: the lowest is the category that is filled first
 * @param lottery each applicant's position in the order of the lottery, 0 first; a permutation
 */
public record Applicants(int[] choicesFrom, int[] choices, int[] scores, long[] categories, int[] lottery) {

    /** The best score, in hundredths. */
    public static final int BEST_SCORE = 10_000;

    /** How many there are. */
    public int count() {
        return lottery.length;
    }
}
