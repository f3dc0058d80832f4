package org.yol.applications.log;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.converter.ConversionException;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.yol.contracts.Topics;
import org.yol.platform.event.ReceivedEvent;

/** Hears what happens that the log has to say something of: in a rush, much at a time. */
@Component
class LogListener {

    private final WaitingEntries waiting;
    private final LogWriter writer;
    private final Clock clock;

    LogListener(WaitingEntries waiting, LogWriter writer, Clock clock) {
        this.waiting = waiting;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * @param events null where one could not be read
     * @param unreadable why, at the same place
     * @throws BatchListenerFailedException with the place of the first that could not be read or said: those before it
     *     are done, it is tried again or put aside by itself, and those behind it come again
     */
    @KafkaListener(
            topics = {Topics.CALLS, Topics.APPLICATIONS},
            groupId = "${spring.application.name}.log",
            batch = "true")
    void on(
            List<ReceivedEvent> events,
            @Header(KafkaHeaders.CONVERSION_FAILURES) List<ConversionException> unreadable) {
        List<WaitingEntry> heard = new ArrayList<>();
        for (int place = 0; place < events.size(); place++) {
            try {
                if (events.get(place) == null) {
                    throw unreadable.get(place);
                }
                Statement.of(events.get(place))
                        .forEach(statement -> heard.add(WaitingEntry.of(statement, clock.instant())));
            } catch (RuntimeException poison) {
                keep(heard);
                throw new BatchListenerFailedException("Nothing the log can say", poison, place);
            }
        }
        keep(heard);
    }

    private void keep(List<WaitingEntry> heard) {
        if (heard.isEmpty()) {
            return;
        }
        try {
            waiting.keep(heard);
            writer.wake();
        } catch (RuntimeException failure) {
            // The store's: nothing is wrong with any of them, and the first waits for it on behalf of all.
            throw new BatchListenerFailedException("Not kept", failure, 0);
        }
    }
}
