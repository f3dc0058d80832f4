package org.yol.platform.event;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.lang.reflect.Type;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.support.converter.ConversionException;
import org.springframework.kafka.support.converter.RecordMessageConverter;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;
import org.yol.contracts.Event;
import org.yol.contracts.EventType;
import org.yol.contracts.UnknownEvent;
import org.yol.platform.outbox.EventPublisher;
import tools.jackson.core.JacksonException;

/** Lets a {@code @KafkaListener} method take a {@link ReceivedEvent}. What is no CloudEvent is poison. */
public final class CloudEventConverter implements RecordMessageConverter {

    private final EventReading reading = new EventReading();

    @Override
    public Message<?> toMessage(
            ConsumerRecord<?, ?> message, Object acknowledgment, Object consumer, Type payloadType) {
        return new GenericMessage<>(read(message));
    }

    private ReceivedEvent read(ConsumerRecord<?, ?> message) {
        try {
            CloudEvent event = KafkaMessageFactory.createReader(message.headers(), (byte[]) message.value())
                    .toEvent();
            String sequence = Objects.requireNonNull(event.getExtension(EventPublisher.SEQUENCE), "no sequence")
                    .toString();
            return new ReceivedEvent(
                    event.getId(),
                    Objects.requireNonNull(event.getSubject(), "no subject"),
                    Long.parseLong(sequence),
                    Objects.requireNonNull(event.getTime(), "no time").toInstant(),
                    data(event));
        } catch (JacksonException
                | io.cloudevents.rw.CloudEventRWException
                | IllegalArgumentException
                | NullPointerException poison) {
            throw new ConversionException("Not an event of Yol: " + poison.getMessage(), poison);
        }
    }

    private Event data(CloudEvent event) {
        return EventType.of(event.getType())
                .<Event>map(type -> Objects.requireNonNull(
                        reading.read(
                                Objects.requireNonNull(event.getData(), "no data")
                                        .toBytes(),
                                type.payload()),
                        "data is null"))
                .orElseGet(() -> new UnknownEvent(event.getType()));
    }

    @Override
    public ProducerRecord<?, ?> fromMessage(Message<?> message, String defaultTopic) {
        throw new UnsupportedOperationException("Events leave through the outbox only");
    }
}
