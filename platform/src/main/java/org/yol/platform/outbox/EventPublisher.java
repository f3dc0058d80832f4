package org.yol.platform.outbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.BsonDocument;
import org.springframework.kafka.core.KafkaTemplate;
import org.yol.contracts.EventType;

/** Sends one outbox entry as a CloudEvent (1.0.2, binary mode) and waits for the broker's acknowledgement. */
public final class EventPublisher {

    /** The CloudEvents extension that numbers the events of one document. */
    public static final String SEQUENCE = "sequence";

    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(13);

    private final KafkaTemplate<String, byte[]> kafka;
    private final URI source;

    public EventPublisher(KafkaTemplate<String, byte[]> kafka, String service) {
        this.kafka = kafka;
        this.source = URI.create("urn:yol:" + service);
    }

    void publish(String aggregateId, BsonDocument entry) {
        await(send(aggregateId, entry));
    }

    /** Sends one of each of several documents, and then waits for all of them. */
    void publishAll(Map<String, BsonDocument> entries) {
        List<Future<?>> sent = new ArrayList<>();
        entries.forEach((aggregateId, entry) -> sent.add(send(aggregateId, entry)));
        sent.forEach(EventPublisher::await);
    }

    private Future<?> send(String aggregateId, BsonDocument entry) {
        String type = entry.getString("type").getValue();
        CloudEvent event = CloudEventBuilder.v1()
                .withId(entry.getString("id").getValue())
                .withSource(source)
                .withType(type)
                .withSubject(aggregateId)
                .withTime(Instant.ofEpochMilli(entry.getDateTime("time").getValue())
                        .atOffset(ZoneOffset.UTC))
                .withExtension(SEQUENCE, Long.toString(entry.getInt64("seq").getValue()))
                .withData("application/json", entry.getString("data").getValue().getBytes(StandardCharsets.UTF_8))
                .build();
        String topic = EventType.of(type)
                .map(EventType::topic)
                .orElseThrow(() -> new IllegalStateException("No topic for " + type));
        ProducerRecord<String, byte[]> message =
                KafkaMessageFactory.createWriter(topic, aggregateId).writeBinary(event);
        if (entry.containsKey("traceparent")) {
            message.headers()
                    .add(
                            "traceparent",
                            entry.getString("traceparent").getValue().getBytes(StandardCharsets.UTF_8));
        }
        return kafka.send(message);
    }

    private static void await(Future<?> sent) {
        try {
            sent.get(ACKNOWLEDGED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new NotAcknowledged(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotAcknowledged(interrupted);
        }
    }

    private static final class NotAcknowledged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAcknowledged(Exception cause) {
            super("not acknowledged by Kafka: " + cause.getMessage(), cause);
        }
    }
}
