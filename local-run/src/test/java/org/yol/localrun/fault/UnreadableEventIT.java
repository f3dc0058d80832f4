package org.yol.localrun.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yol.contracts.Topics;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.Person;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.StudentApplication;
import org.yol.localrun.journey.Told;
import org.yol.localrun.journey.WholePlatform;

@ExtendWith(WholePlatform.class)
class UnreadableEventIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final RunningPlatform platform;
    private final People people;
    private final Map<String, Object> broker;

    UnreadableEventIT(RunningPlatform platform) {
        this.platform = platform;
        this.people = new People(platform);
        this.broker =
                Map.of("bootstrap.servers", platform.resource("kafka").offers().get("KAFKA_BOOTSTRAP_SERVERS"));
    }

    @ParameterizedTest
    @CsvSource({
        Topics.APPLICATIONS
                + ", applications-service.decision applications-service.log notifications-service.mail"
                + " notifications-service.message programs-service.counts",
        Topics.CALLS + ", applications-service.call applications-service.log notifications-service.call"
    })
    void goesToTheDeadLettersOfEachReaderAndHoldsNobodyUp(String topic, String readers) throws Exception {
        String rubbish = "no event " + Person.newKey();
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer())) {
            List<String> expected = new ArrayList<>();
            for (int partition = 0; partition < producer.partitionsFor(topic).size(); partition++) {
                producer.send(new ProducerRecord<>(topic, partition, rubbish, rubbish))
                        .get();
                for (String reader : readers.split(" ")) {
                    expected.add(partition + " " + reader);
                }
            }
            assertThat(deadLetters(topic, rubbish, expected))
                    .allSatisfy(letter -> assertThat(reason(letter)).isNotBlank());
        }

        PublishedCall call = PublishedCall.by(people.demo("sato"), "Life goes on");
        StudentApplication application = StudentApplication.complete(people.student("en"), call);
        application.submit();
        new Told(platform).onceEach(List.of(application));
    }

    private List<ConsumerRecord<String, String>> deadLetters(String topic, String content, List<String> expected) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(fromTheBeginning(), new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(Topics.deadLetters(topic)));
            await().atMost(SOON).untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(letter -> {
                    if (content.equals(letter.value())) {
                        found.add(letter);
                    }
                });
                // Each reader puts it aside; one that is assigned its partition anew in that moment may do so twice.
                assertThat(found.stream().map(letter -> letter.partition() + " " + reader(letter)))
                        .containsAll(expected);
            });
        }
        return found;
    }

    private Map<String, Object> fromTheBeginning() {
        return Map.of(
                "bootstrap.servers", broker.get("bootstrap.servers"),
                "group.id", Person.newKey(),
                "auto.offset.reset", "earliest");
    }

    private static String reason(ConsumerRecord<String, String> letter) {
        return header(letter, "kafka_dlt-exception-message");
    }

    private static String reader(ConsumerRecord<String, String> letter) {
        return header(letter, "kafka_dlt-original-consumer-group");
    }

    private static String header(ConsumerRecord<String, String> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
