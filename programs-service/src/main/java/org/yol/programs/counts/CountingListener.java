package org.yol.programs.counts;

import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.converter.ConversionException;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.Topics;
import org.yol.platform.event.EventBatch;
import org.yol.platform.event.ReceivedEvent;

/**
 * Hears what happens to applications, as much at once as there is: in the hour before a deadline hundreds of events
 * cost as many writes of a call's numbers as one.
 */
@Component
class CountingListener {

    private final ApplicationCounts counts;

    CountingListener(ApplicationCounts counts) {
        this.counts = counts;
    }

    @KafkaListener(topics = Topics.APPLICATIONS, groupId = "${spring.application.name}.counts", batch = "true")
    void on(
            List<ReceivedEvent> events,
            @Header(KafkaHeaders.CONVERSION_FAILURES) List<ConversionException> unreadable) {
        EventBatch.hear(events, unreadable, CountingListener::counted, counts::keep);
    }

    private static List<ToldApplication> counted(ReceivedEvent event) {
        return event.data() instanceof ApplicationEvent told
                ? List.of(ToldApplication.of(told.application(), event.seq()))
                : List.of();
    }
}
