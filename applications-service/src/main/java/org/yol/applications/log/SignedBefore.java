package org.yol.applications.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import org.yol.contracts.CheckpointSigned;
import org.yol.contracts.Topics;
import org.yol.platform.event.CloudEventConverter;
import org.yol.platform.event.ReceivedEvent;

/**
 * What was signed last, as everybody was told: it is remembered outside the store, so that a store that was put back to
 * what it was yesterday is found out before another history is signed.
 */
@Component
class SignedBefore {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long LOOKED_BACK = 100;

    /** The end of a partition is not waited for. */
    private static final Properties AT_ONCE = new Properties();

    static {
        AT_ONCE.setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "10");
    }

    private final ConsumerFactory<?, ?> consumers;
    private final CloudEventConverter converter;

    SignedBefore(ConsumerFactory<?, ?> consumers, CloudEventConverter converter) {
        this.consumers = consumers;
        this.converter = converter;
    }

    /**
     * The largest checkpoint that was told of a log; empty when none was.
     *
     * @throws org.apache.kafka.common.KafkaException when the broker does not answer
     */
    Optional<CheckpointSigned> last(String origin) {
        try (Consumer<?, ?> consumer = consumers.createConsumer(null, null, null, AT_ONCE)) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.LOG, PATIENCE).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            consumer.assign(partitions);
            // The topic is compacted, and there is one log as a rule: what it tells is at the end of each partition.
            // Not the last record alone: a store from a backup tells once more what it had not told then.
            partitions.forEach(partition -> consumer.seek(partition, Math.max(0, ends.get(partition) - LOOKED_BACK)));
            List<CheckpointSigned> found = read(consumer, ends);
            if (found.stream().noneMatch(signed -> signed.origin().equals(origin))) {
                consumer.seekToBeginning(partitions);
                found = read(consumer, ends);
            }
            return found.stream()
                    .filter(signed -> signed.origin().equals(origin))
                    .max(Comparator.comparingLong(CheckpointSigned::size));
        }
    }

    private List<CheckpointSigned> read(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        List<CheckpointSigned> found = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
            StreamSupport.stream(consumer.poll(PATIENCE).spliterator(), false)
                    .forEach(record -> signed(record).ifPresent(found::add));
        }
        return found;
    }

    private Optional<CheckpointSigned> signed(ConsumerRecord<?, ?> record) {
        return converter.toMessage(record, null, null, ReceivedEvent.class).getPayload() instanceof ReceivedEvent event
                        && event.data() instanceof CheckpointSigned signed
                ? Optional.of(signed)
                : Optional.empty();
    }
}
