package org.yol.applications.application;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yol.contracts.CallPublished.Criterion;

/**
 * One reviewer's scores for an application at a place.
 *
 * @param scores by criterion of the rubric, 0 to 10 each
 * @param score weighted by the rubric, 0 to 100, two decimals
 */
public record Review(
        String placeId, String reviewer, Map<String, Integer> scores, String comment, Instant at, BigDecimal score) {

    /** The highest score of a criterion. */
    public static final int HIGHEST = 10;

    static BigDecimal weighted(Map<String, Integer> scores, List<Criterion> rubric) {
        int weights = rubric.stream().mapToInt(Criterion::weight).sum();
        long sum = rubric.stream()
                .mapToLong(line -> (long) line.weight() * scores.get(line.criterion()))
                .sum();
        return BigDecimal.valueOf(sum * 100)
                .divide(BigDecimal.valueOf((long) weights * HIGHEST), 2, RoundingMode.HALF_EVEN);
    }

    /**
     * The score at a place: the mean of its reviewers' weighted scores, two decimals, HALF_EVEN (domain.md, Reviewing).
     */
    static BigDecimal mean(List<Review> reviews) {
        BigDecimal sum = reviews.stream().map(Review::score).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(reviews.size()), 2, RoundingMode.HALF_EVEN);
    }
}
