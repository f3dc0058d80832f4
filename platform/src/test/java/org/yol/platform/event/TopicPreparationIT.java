package org.yol.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.server.policy.AlterConfigPolicy;
import org.apache.kafka.server.policy.CreateTopicPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.yol.contracts.EventType;
import org.yol.contracts.GoldenEvents;
import org.yol.contracts.Topics;
import org.yol.platform.note.NoteApplication;
import org.yol.platform.note.NoteListener;
import org.yol.platform.test.EventProbe;
import org.yol.platform.test.RealParts;

/** Each scenario has a broker of its own, which can be told to let nobody make or change topics. */
class TopicPreparationIT {

    private static final AtomicBoolean ALLOWED = new AtomicBoolean();
    private static final TopicSettings SETTINGS =
            new TopicSettings(3, (short) 1, Duration.ofDays(14), Duration.ofDays(30));

    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 3);

    @BeforeEach
    void start() {
        ALLOWED.set(true);
        broker.brokerProperties(Map.of(
                "auto.create.topics.enable",
                "false",
                "create.topic.policy.class.name",
                NobodyMakesTopics.class.getName(),
                "alter.config.policy.class.name",
                NobodyChangesTopics.class.getName()));
        broker.afterPropertiesSet();
    }

    @AfterEach
    void stop() {
        broker.destroy();
    }

    @Test
    void everyTopicSaysHowLongItKeepsAndHowManyReplicasMustHaveIt() {
        prepare();

        awaitConfiguration(
                Topics.APPLICATIONS,
                Map.of("cleanup.policy", "delete", "retention.ms", millis(14), "min.insync.replicas", "1"));
        awaitConfiguration(Topics.deadLetters(Topics.APPLICATIONS), Map.of("retention.ms", millis(30)));
        awaitConfiguration(Topics.CALLS, Map.of("cleanup.policy", "compact", "retention.ms", "-1"));
        awaitConfiguration(Topics.LOG, Map.of("cleanup.policy", "compact", "retention.ms", "-1"));
        awaitConfiguration(Topics.deadLetters(Topics.CALLS), Map.of("cleanup.policy", "delete"));
    }

    @Test
    void topicsThatAreThereKeepTheirPartitionsAndGetTheConfiguration() {
        prepare(new TopicSettings(2, (short) 1, Duration.ofDays(1), Duration.ofDays(1)));

        prepare(new TopicSettings(5, (short) 3, Duration.ofDays(14), Duration.ofDays(30)));

        assertThat(partitions(Topics.CALLS)).isEqualTo(2);
        // replicas that there are not are not waited for
        awaitConfiguration(Topics.APPLICATIONS, Map.of("retention.ms", millis(14), "min.insync.replicas", "1"));
    }

    @Test
    void topicThatSomebodyMadeByUsingItGetsTheConfiguration() {
        broker.addTopics(new NewTopic(Topics.CALLS, 5, (short) 1));

        prepare();

        assertThat(partitions(Topics.CALLS)).isEqualTo(5);
        awaitConfiguration(Topics.CALLS, Map.of("cleanup.policy", "compact"));
    }

    @Test
    void topicsThatSomebodyElseMadeAreGoodAsTheyAre() throws Exception {
        broker.addTopics(Stream.concat(Topics.ALL.stream(), Topics.ALL.stream().map(Topics::deadLetters))
                .map(name -> new NewTopic(name, 2, (short) 1))
                .toArray(NewTopic[]::new));
        ALLOWED.set(false);

        prepare();

        assertThat(configuration(Topics.CALLS)).containsEntry("cleanup.policy", "delete");
    }

    @Test
    void topicThatIsMissingAndMayNotBeMadeIsAReasonToWait() {
        broker.addTopics(new NewTopic(Topics.CALLS, 2, (short) 1));
        ALLOWED.set(false);

        assertThatThrownBy(this::prepare).isInstanceOf(KafkaException.class);

        ALLOWED.set(true);
        prepare();
    }

    @Test
    void listenersHearTopicsThatSomebodyElseMadeAndLayDeadLettersDownInFewerPartitions() throws Exception {
        Stream<NewTopic> topics = Topics.ALL.stream().map(name -> new NewTopic(name, 5, (short) 1));
        Stream<NewTopic> deadLetters =
                Topics.ALL.stream().map(name -> new NewTopic(Topics.deadLetters(name), 1, (short) 1));
        broker.addTopics(Stream.concat(topics, deadLetters).toArray(NewTopic[]::new));
        ALLOWED.set(false);

        try (ConfigurableApplicationContext service = service();
                EventProbe probe =
                        EventProbe.listeningAt(broker.getBrokersAsString(), Topics.deadLetters(Topics.CALLS))) {
            try (var producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", broker.getBrokersAsString()),
                    new StringSerializer(),
                    new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>(Topics.CALLS, 4, "rubbish", new byte[] {1}))
                        .get();
            }
            probe.tell(EventType.CALL_PUBLISHED, "c-1", 1, GoldenEvents.json(EventType.CALL_PUBLISHED));

            assertThat(probe.await(letter -> letter.key().equals("rubbish")).partition())
                    .isZero();
            NoteListener listener = service.getBean(NoteListener.class);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !listener.heardAbout("c-1").isEmpty());
        }
    }

    private ConfigurableApplicationContext service() {
        return new SpringApplicationBuilder(NoteApplication.class)
                .properties("spring.config.name=note")
                .run(
                        "--server.port=0",
                        "--yol.database=test_topics",
                        "--spring.mongodb.uri=" + RealParts.mongodbAddress(),
                        "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri="
                                + RealParts.issuer().uri());
    }

    private void prepare() {
        prepare(SETTINGS);
    }

    private void prepare(TopicSettings settings) {
        new TopicPreparation(admin(), settings).prepare();
    }

    private KafkaAdmin admin() {
        KafkaAdmin admin = new KafkaAdmin(Map.of("bootstrap.servers", broker.getBrokersAsString()));
        admin.setModifyTopicConfigs(true);
        return admin;
    }

    private int partitions(String topic) {
        return admin().describeTopics(topic).get(topic).partitions().size();
    }

    private static String millis(int days) {
        return String.valueOf(Duration.ofDays(days).toMillis());
    }

    /** The broker that is asked may hear of a change a little later than the one that made it. */
    private void awaitConfiguration(String topic, Map<String, String> expected) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(configuration(topic)).containsAllEntriesOf(expected));
    }

    private Map<String, String> configuration(String topic) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin client = Admin.create(admin().getConfigurationProperties())) {
            return client.describeConfigs(List.of(resource)).values().get(resource).get().entries().stream()
                    .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
        }
    }

    /** A cluster's owners make the topics themselves. */
    public static final class NobodyMakesTopics implements CreateTopicPolicy {

        @Override
        public void validate(RequestMetadata request) {
            if (!ALLOWED.get() && !request.topic().startsWith("__")) {
                throw new PolicyViolationException("Ask the owners of this cluster for topics");
            }
        }

        @Override
        public void configure(Map<String, ?> configuration) {}

        @Override
        public void close() {}
    }

    /** And nobody else changes them. */
    public static final class NobodyChangesTopics implements AlterConfigPolicy {

        @Override
        public void validate(RequestMetadata request) {
            if (!ALLOWED.get() && !request.resource().name().startsWith("__")) {
                throw new PolicyViolationException("Ask the owners of this cluster for other topics");
            }
        }

        @Override
        public void configure(Map<String, ?> configuration) {}

        @Override
        public void close() {}
    }
}
