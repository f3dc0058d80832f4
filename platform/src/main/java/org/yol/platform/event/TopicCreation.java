package org.yol.platform.event;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.yol.contracts.Topics;

/** Creates the topics and their dead-letter topics, with equally many partitions, where they are not there yet. */
final class TopicCreation {

    private final Map<String, Object> configuration;
    private final int partitions;
    private final short replicas;

    TopicCreation(Map<String, Object> configuration, int partitions, short replicas) {
        this.configuration = configuration;
        this.partitions = partitions;
        this.replicas = replicas;
    }

    void createMissing() {
        try (Admin admin = Admin.create(configuration)) {
            Stream.concat(Topics.ALL.stream(), Topics.ALL.stream().map(Topics::deadLetters))
                    .map(topic -> new NewTopic(topic, partitions, replicas))
                    .forEach(topic -> create(admin, topic));
        }
    }

    private static void create(Admin admin, NewTopic topic) {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Kafka: " + failure.getCause().getMessage(), failure);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics", interrupted);
        }
    }
}
