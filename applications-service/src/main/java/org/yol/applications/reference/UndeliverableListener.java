package org.yol.applications.reference;

import java.time.Clock;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.yol.contracts.ReferenceEvent;
import org.yol.contracts.Topics;
import org.yol.platform.event.ReceivedEvent;

/** Hears that no mail can reach a referee, so that the student may name another address. */
@Component
class UndeliverableListener {

    private final References references;
    private final Clock clock;

    UndeliverableListener(References references, Clock clock) {
        this.references = references;
        this.clock = clock;
    }

    @KafkaListener(topics = Topics.NOTIFICATIONS, groupId = "${spring.application.name}.reference")
    void on(ReceivedEvent event) {
        if (event.data() instanceof ReferenceEvent.Undeliverable undeliverable
                && references.find(undeliverable.referenceId()).isPresent()) {
            references.change(
                    undeliverable.referenceId(),
                    event.identity(),
                    reference -> reference.undeliverable(clock.instant()));
        }
    }
}
