package org.yol.platform.operate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.yol.contracts.Topics;

/** The dead-letter topics, read from the beginning to where they end now, by nobody's consumer group. */
final class DeadLetters {

    private static final Duration AT_A_TIME = Duration.ofMillis(500);

    private final ConsumerFactory<String, byte[]> consumers;
    private final KafkaTemplate<String, byte[]> kafka;

    DeadLetters(ConsumerFactory<String, byte[]> consumers, KafkaTemplate<String, byte[]> kafka) {
        this.consumers = consumers;
        this.kafka = kafka;
    }

    /** All there are, the oldest first. */
    List<DeadLetter> all() {
        return read(Topics.ALL.stream().map(Topics::deadLetters).toList()).stream()
                .map(DeadLetter::new)
                .sorted(Comparator.comparing(DeadLetter::at))
                .toList();
    }

    /**
     * The one that lies there.
     *
     * @throws IllegalArgumentException when none does
     */
    DeadLetter at(Command.Place place) {
        String topic = Topics.ALL.contains(place.topic()) ? Topics.deadLetters(place.topic()) : place.topic();
        return read(List.of(topic)).stream()
                .filter(message -> message.partition() == place.partition() && message.offset() == place.offset())
                .findFirst()
                .map(DeadLetter::new)
                .orElseThrow(() -> new IllegalArgumentException("No dead letter lies in " + topic + ", partition "
                        + place.partition() + ", offset " + place.offset()));
    }

    /**
     * Sends it to the topic it came from, to be handled as if for the first time. One of a compacted topic only when it
     * is still the last word on its document: sent again it would be kept in the place of a later one.
     *
     * @return what came of it
     */
    String retell(DeadLetter letter) {
        String place = letter.message().topic() + " " + letter.message().partition() + " "
                + letter.message().offset();
        if (Topics.COMPACTED.contains(letter.topic())
                && read(List.of(letter.topic())).stream().anyMatch(letter::isOvertakenBy)) {
            return place + " passed over: " + letter.topic() + " has a later word on "
                    + letter.message().key();
        }
        try {
            kafka.send(letter.original()).get(15, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(place + " could not be told again: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(place + " was not told again: interrupted", interrupted);
        }
        return place + " told again in " + letter.topic();
    }

    private List<ConsumerRecord<String, byte[]>> read(Collection<String> topics) {
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
        var settings = new Properties();
        settings.put("default.api.timeout.ms", "10000");
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, null, null, settings)) {
            Map<String, List<org.apache.kafka.common.PartitionInfo>> known = consumer.listTopics();
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> known.containsKey(topic) ? known.get(topic).stream() : Stream.empty())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(AT_A_TIME).forEach(messages::add);
            }
        }
        return messages;
    }
}
