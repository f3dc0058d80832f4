package org.yol.applications.panel;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.yol.applications.review.Review;
import org.yol.applications.review.ReviewState;
import org.yol.applications.review.Reviews;
import org.yol.contracts.ReviewsWanted;
import org.yol.platform.document.Summaries;

/** How much reviewers of a call have to do. */
@Component
class Workload {

    /** What is asked for, done or not. */
    static final List<String> STANDING = Stream.of(ReviewState.values())
            .filter(ReviewState::stands)
            .map(Enum::name)
            .toList();

    private static final List<String> OPEN = List.of(ReviewState.ASSIGNED.name(), ReviewState.BEGUN.name());

    private final Summaries<Review> reviews;

    Workload(Reviews reviews) {
        this.reviews = reviews.summaries();
    }

    /** How much a reviewer has, done or not. */
    int of(String callId, String reviewer) {
        return count(callId, reviewer, in("state", STANDING));
    }

    /** Those of some reviewers who have not done all, with how many that are. */
    List<ReviewsWanted.Reviewer> open(String callId, Collection<String> reviewers) {
        return some(callId, reviewers, in("state", OPEN));
    }

    /** Those of some reviewers who were asked for some since an instant, and have not begun these. */
    List<ReviewsWanted.Reviewer> assignedSince(Instant since, String callId, Collection<String> reviewers) {
        return some(callId, reviewers, and(eq("state", ReviewState.ASSIGNED.name()), gte("assignedAt", since)));
    }

    private List<ReviewsWanted.Reviewer> some(String callId, Collection<String> reviewers, Bson which) {
        return reviewers.stream()
                .sorted()
                .map(reviewer -> new ReviewsWanted.Reviewer(reviewer, count(callId, reviewer, which)))
                .filter(each -> each.reviews() > 0)
                .toList();
    }

    private int count(String callId, String reviewer, Bson which) {
        return (int) reviews.count(and(eq("reviewer", reviewer), eq("callId", callId), which));
    }
}
