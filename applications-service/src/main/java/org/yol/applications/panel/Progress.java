package org.yol.applications.panel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.applications.review.ReviewState;

/**
 * How far the reviews of a call are. How severe its reviewers are is shown, and changes no score.
 *
 * @param at when it was counted
 */
record Progress(Instant at, List<Line> lines) {

    /**
     * As much of a review as is counted. Public because the record codec can read no other.
     *
     * @param score null until it is done
     */
    public record Counted(
            @BsonId String id,
            String applicationId,
            String placeId,
            String reviewer,
            ReviewState state,
            BigDecimal score) {}

    /**
     * A reviewer at a place.
     *
     * @param assigned with nothing scored yet
     * @param mean of the scores given, 0.00 to 100.00; null while there are none
     * @param deviation their standard deviation; null likewise
     * @param shared how many of those done somebody else has done too
     * @param sharedMean the reviewer's mean over these; null while there are none
     * @param othersMean the mean of all others over the same; null likewise
     */
    record Line(
            String placeId,
            String reviewer,
            int assigned,
            int begun,
            int done,
            BigDecimal mean,
            BigDecimal deviation,
            int shared,
            BigDecimal sharedMean,
            BigDecimal othersMean) {}

    /** Of all reviews of a call that are asked for. */
    static Progress of(Iterable<Counted> reviews, Instant now) {
        Map<String, Map<String, List<Counted>>> byPlace = new TreeMap<>();
        Map<String, Sum> byApplication = new HashMap<>();
        for (Counted review : reviews) {
            byPlace.computeIfAbsent(review.placeId(), _ -> new TreeMap<>())
                    .computeIfAbsent(review.reviewer(), _ -> new ArrayList<>())
                    .add(review);
            if (isDone(review)) {
                byApplication.merge(subject(review), new Sum(1, score(review)), Sum::plus);
            }
        }
        List<Line> lines = byPlace.entrySet().stream()
                .flatMap(place -> place.getValue().entrySet().stream()
                        .map(reviewer -> line(place.getKey(), reviewer.getKey(), reviewer.getValue(), byApplication)))
                .sorted(Comparator.comparing(Line::placeId).thenComparing(Line::reviewer))
                .toList();
        return new Progress(now, lines);
    }

    /** How many, and what they come to. */
    private record Sum(int number, double total) {

        Sum plus(Sum other) {
            return new Sum(number + other.number, total + other.total);
        }

        double mean() {
            return total / number;
        }
    }

    private static Line line(String place, String reviewer, List<Counted> reviews, Map<String, Sum> byApplication) {
        Map<ReviewState, Long> states =
                reviews.stream().collect(Collectors.groupingBy(Counted::state, Collectors.counting()));
        double[] own = reviews.stream()
                .filter(Progress::isDone)
                .mapToDouble(Progress::score)
                .toArray();
        List<Counted> shared = reviews.stream()
                .filter(Progress::isDone)
                .filter(review -> byApplication.get(subject(review)).number() > 1)
                .toList();
        double mean = mean(own);
        return new Line(
                place,
                reviewer,
                states.getOrDefault(ReviewState.ASSIGNED, 0L).intValue(),
                states.getOrDefault(ReviewState.BEGUN, 0L).intValue(),
                own.length,
                rounded(mean),
                rounded(Math.sqrt(mean(Arrays.stream(own)
                        .map(score -> (score - mean) * (score - mean))
                        .toArray()))),
                shared.size(),
                rounded(mean(shared.stream().mapToDouble(Progress::score).toArray())),
                rounded(mean(shared.stream()
                        .mapToDouble(review -> others(byApplication.get(subject(review)), score(review)))
                        .toArray())));
    }

    private static double others(Sum all, double own) {
        return new Sum(all.number() - 1, all.total() - own).mean();
    }

    private static double mean(double... values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static BigDecimal rounded(double value) {
        return Double.isNaN(value) ? null : BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    }

    private static boolean isDone(Counted review) {
        return review.state() == ReviewState.DONE && review.score() != null;
    }

    private static double score(Counted review) {
        return review.score().doubleValue();
    }

    private static String subject(Counted review) {
        return review.applicationId() + "/" + review.placeId();
    }
}
