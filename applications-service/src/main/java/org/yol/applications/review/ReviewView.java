package org.yol.applications.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * A review as those see it who may.
 *
 * @param version to be stated, as {@code If-Match}, by its reviewer who changes it
 * @param reviewer account of the reviewer
 * @param at when it was saved last; null while it is only asked for
 * @param score 0.00 to 100.00; null until it is done
 * @param forStudent what the student reads once the outcome is announced; null without
 * @param conflict what the reviewer has declared; null elsewhere
 */
public record ReviewView(
        long version,
        String placeId,
        String reviewer,
        Map<String, Integer> scores,
        String comment,
        String forStudent,
        Instant at,
        BigDecimal score,
        ReviewState state,
        Instant assignedAt,
        String conflict) {

    /** The view of a review. */
    public static ReviewView of(Review review) {
        return new ReviewView(
                review.version(),
                review.placeId(),
                review.reviewer(),
                review.scores(),
                review.comment(),
                review.forStudent(),
                review.at(),
                review.score(),
                review.state(),
                review.assignedAt(),
                review.conflict());
    }
}
