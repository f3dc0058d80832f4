package org.yol.programs.counts;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.Topics;
import org.yol.platform.event.ReceivedEvent;

/** Hears what happens to applications. */
@Component
class CountingListener {

    private final ApplicationCounts counts;

    CountingListener(ApplicationCounts counts) {
        this.counts = counts;
    }

    @KafkaListener(topics = Topics.APPLICATIONS, groupId = "${spring.application.name}.counts")
    void on(ReceivedEvent event) {
        if (event.data() instanceof ApplicationEvent told) {
            counts.keep(told.application(), event.seq());
        }
    }
}
