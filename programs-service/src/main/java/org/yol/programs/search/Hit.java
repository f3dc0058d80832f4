package org.yol.programs.search;

import com.ibm.icu.text.CollationKey;
import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * A programme that was found, by what it is sorted by. It is also the place in a list where a page ends: the cursor of
 * the next one says all of it, so that what follows stays right while others add and remove.
 *
 * @param score how well it fits the words, the larger the better; 0 without any. In an order that weighs the weight
 * @param urgency grows from the nearest deadline ahead to the farthest, and on to what has been over for the longest
 * @param title the key of the title in a dictionary
 */
record Hit(String id, float score, long urgency, CollationKey title) {

    /** Longer than any title in the letters of a cursor. */
    private static final int LONGEST_CURSOR = 4_000;

    private static final String SEPARATOR = "\n";
    private static final int PARTS = 5;

    /** Frozen, and so of use to many threads at once. */
    private static final Collator DICTIONARY =
            Collator.getInstance(ULocale.ROOT).freeze();

    static CollationKey key(String title) {
        return DICTIONARY.getCollationKey(title);
    }

    /** @param end the first instant that is too late */
    static long urgencyOf(Instant end, Instant now) {
        long millis = end.toEpochMilli();
        return end.isAfter(now) ? millis : Long.MAX_VALUE - millis;
    }

    /** The milliseconds of the first instant that is too late. */
    long end() {
        return urgency > Long.MAX_VALUE / 2 ? Long.MAX_VALUE - urgency : urgency;
    }

    /** The cursor of what follows in that order. */
    String cursor(Order order) {
        String text = String.join(
                SEPARATOR,
                order.toString(),
                id,
                Integer.toHexString(Float.floatToIntBits(score)),
                Long.toString(urgency),
                title.getSourceString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place a cursor speaks of.
     *
     * @throws Refused invalid-cursor, also for one of another order
     */
    static Hit at(String cursor, Order order) {
        try {
            if (cursor.length() <= LONGEST_CURSOR) {
                String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                String[] parts = text.split(SEPARATOR, PARTS);
                if (parts.length == PARTS && parts[0].equals(order.toString())) {
                    float score = Float.intBitsToFloat(Integer.parseUnsignedInt(parts[2], 16));
                    return new Hit(parts[1], score, Long.parseLong(parts[3]), key(parts[4]));
                }
            }
        } catch (IllegalArgumentException rubbish) {
            throw new Refused(Problem.INVALID_CURSOR);
        }
        throw new Refused(Problem.INVALID_CURSOR);
    }
}
