package org.yol.platform.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaAdmin;
import org.yol.contracts.Topics;

/**
 * Creates the topics and their dead-letter topics where they are not there, and gives those that are the configuration
 * that is asked for. Partitions and replicas of a topic that is there are left alone: with other partitions the events
 * of a document would go another way than before.
 */
final class TopicPreparation {

    private static final Logger LOG = LoggerFactory.getLogger(TopicPreparation.class);
    private static final List<String> NAMES = Stream.concat(
                    Topics.ALL.stream(), Topics.ALL.stream().map(Topics::deadLetters))
            .toList();

    private final KafkaAdmin admin;
    private final TopicSettings settings;

    TopicPreparation(KafkaAdmin admin, TopicSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    /**
     * Makes the topics what they should be. Where a cluster's owners make the topics themselves and allow the service
     * nothing of the kind, they are good as they are.
     *
     * @throws KafkaException when topics are missing and cannot be created
     */
    void prepare() {
        Map<String, Optional<TopicDescription>> visible = visible();
        try {
            admin.createOrModifyTopics(visible.entrySet().stream()
                    .map(entry -> topic(entry.getKey(), entry.getValue()))
                    .toArray(NewTopic[]::new));
        } catch (KafkaException refused) {
            if (visible.containsValue(Optional.empty())) {
                throw refused;
            }
            LOG.warn(
                    "All topics are there, but stay as they are: {}",
                    NestedExceptionUtils.getMostSpecificCause(refused).getMessage());
        }
    }

    /** What there is, empty where there is none; without those that are hidden from this service and so not its own. */
    private Map<String, Optional<TopicDescription>> visible() {
        Map<String, Optional<TopicDescription>> visible = new HashMap<>();
        try (Admin client = Admin.create(admin.getConfigurationProperties())) {
            for (Map.Entry<String, KafkaFuture<TopicDescription>> described :
                    client.describeTopics(NAMES).topicNameValues().entrySet()) {
                try {
                    visible.put(
                            described.getKey(), Optional.of(described.getValue().get()));
                } catch (ExecutionException failure) {
                    switch (failure.getCause()) {
                        case UnknownTopicOrPartitionException _ -> visible.put(described.getKey(), Optional.empty());
                        case TopicAuthorizationException _ ->
                            LOG.info("{} is hidden from this service", described.getKey());
                        default -> throw new KafkaException("Topics cannot be described", failure.getCause());
                    }
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while describing topics", interrupted);
        }
        return visible;
    }

    private NewTopic topic(String name, Optional<TopicDescription> there) {
        int partitions = there.map(topic -> topic.partitions().size()).orElse(settings.partitions());
        int replicas = there.map(
                        topic -> topic.partitions().getFirst().replicas().size())
                .orElse((int) settings.replicas());
        return new NewTopic(name, partitions, (short) replicas).configs(configuration(name, replicas));
    }

    private Map<String, String> configuration(String name, int replicas) {
        Map<String, String> configuration = new HashMap<>();
        // What a leader alone acknowledged is gone with its disk, and the outbox has forgotten it by then.
        configuration.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, String.valueOf(Math.max(1, replicas - 1)));
        if (Topics.COMPACTED.contains(name)) {
            configuration.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            configuration.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
            // Small and rarely written: without these the one open segment would never be compacted.
            configuration.put(TopicConfig.SEGMENT_MS_CONFIG, "86400000");
            configuration.put(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.1");
        } else {
            configuration.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
            configuration.put(
                    TopicConfig.RETENTION_MS_CONFIG,
                    String.valueOf((Topics.ALL.contains(name) ? settings.retention() : settings.deadLetterRetention())
                            .toMillis()));
        }
        return configuration;
    }
}
