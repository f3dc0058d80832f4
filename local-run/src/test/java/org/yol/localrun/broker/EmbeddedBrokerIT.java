package org.yol.localrun.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yol.localrun.Port;
import org.yol.localrun.Ports;

class EmbeddedBrokerIT {

    private final Port port = new Port(Ports.freeNumbers(1).getFirst(), "YOL_KAFKA_PORT");

    @TempDir
    Path directory;

    @Test
    void keepsEventsAndOffsetsOverARestart() throws Exception {
        try (EmbeddedBroker broker = new EmbeddedBroker(directory, port)) {
            broker.start();
            produce(broker, "first");
            assertThat(consume(broker, 1)).containsExactly("first");
        }
        try (EmbeddedBroker broker = new EmbeddedBroker(directory, port)) {
            broker.start();
            produce(broker, "second");
            assertThat(consume(broker, 1)).containsExactly("second");
        }
    }

    @Test
    void createsTopicsWithThreePartitionsWhenTheyAreFirstUsed() throws Exception {
        try (EmbeddedBroker broker = new EmbeddedBroker(directory, port)) {
            broker.start();
            produce(broker, "anything");
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                assertThat(admin.describeTopics(List.of("yol.test"))
                                .allTopicNames()
                                .get()
                                .get("yol.test")
                                .partitions())
                        .hasSize(3);
            }
        }
    }

    private static void produce(EmbeddedBroker broker, String value) throws Exception {
        Map<String, Object> configuration = Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(configuration, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("yol.test", "key", value)).get();
        }
    }

    private static List<String> consume(EmbeddedBroker broker, int count) {
        Map<String, Object> configuration = Map.of(
                "bootstrap.servers", broker.bootstrapServers(), "group.id", "test", "auto.offset.reset", "earliest");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(configuration, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("yol.test"));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                return values.size() >= count;
            });
            consumer.commitSync();
        }
        return values;
    }
}
