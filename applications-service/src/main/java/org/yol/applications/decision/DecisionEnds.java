package org.yol.applications.decision;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.yol.contracts.ApplicationEvent.OfferAnswered;
import org.yol.contracts.ApplicationEvent.OfferExpired;
import org.yol.contracts.ApplicationEvent.PlaceGivenUp;
import org.yol.contracts.ApplicationEvent.Submitted;
import org.yol.contracts.ApplicationEvent.Withdrawn;
import org.yol.contracts.OfferAnswer;
import org.yol.contracts.Topics;
import org.yol.platform.event.ReceivedEvent;

/**
 * Hears when a decision has come to nothing, so that its seat is free for somebody else: also when something else was
 * handed in than it was made on.
 */
@Component
class DecisionEnds {

    private final Decisions decisions;

    DecisionEnds(Decisions decisions) {
        this.decisions = decisions;
    }

    @KafkaListener(topics = Topics.APPLICATIONS, groupId = "${spring.application.name}.decision")
    void on(ReceivedEvent event) {
        boolean ends = event.data() instanceof Withdrawn
                || event.data() instanceof Submitted submitted && submitted.replaces() != null
                || event.data() instanceof OfferExpired
                || event.data() instanceof PlaceGivenUp
                || event.data() instanceof OfferAnswered answered && answered.answer() == OfferAnswer.DECLINED;
        if (ends) {
            decisions.end(event.aggregateId(), event.identity(), event.seq());
        }
    }
}
