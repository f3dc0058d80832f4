package org.yol.applications.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.CallPublished.Criterion;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;

/**
 * One reviewer's scores for an application at a place.
 *
 * @param id application, place and reviewer
 * @param submission receipt of what was reviewed; a review of what was taken back counts no longer
 * @param scores by criterion of the rubric, 0 to 10 each
 * @param score weighted by the rubric, 0 to 100, two decimals
 */
public record Review(
        @BsonId String id,
        long version,
        String applicationId,
        String placeId,
        String reviewer,
        String submission,
        Map<String, Integer> scores,
        String comment,
        Instant at,
        BigDecimal score)
        implements Aggregate {

    /** The due work that follows a review: the application is under review, and its scores are reckoned anew. */
    static final String TALLY = "tally";

    /** The highest score of a criterion. */
    private static final int HIGHEST = 10;

    static Review of(String applicationId, String placeId, String reviewer) {
        String id = applicationId + "/" + placeId + "/" + reviewer;
        return new Review(id, 0, applicationId, placeId, reviewer, null, Map.of(), null, null, null);
    }

    /**
     * The review as it is written down now.
     *
     * @param receiptId of what is reviewed
     * @param given 0 to 10 for every criterion of the rubric
     * @throws Refused field-errors
     */
    Change<Review> record(
            String receiptId, Map<String, Integer> given, String said, List<Criterion> rubric, Instant now) {
        List<FieldError> errors = scoreErrors(given, rubric);
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
        Review recorded = new Review(
                id, version, applicationId, placeId, reviewer, receiptId, given, said, now, weighted(given, rubric));
        return Change.silent(recorded).then(TALLY, now);
    }

    /** The scores without what was said about them. */
    Change<Review> withoutWords() {
        return Change.silent(
                new Review(id, version, applicationId, placeId, reviewer, submission, scores, null, at, score));
    }

    /** Whether it says the same, at whatever time. */
    boolean isSameAs(Review other) {
        return submission.equals(other.submission)
                && scores.equals(other.scores)
                && Objects.equals(comment, other.comment);
    }

    private static List<FieldError> scoreErrors(Map<String, Integer> scores, List<Criterion> rubric) {
        Set<String> criteria = rubric.stream().map(Criterion::criterion).collect(Collectors.toSet());
        Stream<FieldError> unknown = scores.keySet().stream()
                .filter(criterion -> !criteria.contains(criterion))
                .map(criterion -> FieldError.of("/scores", "score.unknown-criterion", String.join(", ", criteria)));
        Stream<FieldError> wrong = rubric.stream()
                .map(Criterion::criterion)
                .filter(criterion -> {
                    Integer score = scores.get(criterion);
                    return score == null || score < 0 || score > HIGHEST;
                })
                .map(criterion -> FieldError.of("/scores/" + criterion, "score.out-of-range", HIGHEST));
        return Stream.concat(unknown, wrong).toList();
    }

    static BigDecimal weighted(Map<String, Integer> scores, List<Criterion> rubric) {
        int weights = rubric.stream().mapToInt(Criterion::weight).sum();
        long sum = rubric.stream()
                .mapToLong(line -> (long) line.weight() * scores.get(line.criterion()))
                .sum();
        return BigDecimal.valueOf(sum * 100)
                .divide(BigDecimal.valueOf((long) weights * HIGHEST), 2, RoundingMode.HALF_EVEN);
    }
}
