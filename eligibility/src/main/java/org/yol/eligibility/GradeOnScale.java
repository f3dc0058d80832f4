package org.yol.eligibility;

import java.math.BigDecimal;

/**
 * A grade and the scale it is on. The more the better.
 *
 * @param grade 0 to {@code outOf}
 * @param outOf the best grade of the scale
 */
public record GradeOnScale(BigDecimal grade, BigDecimal outOf) {

    /** Whether both are on one scale, so that they can be compared: 4 and 4.0 are the same scale. */
    boolean isOnTheScaleOf(GradeOnScale other) {
        return outOf.compareTo(other.outOf) == 0;
    }

    boolean isAtLeast(GradeOnScale other) {
        return grade.compareTo(other.grade) >= 0;
    }
}
