package org.yol.platform.event;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.yol.platform.startup.Preparations;

/**
 * Starts the listeners when the topics are there, not with the service: a consumer cannot even be made while nobody
 * knows the broker's name, and would take the service down with it.
 */
final class ListenerStart implements ApplicationListener<ApplicationStartedEvent> {

    private final KafkaListenerEndpointRegistry listeners;
    private final TopicPreparation topics;
    private final Preparations preparations;

    ListenerStart(KafkaListenerEndpointRegistry listeners, TopicPreparation topics, Preparations preparations) {
        this.listeners = listeners;
        this.topics = topics;
        this.preparations = preparations;
    }

    @Override
    public void onApplicationEvent(ApplicationStartedEvent started) {
        preparations.add("topics and listeners", () -> {
            topics.prepare();
            start();
        });
    }

    private void start() {
        try {
            listeners.start();
        } catch (RuntimeException failure) {
            listeners.stop(); // those that have begun, else the next attempt passes them over
            throw failure;
        }
    }
}
