package org.yol.platform.event;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerSeekAware;

/**
 * A listener that keeps a copy of all that a compacted topic tells, and so reads it from its beginning whenever it
 * starts or gets partitions: a copy that was lost, or that lacks what it did not keep before, is whole again by itself.
 */
public interface FromTheBeginning extends ConsumerSeekAware {

    @Override
    default void onPartitionsAssigned(Map<TopicPartition, Long> assigned, ConsumerSeekCallback callback) {
        callback.seekToBeginning(assigned.keySet());
    }
}
