package org.yol.applications.panel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.ReviewsWanted;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;

/**
 * The assignment of a call's reviews, which takes a while: how far it is. What is assigned stands in the reviews alone,
 * so that it may be done again from the beginning.
 *
 * @param id of the call
 * @param at when it was last asked for
 * @param by account of who asked
 * @param rebalance whether what nobody has begun may move to others
 * @param again whether it was asked for once more while it is under way
 * @param done how many of the reviews that are needed are assigned
 * @param all how many are needed and can be assigned; 0 while that is worked out
 * @param finishedAt null while it is under way
 * @param lacking how many applications have too few reviewers without a conflict
 * @param problems the first thousand of these
 * @param excluded how often somebody on the panel may not review an application
 * @param exclusions the first thousand of these
 */
public record AssignmentRun(
        @BsonId String id,
        long version,
        Instant at,
        String by,
        boolean rebalance,
        boolean again,
        int done,
        int all,
        Instant finishedAt,
        int lacking,
        List<Problem> problems,
        int excluded,
        List<Exclusion> exclusions)
        implements Aggregate {

    /** The due work of assigning. */
    static final String ASSIGNING = "assigning";

    private static final int NAMED_AT_MOST = 1_000;

    /**
     * What has too few reviewers without a conflict of interest. Public because the record codec can read no other.
     *
     * @param missing how many it lacks, 1 or more
     */
    public record Problem(String applicationId, String placeId, int missing) {}

    /**
     * Somebody on the panel who may not review an application. Public because the record codec can read no other.
     *
     * @param why how that is known
     */
    public record Exclusion(String applicationId, String reviewer, Why why) {}

    /** How a conflict of interest is known. */
    public enum Why {
        /** A referee has an address at the reviewer's employer. */
        REFEREE,
        /** The reviewer has said so. */
        DECLARED,
        /** A coordinator has decided so. */
        CONFIRMED;

        /** The word used in JSON: lower case. */
        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AssignmentRun {
        problems = List.copyOf(problems);
        // Those that were written down before they were told are not known.
        exclusions = exclusions == null ? List.of() : List.copyOf(exclusions);
    }

    static AssignmentRun none(String callId) {
        return new AssignmentRun(callId, 0, null, null, false, false, 0, 0, null, 0, List.of(), 0, List.of());
    }

    /** Whether it is being done. */
    boolean isUnderWay() {
        return at != null && finishedAt == null;
    }

    /** It is asked for. While it is under way, it is gone through once more after that. */
    Change<AssignmentRun> ask(String account, boolean moving, Instant now) {
        return isUnderWay()
                ? Change.silent(new AssignmentRun(
                        id,
                        version,
                        at,
                        by,
                        rebalance || moving,
                        true,
                        done,
                        all,
                        null,
                        lacking,
                        problems,
                        excluded,
                        exclusions))
                : begun(account, moving, now);
    }

    private Change<AssignmentRun> begun(String account, boolean moving, Instant now) {
        return Change.silent(new AssignmentRun(
                        id, version, now, account, moving, false, 0, 0, null, 0, List.of(), 0, List.of()))
                .due(ASSIGNING, now);
    }

    Change<AssignmentRun> come(int assigned, int needed) {
        return Change.silent(new AssignmentRun(
                id,
                version,
                at,
                by,
                rebalance,
                again,
                assigned,
                needed,
                finishedAt,
                lacking,
                problems,
                excluded,
                exclusions));
    }

    /**
     * All that can be is assigned.
     *
     * @param barred who may not review what
     * @param told who is to be written to
     */
    Change<AssignmentRun> finished(
            int assigned, List<Problem> lacks, List<Exclusion> barred, ReviewsWanted told, Instant now) {
        if (again) {
            // Whoever was asked for something since the beginning is told in the end.
            return Change.silent(new AssignmentRun(
                            id, version, at, by, rebalance, false, assigned, assigned, null, 0, List.of(), 0,
                            List.of()))
                    .due(ASSIGNING, now);
        }
        return new Change<>(
                        new AssignmentRun(
                                id,
                                version,
                                at,
                                by,
                                rebalance,
                                false,
                                assigned,
                                assigned,
                                now,
                                lacks.size(),
                                lacks.stream().limit(NAMED_AT_MOST).toList(),
                                barred.size(),
                                barred.stream().limit(NAMED_AT_MOST).toList()),
                        told.reviewers().isEmpty() ? List.of() : List.of(told))
                .settled(ASSIGNING);
    }
}
