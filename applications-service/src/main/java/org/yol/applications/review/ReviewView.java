package org.yol.applications.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * A review as those see it who may.
 *
 * @param version to be stated, as {@code If-Match}, by its reviewer who changes it
 * @param reviewer account of the reviewer
 */
public record ReviewView(
        long version,
        String placeId,
        String reviewer,
        Map<String, Integer> scores,
        String comment,
        Instant at,
        BigDecimal score) {

    /** The view of a review. */
    public static ReviewView of(Review review) {
        return new ReviewView(
                review.version(),
                review.placeId(),
                review.reviewer(),
                review.scores(),
                review.comment(),
                review.at(),
                review.score());
    }
}
