package org.yol.notifications.message;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.yol.contracts.ReviewsWanted;

/** What reviewers are told of the reviews they have to make: one message a person, not one an application. */
final class ReviewMessages {

    private ReviewMessages() {}

    /**
     * The messages, of each the same however often the event is told; none of a kind that this release does not know.
     */
    static List<Message> about(ReviewsWanted wanted, long seq, Instant at) {
        return Template.of(wanted.kind()).stream()
                .flatMap(template -> wanted.reviewers().stream()
                        .map(reviewer -> message(wanted, template, reviewer.reviewerId(), seq, at)))
                .toList();
    }

    private static Message message(ReviewsWanted wanted, Template template, String reviewer, long seq, Instant at) {
        Objects.requireNonNull(reviewer, "no reviewer");
        return new Message(
                MessageId.of("reviews/" + wanted.callId(), seq, reviewer, template),
                0,
                reviewer,
                template,
                new Particulars(wanted.title(), null, null, Objects.requireNonNullElse(wanted.dueBy(), at))
                        .ofCall(wanted.callId()),
                "/reviews",
                at,
                false,
                Delivery.PENDING);
    }
}
