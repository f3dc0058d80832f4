package org.yol.applications.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.document.Silent;

/**
 * What the reviews of an application add up to: reckoned from them, never written by anybody. Public because the record
 * codec can read no other.
 *
 * @param id of the application
 * @param seq grows with every version of every review: what was reckoned from fewer is never kept over what was
 *     reckoned from more
 * @param submission receipt of what the scores are of
 * @param places the score at each place that has been reviewed, 0.00 to 100.00; empty while no review is done
 * @param highest of these, for sorting
 * @param done how many reviews each of these places has
 * @param spreads how far the reviewers of a place are apart, 0.00 to 100.00, where it has several
 * @param widest of these; null where there are none
 */
public record Scores(
        @BsonId String id,
        long version,
        long seq,
        String callId,
        String provider,
        String submission,
        Map<String, BigDecimal> places,
        BigDecimal highest,
        Map<String, Integer> done,
        Map<String, BigDecimal> spreads,
        BigDecimal widest)
        implements Silent {

    public Scores {
        // Older releases counted none.
        done = done == null ? Map.of() : done;
        spreads = spreads == null ? Map.of() : spreads;
    }

    /** @param reviews all there are of the application */
    static Scores of(String applicationId, String callId, String provider, String submission, List<Review> reviews) {
        List<Review> counting =
                reviews.stream().filter(review -> review.isDoneOf(submission)).toList();
        Map<String, BigDecimal> places = at(counting);
        Map<String, Integer> done = new TreeMap<>();
        Map<String, BigDecimal> spreads = new TreeMap<>();
        counting.stream().collect(Collectors.groupingBy(Review::placeId)).forEach((place, some) -> {
            done.put(place, some.size());
            if (some.size() > 1) {
                spreads.put(place, spread(some));
            }
        });
        return new Scores(
                applicationId,
                0,
                reviews.stream().mapToLong(Review::version).sum(),
                callId,
                provider,
                submission,
                places,
                places.values().stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO),
                done,
                spreads,
                spreads.values().stream().max(BigDecimal::compareTo).orElse(null));
    }

    /** How many reviews a place has, 0 or more. */
    public int done(String placeId) {
        // Where an older release counted none, a score is of one at least.
        return done.getOrDefault(placeId, places.containsKey(placeId) ? 1 : 0);
    }

    /** These scores, unless newer ones are known. */
    Scores or(Scores reckoned) {
        return reckoned.seq <= seq
                ? this
                : new Scores(
                        id,
                        version,
                        reckoned.seq,
                        callId,
                        provider,
                        reckoned.submission,
                        reckoned.places,
                        reckoned.highest,
                        reckoned.done,
                        reckoned.spreads,
                        reckoned.widest);
    }

    /**
     * The score at each place: the mean of the weighted scores of its reviewers who are done, HALF_EVEN (domain.md,
     * Reviewing).
     */
    public static Map<String, BigDecimal> at(Collection<Review> reviews) {
        return reviews.stream()
                .filter(review -> review.state() == ReviewState.DONE)
                .collect(Collectors.groupingBy(
                        Review::placeId,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Scores::mean)));
    }

    /** From the lowest to the highest of a place's reviewers. */
    private static BigDecimal spread(List<Review> reviews) {
        List<BigDecimal> ordered = reviews.stream().map(Review::score).sorted().toList();
        return ordered.getLast().subtract(ordered.getFirst());
    }

    private static BigDecimal mean(List<Review> reviews) {
        BigDecimal sum = reviews.stream().map(Review::score).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(reviews.size()), 2, RoundingMode.HALF_EVEN);
    }
}
