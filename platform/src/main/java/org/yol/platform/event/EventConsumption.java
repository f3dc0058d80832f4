package org.yol.platform.event;

import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.yol.contracts.Topics;
import org.yol.platform.document.StoreAway;

/**
 * What happens to an event that cannot be handled. While the store is away the listener waits for it, however long:
 * nothing is wrong with the event. Anything else is tried a few times and then goes to the dead-letter topic, its
 * reason in the {@code kafka_dlt-exception-*} headers, so that those behind it can pass.
 */
final class EventConsumption {

    private EventConsumption() {}

    static DefaultErrorHandler errorHandler(KafkaTemplate<String, byte[]> kafka) {
        var deadLetters = new DeadLetterPublishingRecoverer(
                kafka, (message, _) -> new TopicPartition(Topics.deadLetters(message.topic()), message.partition()));
        var handler = new DefaultErrorHandler(deadLetters, someTimes());
        handler.setBackOffFunction((_, failure) -> StoreAway.isCauseOf(failure) ? untilItWorks() : null);
        // Rubbish does not become better by trying again; a failed conversion is fatal by default, keep it so.
        return handler;
    }

    private static BackOff someTimes() {
        var pause = new ExponentialBackOff(200, 2);
        pause.setMaxAttempts(4);
        return pause;
    }

    private static BackOff untilItWorks() {
        var pause = new ExponentialBackOff(200, 2);
        pause.setMaxInterval(5_000);
        return pause;
    }
}
