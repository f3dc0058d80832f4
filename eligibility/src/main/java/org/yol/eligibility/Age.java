package org.yol.eligibility;

import java.time.LocalDate;
import java.time.Period;

/** How old people are. */
final class Age {

    private Age() {}

    /**
     * The whole years somebody has lived on a date: one more from each birthday on, that day included.
     *
     * <p>A person born on 29 February turns a year older on 1 March of a common year. Laws differ: England and Taiwan
     * take 28 February; Maryland (General Provisions § 1-303), for one, takes 1 March; Japan's act on the calculation
     * of age (1902, no. 50) lets everybody's year end with the day before the birthday, which for 29 February is the
     * end of 28 February, so that 1 March is the first day of the new age there too. 1 March it is: then the last day
     * of an age is the one before the birthday for everybody, and "born on or after" and "at most so old" agree.
     *
     * @return 0 or more; negative before the birth
     */
    static int on(LocalDate date, LocalDate born) {
        return Period.between(born, date).getYears();
    }
}
