package org.yol.allocation;

import java.util.List;

/**
 * Who applies in a {@link SmallMarket}.
 *
 * @param categories as bits
 * @param ranking places they would have, the one they like best first
 * @param scores at each place, ranked or not, in hundredths
 */
record Person(int lottery, long categories, List<Integer> ranking, List<Integer> scores) {

    Person ranking(List<Integer> others) {
        return new Person(lottery, categories, others, scores);
    }

    boolean in(int category) {
        return (categories >>> category & 1) == 1;
    }

    /** Whether one place is liked better than another; -1 is none. */
    boolean prefers(int one, int other) {
        int at = ranking.indexOf(one);
        int than = ranking.indexOf(other);
        return at >= 0 && (than < 0 || at < than);
    }
}
