package org.yol.localrun.journey;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.yol.contracts.Topics;
import org.yol.localrun.RunningPlatform;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets the deadline of a call pass, for which no test can wait: it is told once more as it is, but for when it closes.
 */
public final class PassedDeadline {

    private static final String SEQUENCE = "ce_sequence";

    private PassedDeadline() {}

    /** The call has closed two minutes ago. */
    public static void of(PublishedCall call, RunningPlatform platform) throws Exception {
        String broker = platform.resource("kafka").offers().get("KAFKA_BOOTSTRAP_SERVERS");
        ConsumerRecord<String, String> told = lastOf(call, broker);
        ObjectNode closed = (ObjectNode) JsonMapper.shared().readTree(told.value());
        closed.put("closes", Instant.now().minus(Duration.ofMinutes(2)).toString());
        var again = new ProducerRecord<>(Topics.CALLS, told.partition(), told.key(), closed.toString());
        told.headers().forEach(again.headers()::add);
        long seq = Long.parseLong(new String(told.headers().lastHeader(SEQUENCE).value(), StandardCharsets.UTF_8));
        again.headers().remove(SEQUENCE).add(SEQUENCE, Long.toString(seq + 1).getBytes(StandardCharsets.UTF_8));
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new StringSerializer(), new StringSerializer())) {
            producer.send(again).get();
        }
    }

    private static ConsumerRecord<String, String> lastOf(PublishedCall call, String broker) {
        Map<String, Object> fromTheBeginning =
                Map.of("bootstrap.servers", broker, "group.id", Person.newKey(), "auto.offset.reset", "earliest");
        AtomicReference<ConsumerRecord<String, String>> last = new AtomicReference<>();
        try (var consumer = new KafkaConsumer<>(fromTheBeginning, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(Topics.CALLS));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (call.id().equals(message.key())) {
                        last.set(message);
                    }
                });
                return last.get() != null;
            });
        }
        return last.get();
    }
}
