package org.yol.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.KafkaTemplate;

/** A broker that acknowledges, hesitates or does not answer, as told. */
final class ScriptedBroker {

    private final Producer producer;

    private ScriptedBroker(boolean acknowledging) {
        this.producer = new Producer(acknowledging);
    }

    static ScriptedBroker acknowledging() {
        return new ScriptedBroker(true);
    }

    /** Takes what it is sent and says nothing until {@link #acknowledge()}. */
    static ScriptedBroker hesitating() {
        return new ScriptedBroker(false);
    }

    KafkaTemplate<String, byte[]> template() {
        return new KafkaTemplate<>(() -> producer);
    }

    void goAway() {
        producer.away = true;
    }

    void comeBack() {
        producer.away = false;
    }

    void acknowledge() {
        producer.completeNext();
    }

    /** The sequence numbers heard about a document, in the order in which they came. */
    List<Long> heardAbout(String id) {
        return producer.history().stream()
                .filter(message -> message.key().equals(id))
                .map(message -> Producer.header(message, "ce_sequence"))
                .map(Long::valueOf)
                .toList();
    }

    /** How long each event of a document was on its way, from being written to being heard, repetitions left out. */
    List<Duration> delaysOf(String id) {
        return producer.delays.getOrDefault(id, Map.of()).values().stream()
                .sorted()
                .toList();
    }

    private static final class Producer extends MockProducer<String, byte[]> {

        private final Map<String, Map<String, Duration>> delays = new ConcurrentHashMap<>();
        private volatile boolean away;

        Producer(boolean acknowledging) {
            super(acknowledging, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<String, byte[]> message, Callback callback) {
            if (away) {
                throw new TimeoutException("no broker");
            }
            Instant written = OffsetDateTime.parse(header(message, "ce_time")).toInstant();
            delays.computeIfAbsent(message.key(), _ -> new ConcurrentHashMap<>())
                    .putIfAbsent(header(message, "ce_sequence"), Duration.between(written, Instant.now()));
            return super.send(message, callback);
        }

        private static String header(ProducerRecord<String, byte[]> message, String name) {
            return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
        }

        @Override
        public void close(Duration within) {
            // the template closes it after each message
        }
    }
}
