package org.yol.notifications.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yol.contracts.ReviewNotice;
import org.yol.contracts.ReviewsWanted;

class ReviewMessagesTests {

    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    private static final Instant DUE = Instant.parse("2026-12-20T09:00:00Z");

    @Test
    void eachReviewerHasOneMessageHoweverOftenItIsTold() {
        List<Message> messages = ReviewMessages.about(wanted(ReviewNotice.ASSIGNED, DUE), 3, NOW);

        assertThat(messages).extracting(Message::recipientId).containsExactly("tanaka", "ito");
        assertThat(messages).extracting(Message::template).containsOnly(Template.REVIEWS_ASSIGNED);
        assertThat(messages).extracting(message -> message.particulars().when()).containsOnly(DUE);
        assertThat(ReviewMessages.about(wanted(ReviewNotice.ASSIGNED, DUE), 3, NOW))
                .isEqualTo(messages);
        assertThat(ReviewMessages.about(wanted(ReviewNotice.ASSIGNED, DUE), 4, NOW))
                .doesNotContainAnyElementsOf(messages);
    }

    @Test
    void thereNeedBeNoDate() {
        assertThat(ReviewMessages.about(wanted(ReviewNotice.REMINDER, null), 3, NOW))
                .hasSize(2);
    }

    @Test
    void whatThisReleaseDoesNotKnowIsNotTold() {
        assertThat(ReviewMessages.about(wanted(ReviewNotice.UNKNOWN, DUE), 3, NOW))
                .isEmpty();
    }

    private static ReviewsWanted wanted(ReviewNotice kind, Instant due) {
        return new ReviewsWanted(
                "call-1",
                Map.of("en", "JDS"),
                kind,
                due,
                List.of(new ReviewsWanted.Reviewer("tanaka", 12), new ReviewsWanted.Reviewer("ito", 11)));
    }
}
