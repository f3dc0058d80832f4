package org.yol.applications.log;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.converter.ConversionException;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.yol.contracts.Topics;
import org.yol.platform.event.EventBatch;
import org.yol.platform.event.ReceivedEvent;

/** Hears what happens that the log has to say something of: in a rush, much at a time. */
@Component
class LogListener {

    private final WaitingEntries waiting;
    private final OrderOfCalls order;
    private final LogWriter writer;
    private final Clock clock;

    LogListener(WaitingEntries waiting, OrderOfCalls order, LogWriter writer, Clock clock) {
        this.waiting = waiting;
        this.order = order;
        this.writer = writer;
        this.clock = clock;
    }

    @KafkaListener(
            topics = {Topics.CALLS, Topics.APPLICATIONS},
            groupId = "${spring.application.name}.log",
            batch = "true")
    void on(
            List<ReceivedEvent> events,
            @Header(KafkaHeaders.CONVERSION_FAILURES) List<ConversionException> unreadable) {
        EventBatch.hear(events, unreadable, this::heard, heard -> {
            waiting.keep(heard);
            writer.wake();
        });
    }

    private List<WaitingEntry> heard(ReceivedEvent event) {
        return Statement.of(event).stream()
                .map(statement -> WaitingEntry.of(statement, since(statement)))
                .toList();
    }

    private Instant since(Statement statement) {
        Instant now = clock.instant();
        return statement.kind().equals(Statement.SUBMISSION) ? order.since(statement.call(), now) : now;
    }
}
