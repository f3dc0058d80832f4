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
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * One reviewer's scores for an application at a place, from when they are asked for.
 *
 * @param id application, place and reviewer
 * @param submission receipt of what was reviewed; a review of what was taken back counts no longer; null before
 * @param scores by criterion of the rubric, 0 to 10 each; of all criteria once it is done
 * @param at when it was saved last; null before
 * @param score weighted by the rubric, 0 to 100, two decimals; null until it is done
 * @param callId null in what an older release stored, until that is filled in
 * @param assignedAt when it was asked for; without that, when it was begun
 * @param conflict what the reviewer declares; null elsewhere, and once the words were erased
 * @param replacement who is asked instead of a reviewer that is not any more; null while nobody is found
 * @param further the request that asked for it beyond the number each application needs; null elsewhere
 * @param forStudent what its student reads once the outcome is announced, where the call says so; null without
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
        BigDecimal score,
        String callId,
        ReviewState state,
        Instant assignedAt,
        String conflict,
        String replacement,
        String further,
        String forStudent)
        implements Aggregate {

    /** Nobody has asked the reviewer, or nobody does any more. */
    static final Problem NOT_ASSIGNED = new Problem("not-assigned", 409);

    /** The due work that follows a review: the application is under review, and its scores are reckoned anew. */
    static final String TALLY = "tally";

    /** The due work of asking somebody else. */
    static final String REPLACING = "replacing";

    /** The highest score of a criterion. */
    private static final int HIGHEST = 10;

    public Review {
        // Until reviews were assigned, each was done when it was written.
        state = state == null ? ReviewState.DONE : state;
        assignedAt = assignedAt == null ? at : assignedAt;
    }

    /**
     * What a reviewer says beside the scores.
     *
     * @param comment for those who decide; null without
     * @param forStudent for the student, once the outcome is announced; null without
     */
    record Words(String comment, String forStudent) {

        static final Words NONE = new Words(null, null);
    }

    /** A review that nobody has asked for and nobody has begun. */
    public static Review of(String callId, String applicationId, String placeId, String reviewer) {
        return new Review(
                id(applicationId, placeId, reviewer),
                0,
                applicationId,
                placeId,
                reviewer,
                null,
                Map.of(),
                null,
                null,
                null,
                callId,
                ReviewState.RELEASED,
                null,
                null,
                null,
                null,
                null);
    }

    static String id(String applicationId, String placeId, String reviewer) {
        return applicationId + "/" + placeId + "/" + reviewer;
    }

    /**
     * Asks for it, also where what was reviewed was taken back since.
     *
     * @param receiptId of what is handed in now
     * @param request that asks for it beyond the usual number; null elsewhere
     */
    public Change<Review> assign(String receiptId, String request, Instant now) {
        boolean stands = state == ReviewState.ASSIGNED || state.stands() && receiptId.equals(submission);
        return stands || state == ReviewState.CONFLICT
                ? Change.silent(this)
                : Change.silent(with(ReviewState.ASSIGNED, now, null, null, request));
    }

    /** Asks for it no longer, unless it is done. */
    public Change<Review> release() {
        return state == ReviewState.ASSIGNED || state == ReviewState.BEGUN
                ? Change.silent(with(ReviewState.RELEASED, assignedAt, null, null, further))
                : Change.silent(this);
    }

    /**
     * Asks somebody else instead.
     *
     * @param other who; null for whoever has least to do
     * @throws Refused not-assigned once it is done
     */
    public Change<Review> handOver(String other, Instant now) {
        if (state == ReviewState.RELEASED && other != null && other.equals(replacement)) {
            return Change.silent(this);
        }
        refuseUnless(state == ReviewState.ASSIGNED || state == ReviewState.BEGUN);
        return Change.silent(with(ReviewState.RELEASED, assignedAt, null, other, further))
                .then(REPLACING, now);
    }

    /**
     * Its reviewer has a conflict of interest, and is asked no longer. What they have scored counts no longer, either.
     *
     * @param why in their words
     * @param submitted receipt of what is handed in
     */
    Change<Review> declare(String why, String submitted, Instant now) {
        Review declared = with(ReviewState.CONFLICT, assignedAt == null ? now : assignedAt, why, null, further);
        Change<Review> change = Change.silent(declared.about(submitted, callId)).then(REPLACING, now);
        return state == ReviewState.DONE || state == ReviewState.BEGUN ? change.then(TALLY, now) : change;
    }

    /** Who is asked instead. */
    public Change<Review> replacedBy(String other) {
        return Change.silent(with(state, assignedAt, conflict, other, further));
    }

    /**
     * The review as it is written down now.
     *
     * @param receiptId of what is reviewed
     * @param given 0 to 10 for criteria of the rubric
     * @param said to whom
     * @param done whether it is to count: for every criterion, then
     * @throws Refused field-errors; not-assigned
     */
    Change<Review> record(
            String receiptId,
            Map<String, Integer> given,
            Words said,
            boolean done,
            List<Criterion> rubric,
            Instant now) {
        if (version > 0 && !state.stands()) {
            throw new Refused(NOT_ASSIGNED);
        }
        List<FieldError> errors = scoreErrors(given, done, rubric);
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
        Review recorded = new Review(
                id,
                version,
                applicationId,
                placeId,
                reviewer,
                receiptId,
                given,
                said.comment(),
                now,
                done ? weighted(given, rubric) : null,
                callId,
                done ? ReviewState.DONE : ReviewState.BEGUN,
                assignedAt == null ? now : assignedAt,
                null,
                null,
                further,
                said.forStudent());
        return Change.silent(recorded).then(TALLY, now);
    }

    /** The scores without what was said about them. */
    Change<Review> withoutWords() {
        return Change.silent(new Review(
                id,
                version,
                applicationId,
                placeId,
                reviewer,
                submission,
                scores,
                null,
                at,
                score,
                callId,
                state,
                assignedAt,
                null,
                replacement,
                further,
                null));
    }

    /** Whether it counts for what is handed in. */
    public boolean isDoneOf(String receiptId) {
        return state == ReviewState.DONE && receiptId.equals(submission);
    }

    /** Whether it is asked for, or was made, of what is handed in. */
    public boolean concerns(String receiptId) {
        return state == ReviewState.ASSIGNED || receiptId != null && receiptId.equals(submission);
    }

    /** Whether it says the same, at whatever time. */
    boolean isSameAs(Review other) {
        return Objects.equals(submission, other.submission)
                && state == other.state
                && scores.equals(other.scores)
                && Objects.equals(comment, other.comment)
                && Objects.equals(forStudent, other.forStudent)
                && Objects.equals(conflict, other.conflict);
    }

    /** The same, of that call. */
    Review ofCall(String call) {
        return about(submission, call);
    }

    private Review about(String submitted, String call) {
        return new Review(
                id,
                version,
                applicationId,
                placeId,
                reviewer,
                submitted,
                scores,
                comment,
                at,
                score,
                call,
                state,
                assignedAt,
                conflict,
                replacement,
                further,
                forStudent);
    }

    private Review with(ReviewState next, Instant asked, String declared, String other, String request) {
        return new Review(
                id,
                version,
                applicationId,
                placeId,
                reviewer,
                submission,
                scores,
                comment,
                at,
                next == ReviewState.DONE ? score : null,
                callId,
                next,
                asked,
                declared,
                other,
                request,
                forStudent);
    }

    private static void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw new Refused(NOT_ASSIGNED);
        }
    }

    private static List<FieldError> scoreErrors(Map<String, Integer> scores, boolean done, List<Criterion> rubric) {
        Set<String> criteria = rubric.stream().map(Criterion::criterion).collect(Collectors.toSet());
        Stream<FieldError> unknown = scores.keySet().stream()
                .filter(criterion -> !criteria.contains(criterion))
                .map(criterion -> FieldError.of("/scores", "score.unknown-criterion", String.join(", ", criteria)));
        Stream<FieldError> wrong = rubric.stream()
                .map(Criterion::criterion)
                .filter(criterion -> {
                    Integer score = scores.get(criterion);
                    return score == null ? done || scores.containsKey(criterion) : score < 0 || score > HIGHEST;
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
