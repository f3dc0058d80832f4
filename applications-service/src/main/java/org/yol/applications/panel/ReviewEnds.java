package org.yol.applications.panel;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Considered;
import org.yol.applications.review.Review;
import org.yol.applications.review.Reviews;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.ApplicationEvent.Submitted;
import org.yol.contracts.ApplicationEvent.Withdrawn;
import org.yol.contracts.Topics;
import org.yol.platform.event.ReceivedEvent;

/**
 * Hears when reviews have come to nothing: nobody is asked any more for those of what was withdrawn, and those of what
 * was corrected are asked for anew. As it stands when that is heard, so that events may come twice or late.
 */
@Component
class ReviewEnds {

    private final Applications applications;
    private final Reviews reviews;
    private final CallPanels panels;
    private final Clock clock;

    ReviewEnds(Applications applications, Reviews reviews, CallPanels panels, Clock clock) {
        this.applications = applications;
        this.reviews = reviews;
        this.panels = panels;
        this.clock = clock;
    }

    @KafkaListener(topics = Topics.APPLICATIONS, groupId = "${spring.application.name}.panel")
    void on(ReceivedEvent event) {
        boolean ends = event.data() instanceof Withdrawn
                || event.data() instanceof Submitted submitted && submitted.replaces() != null;
        if (ends) {
            ApplicationEvent happened = (ApplicationEvent) event.data();
            String callId = happened.application().callId();
            if (panels.isSetFor(callId)) {
                renew(callId, event.aggregateId());
            }
        }
    }

    private void renew(String callId, String applicationId) {
        Optional<Considered> application = applications.considered(callId, applicationId);
        reviews.of(List.of(applicationId)).stream()
                .filter(review -> review.state().stands())
                .map(Review::id)
                .forEach(id -> reviews.change(
                        id,
                        review -> application
                                .map(stands -> review.assign(stands.receiptId(), review.further(), clock.instant()))
                                .orElseGet(review::release)));
    }
}
