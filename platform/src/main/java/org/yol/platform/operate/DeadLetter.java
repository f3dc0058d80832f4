package org.yol.platform.operate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.kafka.support.KafkaHeaders;
import org.yol.platform.outbox.EventPublisher;

/** An event that could not be handled, with what was written down about it. */
record DeadLetter(ConsumerRecord<String, byte[]> message) {

    private static final String ABOUT_THE_FAILURE = "kafka_dlt-";

    /** Who could not handle it. */
    String group() {
        return text(KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP);
    }

    /** Where it came from. */
    String topic() {
        String written = text(KafkaHeaders.DLT_ORIGINAL_TOPIC);
        return written.isEmpty() ? message.topic().replaceAll("-dlt$", "") : written;
    }

    /** The innermost reason first said, in one line. */
    String reason() {
        return text(KafkaHeaders.DLT_EXCEPTION_MESSAGE).replaceAll("\\s+", " ");
    }

    /** What it is, as far as it says. */
    String type() {
        return text("ce_type");
    }

    Instant at() {
        return Instant.ofEpochMilli(message.timestamp());
    }

    /** Whether a message is a later word on the same document. */
    boolean isOvertakenBy(ConsumerRecord<String, byte[]> other) {
        return message.key() != null && message.key().equals(other.key()) && sequence(other) > sequence(message);
    }

    private static long sequence(ConsumerRecord<String, byte[]> event) {
        try {
            return Long.parseLong(text(event, "ce_" + EventPublisher.SEQUENCE));
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    /** As it was before it failed. */
    ProducerRecord<String, byte[]> original() {
        var original = new ProducerRecord<>(topic(), message.key(), message.value());
        StreamSupport.stream(message.headers().spliterator(), false)
                .filter(header -> !header.key().startsWith(ABOUT_THE_FAILURE))
                .forEach(header -> original.headers().add(header));
        return original;
    }

    /** All there is to know of it. */
    String description() {
        String headers = Arrays.stream(original().headers().toArray())
                .map(header -> "  " + header.key() + ": " + text(header))
                .collect(Collectors.joining("\n"));
        return """
                Lies in    %s, partition %d, offset %d, since %s
                Came from  %s, partition %s, offset %s
                Group      %s
                Reason     %s
                Exception  %s
                Cause      %s
                Key        %s
                Headers
                %s
                Data
                  %s""".formatted(
                        message.topic(),
                        message.partition(),
                        message.offset(),
                        at(),
                        topic(),
                        number(KafkaHeaders.DLT_ORIGINAL_PARTITION),
                        number(KafkaHeaders.DLT_ORIGINAL_OFFSET),
                        group(),
                        reason(),
                        text(KafkaHeaders.DLT_EXCEPTION_FQCN),
                        text(KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN),
                        message.key(),
                        headers,
                        message.value() == null ? "" : new String(message.value(), StandardCharsets.UTF_8));
    }

    private String number(String name) {
        return Optional.ofNullable(message.headers().lastHeader(name))
                .map(Header::value)
                .map(bytes -> switch (bytes.length) {
                    case Integer.BYTES -> String.valueOf(ByteBuffer.wrap(bytes).getInt());
                    case Long.BYTES -> String.valueOf(ByteBuffer.wrap(bytes).getLong());
                    default -> "?";
                })
                .orElse("?");
    }

    private String text(String name) {
        return text(message, name);
    }

    private static String text(ConsumerRecord<String, byte[]> event, String name) {
        return Optional.ofNullable(event.headers().lastHeader(name))
                .map(DeadLetter::text)
                .orElse("");
    }

    private static String text(Header header) {
        return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
