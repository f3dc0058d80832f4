package org.yol.notifications.message;

import java.time.Clock;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.Topics;
import org.yol.platform.event.ReceivedEvent;

/** Hears what happens to applications. */
@Component
class ApplicationEvents {

    private final Messages messages;
    private final Clock clock;

    ApplicationEvents(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @KafkaListener(topics = Topics.APPLICATIONS, groupId = "${spring.application.name}.message")
    void on(ReceivedEvent event) {
        if (event.data() instanceof ApplicationEvent happened) {
            ApplicationMessages.about(happened, event.seq(), event.time(), clock.instant())
                    .ifPresent(messages::store);
        }
    }
}
