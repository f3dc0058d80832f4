package org.yol.applications.roster;

import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.converter.ConversionException;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.yol.applications.person.Residence;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.Topics;
import org.yol.platform.event.EventBatch;
import org.yol.platform.event.ReceivedEvent;

/**
 * Hears what has happened to applications. It waits half a second for more of it: what many do at once, in the hour
 * before a deadline, then costs the store a few reads and writes for all of them together.
 */
@Component
class RosterListener {

    private final Roster roster;

    RosterListener(Roster roster) {
        this.roster = roster;
    }

    @KafkaListener(
            topics = Topics.APPLICATIONS,
            groupId = "${spring.application.name}.roster",
            batch = "true",
            properties = {"fetch.min.bytes=100000", "fetch.max.wait.ms=500"})
    void on(
            List<ReceivedEvent> events,
            @Header(KafkaHeaders.CONVERSION_FAILURES) List<ConversionException> unreadable) {
        EventBatch.hear(events, unreadable, RosterListener::concerned, roster::refresh);
    }

    private static List<String> concerned(ReceivedEvent event) {
        boolean concerns = event.data() instanceof ApplicationEvent
                && Residence.ofId(event.aggregateId()).isPresent();
        return concerns ? List.of(event.aggregateId()) : List.of();
    }
}
