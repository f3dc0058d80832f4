package org.yol.applications.panel;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.yol.applications.application.ApplicationSummary;
import org.yol.applications.application.CallFacts.PlaceView;
import org.yol.applications.call.Call;
import org.yol.applications.person.Aliases;
import org.yol.applications.review.Review;
import org.yol.applications.review.ReviewState;

/**
 * A review in its reviewer's queue.
 *
 * @param applicationId an alias where the review is blind
 * @param version to be stated, as {@code If-Match}, with the next scores
 * @param place null where the call names it no longer
 * @param blind whether the reviewer is not to know who applies
 * @param name of the student; null where the review is blind
 * @param outdated whether something else was handed in since it was saved, so that it is to be made anew
 * @param dueBy null while no date is set
 * @param overdue whether that has gone by and it is not done
 * @param score the reviewer's own, 0.00 to 100.00; null until it is done
 * @param submittedAt when what is to be reviewed was handed in
 * @param savedAt null while nothing is saved
 */
record QueueRow(
        String applicationId,
        String placeId,
        PlaceView place,
        String callId,
        Map<String, String> programmeTitle,
        boolean blind,
        String name,
        long version,
        ReviewState state,
        boolean outdated,
        Instant dueBy,
        boolean overdue,
        BigDecimal score,
        Instant assignedAt,
        Instant submittedAt,
        Instant savedAt) {

    /** @param panel null where none is set */
    static QueueRow of(
            Review review, ApplicationSummary application, Call call, Panel panel, Aliases aliases, Instant now) {
        Instant due = panel == null ? null : panel.dueBy();
        boolean blind = call.selection().reviewing().blind();
        return new QueueRow(
                blind ? aliases.of(review.applicationId()) : review.applicationId(),
                review.placeId(),
                call.place(review.placeId()).map(PlaceView::of).orElse(null),
                call.id(),
                call.title(),
                blind,
                blind ? null : application.student().name(),
                review.version(),
                review.state(),
                !review.concerns(application.receiptId()),
                due,
                due != null && due.isBefore(now) && review.state() != ReviewState.DONE,
                review.score(),
                review.assignedAt(),
                application.submittedAt(),
                review.at());
    }
}
