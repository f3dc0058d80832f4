package org.yol.notifications.message;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.CallChanged;
import org.yol.contracts.CertificateEvent;
import org.yol.contracts.DeadlineNear;
import org.yol.contracts.NominationsWanted;
import org.yol.contracts.PersonErased;
import org.yol.contracts.ReferenceEvent;
import org.yol.contracts.ReviewsWanted;
import org.yol.contracts.SelectionEvent;
import org.yol.contracts.Topics;
import org.yol.notifications.recipient.Recipients;
import org.yol.platform.event.ReceivedEvent;

/**
 * Hears what happens to applications, in as many threads as the topic has partitions: on results day thousands of
 * events come in a minute, and each waits for a write.
 */
@Component
class ApplicationEvents {

    private final Messages messages;
    private final Circulars circulars;
    private final Farewells farewells;
    private final Recipients recipients;
    private final CoordinatorNews coordinators;

    ApplicationEvents(
            Messages messages,
            Circulars circulars,
            Farewells farewells,
            Recipients recipients,
            CoordinatorNews coordinators) {
        this.messages = messages;
        this.circulars = circulars;
        this.farewells = farewells;
        this.recipients = recipients;
        this.coordinators = coordinators;
    }

    @KafkaListener(
            topics = Topics.APPLICATIONS,
            groupId = "${spring.application.name}.message",
            concurrency = "${yol.topics.partitions}")
    void on(ReceivedEvent event) {
        if (event.data() instanceof ApplicationEvent happened) {
            ApplicationMessages.about(happened, event.seq(), event.time()).ifPresent(messages::store);
            OfferAnswers.Kind.of(happened)
                    .ifPresent(
                            answer -> coordinators.hear(happened.application().callId(), answer, event));
        } else if (event.data() instanceof CertificateEvent.Revoked revoked) {
            CertificateMessages.about(revoked, event.seq()).ifPresent(messages::store);
        } else if (event.data() instanceof ReferenceEvent.Answered answered) {
            ReferenceMessages.about(answered, event.seq()).ifPresent(messages::store);
        } else if (event.data() instanceof CallChanged changed) {
            circulars.keep(Circular.of(changed, event));
        } else if (event.data() instanceof DeadlineNear reminder) {
            circulars.keep(Circular.of(reminder, event));
        } else if (event.data() instanceof NominationsWanted wanted) {
            recipients
                    .authorities(wanted.country())
                    .forEach(authority -> messages.store(NominationMessages.about(wanted, event.time(), authority)));
        } else if (event.data() instanceof ReviewsWanted wanted) {
            ReviewMessages.about(wanted, event.seq(), event.time()).forEach(messages::store);
        } else if (event.data() instanceof SelectionEvent selection) {
            coordinators.hear(selection, event.seq(), event.time());
        } else if (event.data() instanceof PersonErased erased) {
            farewells.keep(erased);
        }
    }
}
