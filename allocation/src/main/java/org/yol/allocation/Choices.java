package org.yol.allocation;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * All choices, packed and numbered anew from 0: those of whoever is first in the lottery first, of one applicant in the
 * order of preference. So what the engine needs of a choice lies in one number, that of the next choice of the same
 * applicant beside it, and memory is gone through in the order in which people ask. A position is an applicant's number
 * in the lottery.
 *
 * <p>A key is a choice's standing in the strict order of its place, the larger the better: by score, then by the
 * choice's number, the smaller the better, which between two applicants is the order of the lottery. (Two choices of
 * one applicant are never compared: nobody is held twice.)
 */
final class Choices {

    /** More do not fit. */
    static final int MOST_PLACES = 1 << 18;

    private static final int SCORE_BITS = 14;
    private static final long LAST = 1L << 32;
    private static final int MEMBERSHIP_SHIFT = 33;

    private final int[] applicants;
    private final int[] from;

    /** From the lowest bit: score, place, whether it is the applicant's last choice, number in {@link #memberships}. */
    private final long[] packed;

    /** The sets of categories that some applicant belongs to, as bits. */
    private final long[] memberships;

    /**
     * @param order who is at each position
     * @param given what is packed; it has been looked through
     */
    Choices(int[] order, Applicants given) {
        applicants = order;
        from = new int[order.length + 1];
        packed = new long[given.choices().length];
        memberships = LongStream.of(given.categories()).distinct().sorted().toArray();
        int next = 0;
        for (int position = 0; position < order.length; position++) {
            int applicant = order[position];
            long membership = Arrays.binarySearch(memberships, given.categories()[applicant]);
            int end = given.choicesFrom()[applicant + 1];
            for (int choice = given.choicesFrom()[applicant]; choice < end; choice++) {
                packed[next++] = membership << MEMBERSHIP_SHIFT
                        | (choice + 1 == end ? LAST : 0)
                        | (long) given.choices()[choice] << SCORE_BITS
                        | given.scores()[choice];
            }
            from[position + 1] = next;
        }
    }

    /** How many choices there are in all. */
    int count() {
        return packed.length;
    }

    /** How many applicants there are. */
    int applicants() {
        return applicants.length;
    }

    /** The first choice of who is at a position. */
    int from(int position) {
        return from[position];
    }

    /** One after the last of these. */
    int until(int position) {
        return from[position + 1];
    }

    int place(int choice) {
        return (int) packed[choice] >>> SCORE_BITS;
    }

    /** Whether the applicant has no further one. */
    boolean isLast(int choice) {
        return (packed[choice] & LAST) != 0;
    }

    /** The categories that the applicant belongs to, as bits. */
    long categories(int choice) {
        return memberships[(int) (packed[choice] >>> MEMBERSHIP_SHIFT)];
    }

    long key(int choice) {
        long score = packed[choice] & (1 << SCORE_BITS) - 1;
        return score << Integer.SIZE | Integer.toUnsignedLong(~choice);
    }

    /** Of which choice a key is. */
    static int of(long key) {
        return ~(int) key;
    }

    /** Whose choice it is. Searched for: not for each step. */
    int applicant(int choice) {
        int low = 0;
        int high = applicants.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (from[middle] <= choice) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return applicants[low];
    }
}
