package org.yol.programs.counts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.converter.ConversionException;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.Topics;
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

    /**
     * @param events null where one could not be read
     * @param unreadable why, at the same place; null where it could
     * @throws BatchListenerFailedException with the place of the first that could not be read or counted: those before
     *     it are done, and it is tried again or put aside by itself
     */
    @KafkaListener(topics = Topics.APPLICATIONS, groupId = "${spring.application.name}.counts", batch = "true")
    void on(
            List<ReceivedEvent> events,
            @Header(KafkaHeaders.CONVERSION_FAILURES) List<ConversionException> unreadable) {
        List<ToldApplication> told = new ArrayList<>();
        for (int place = 0; place < events.size(); place++) {
            try {
                if (unreadable.get(place) != null) {
                    throw unreadable.get(place);
                }
                counted(events.get(place)).ifPresent(told::add);
            } catch (ConversionException | NullPointerException poison) {
                count(told);
                throw new BatchListenerFailedException("not an event that counts", poison, place);
            }
        }
        count(told);
    }

    private static Optional<ToldApplication> counted(ReceivedEvent event) {
        return event.data() instanceof ApplicationEvent told
                ? Optional.of(ToldApplication.of(told.application(), event.seq()))
                : Optional.empty();
    }

    private void count(List<ToldApplication> told) {
        try {
            counts.keep(told);
        } catch (RuntimeException failure) {
            // The store's: nothing is wrong with any of them, and the first waits for it on behalf of all.
            throw new BatchListenerFailedException("not counted", failure, 0);
        }
    }
}
