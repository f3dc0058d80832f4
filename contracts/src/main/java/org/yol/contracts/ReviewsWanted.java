package org.yol.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Reviewers of a call have reviews to make: each is named once, however many these are. Key: call id.
 *
 * @param title the programme's by language tag; {@code en} is always there
 * @param dueBy when the reviews are due; null where no date is set
 */
public record ReviewsWanted(
        String callId, Map<String, String> title, ReviewNotice kind, Instant dueBy, List<Reviewer> reviewers)
        implements Event {

    public ReviewsWanted {
        reviewers = reviewers == null ? List.of() : List.copyOf(reviewers);
    }

    /**
     * Somebody to tell.
     *
     * @param reviewerId the account
     * @param reviews how many: those that are new, or those that are not done; 1 or more
     */
    public record Reviewer(String reviewerId, int reviews) {}
}
