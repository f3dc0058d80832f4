package org.yol.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.yol.platform.note.NoteTest;

@NoteTest
class ConsumerGroupIT {

    @Test
    void isOfAFeatureAndNeverOfAServiceAsAWhole(
            @Autowired KafkaListenerEndpointRegistry listeners, @Autowired ConsumerFactory<?, ?> consumers) {
        assertThat(listeners.getListenerContainers())
                .extracting(container -> container.getGroupId())
                .singleElement()
                .asString()
                .startsWith("note-service.note.test-");
        assertThat(consumers.getConfigurationProperties()).doesNotContainKey("group.id");
    }
}
