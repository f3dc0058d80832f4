package org.yol.platform.test;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.yol.contracts.EventType;

/** Plays the other service: tells events to the broker, in any order and as often as wanted, and listens. */
public final class EventProbe implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> heard = new ArrayList<>();

    private EventProbe(String broker) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker,
                        "group.id",
                        "probe-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest",
                        "metadata.max.age.ms",
                        500),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Listens to these topics from their beginning. */
    public static EventProbe listeningTo(String... topics) {
        return listeningAt(RealParts.kafkaAddress(), topics);
    }

    /** Listens to these topics of another broker than the one all tests share. */
    public static EventProbe listeningAt(String broker, String... topics) {
        EventProbe probe = new EventProbe(broker);
        probe.consumer.subscribe(List.of(topics));
        return probe;
    }

    /** Tells an event. */
    public void tell(EventType type, String aggregateId, long seq, String json) {
        tell(type.topic(), type.type(), aggregateId, seq, json);
    }

    /** Tells an event of any type, known or not. */
    public void tell(String topic, String type, String aggregateId, long seq, String json) {
        var event = CloudEventBuilder.v1()
                .withId(aggregateId + "-" + seq)
                .withSource(URI.create("urn:yol:test"))
                .withType(type)
                .withSubject(aggregateId)
                .withTime(OffsetDateTime.now())
                .withExtension("sequence", Long.toString(seq))
                .withData("application/json", json.getBytes(StandardCharsets.UTF_8))
                .build();
        send(KafkaMessageFactory.createWriter(topic, aggregateId).writeBinary(event));
    }

    /** Sends something that is no event at all. */
    public void tellRubbish(String topic, String key, String rubbish) {
        send(new ProducerRecord<>(topic, key, rubbish.getBytes(StandardCharsets.UTF_8)));
    }

    private void send(ProducerRecord<String, byte[]> message) {
        try {
            producer.send(message).get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Waits for a message that fits, at most 20 s. */
    public ConsumerRecord<String, byte[]> await(Predicate<ConsumerRecord<String, byte[]>> wanted) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> poll().stream().filter(wanted).findFirst(), java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** All messages heard so far. */
    public List<ConsumerRecord<String, byte[]>> poll() {
        consumer.poll(Duration.ofMillis(200)).forEach(heard::add);
        return List.copyOf(heard);
    }

    /** The text of a header, empty where there is none. */
    public static String header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
