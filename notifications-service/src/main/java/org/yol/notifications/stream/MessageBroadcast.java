package org.yol.notifications.stream;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.http.MediaType;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;
import org.yol.contracts.MessageCreated;
import org.yol.contracts.Topics;
import org.yol.notifications.message.Message;
import org.yol.notifications.message.MessageWords;
import org.yol.notifications.message.Messages;
import org.yol.notifications.message.Words;
import org.yol.notifications.recipient.Recipient;
import org.yol.notifications.recipient.Recipients;
import org.yol.platform.event.ReceivedEvent;

/**
 * Hears of every new message, in a consumer group of its own, because nobody knows which replica its reader is
 * connected to. Begins with what comes from now on: the past is in the inbox.
 */
@Component
class MessageBroadcast implements ConsumerSeekAware {

    private final OpenStreams streams;
    private final Messages messages;
    private final MessageWords words;
    private final Recipients recipients;

    MessageBroadcast(OpenStreams streams, Messages messages, MessageWords words, Recipients recipients) {
        this.streams = streams;
        this.messages = messages;
        this.words = words;
        this.recipients = recipients;
    }

    @KafkaListener(
            id = "message-broadcast",
            groupId = "${spring.application.name}.stream-${random.uuid}",
            topics = Topics.NOTIFICATIONS,
            properties = "auto.offset.reset=latest")
    void on(ReceivedEvent event) {
        if (event.data() instanceof MessageCreated created && streams.isListening(created.recipientId())) {
            messages.find(created.messageId()).ifPresent(this::push);
        }
    }

    private void push(Message message) {
        recipients
                .find(message.recipientId())
                .ifPresent(reader -> streams.push(message.recipientId(), () -> event(message, reader)));
    }

    private SseEventBuilder event(Message message, Recipient reader) {
        Words said = words.of(message, reader);
        var data = new PushedMessage(message.id(), said.title(), said.text(), message.link(), message.at());
        return SseEmitter.event().id(message.id()).name("message").data(data, MediaType.APPLICATION_JSON);
    }

    /** Whoever was connected before this replica could hear may have missed something. */
    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assigned, ConsumerSeekCallback callback) {
        streams.endAll();
    }
}
