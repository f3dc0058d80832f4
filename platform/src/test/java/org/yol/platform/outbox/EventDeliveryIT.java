package org.yol.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yol.platform.test.EventProbe.header;

import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.web.client.RestClient;
import org.yol.contracts.MessageCreated;
import org.yol.contracts.Topics;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.due.DueWorks;
import org.yol.platform.note.Note;
import org.yol.platform.note.NoteListener;
import org.yol.platform.note.NoteTest;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api;
import org.yol.platform.test.EventProbe;
import org.yol.platform.test.RealParts;

@NoteTest
class EventDeliveryIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Pattern OLDEST =
            Pattern.compile("yol_due_oldest_seconds\\{.*collection=\"notes\".*work=\"telling\".*} ([\\d.E-]+)");

    @LocalServerPort
    private int port;

    @Autowired
    private NoteListener listener;

    @Autowired
    private AggregateCollection<Note> notes;

    @Test
    void eventArrivesAsACloudEventInTheTraceOfItsRequest() {
        String traceId = UUID.randomUUID().toString().replace("-", "");
        String id = writeNote("00-" + traceId + "-00f067aa0ba902b7-01");

        try (EventProbe probe = EventProbe.listeningTo(Topics.NOTIFICATIONS)) {
            ConsumerRecord<String, byte[]> message =
                    probe.await(heard -> heard.key().equals(id));

            assertThat(header(message, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(message, "ce_type")).isEqualTo("org.yol.message.created.v1");
            assertThat(header(message, "ce_source")).isEqualTo("urn:yol:note-service");
            assertThat(header(message, "ce_subject")).isEqualTo(id);
            assertThat(header(message, "ce_sequence")).isEqualTo("1");
            assertThat(header(message, "ce_id")).isNotBlank();
            assertThat(Instant.parse(header(message, "ce_time"))).isBefore(Instant.now());
            assertThat(header(message, "content-type")).isEqualTo("application/json");
            assertThat(header(message, "traceparent")).startsWith("00-" + traceId + "-");
            assertThat(new String(message.value(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"messageId\":\"" + id + "\",\"recipientId\":\"reader\"}");
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(listener.heardAbout(id))
                        .singleElement()
                        .satisfies(heard -> {
                            assertThat(heard.event().seq()).isEqualTo(1);
                            assertThat(heard.event().data()).isEqualTo(new MessageCreated(id, "reader"));
                            assertThat(heard.traceId()).isEqualTo(traceId);
                        }));
    }

    @Test
    void ageOfTheOldestWaitingEventIsPublished() {
        MongoCollection<BsonDocument> stored = notes.stored();
        stored.insertOne(BsonDocument.parse(
                ("{_id: 'stuck', outbox: [{id: 'e', seq: {$numberLong: '1'}, type: 'org.yol.never.heard.v1', time: {$date: '%1$s'}}],"
                                + " due: {telling: {due: {$date: '%1$s'}, since: {$date: '%1$s'}, attempts: 0}}}")
                        .formatted(Instant.now().minusSeconds(60))));

        await().atMost(SOON).until(() -> oldestPending() >= 60);
        stored.deleteOne(BsonDocument.parse("{_id: 'stuck'}"));
        await().atMost(SOON).until(() -> oldestPending() == 0);
    }

    @Test
    void dueWorkStopsAfterThoseWhoWrite(@Autowired DueWorks works, @Autowired Map<String, SmartLifecycle> lifecycles) {
        assertThat(lifecycles)
                .containsKeys("webServerStartStop", "webServerGracefulShutdown")
                .hasEntrySatisfying(
                        "webServerStartStop",
                        server -> assertThat(works.getPhase()).isLessThan(server.getPhase()));
        assertThat(lifecycles.values())
                .filteredOn(KafkaListenerEndpointRegistry.class::isInstance)
                .singleElement()
                .satisfies(listeners -> assertThat(works.getPhase()).isLessThan(listeners.getPhase()));
        assertThat(lifecycles.values())
                .filteredOn(ProducerFactory.class::isInstance)
                .singleElement()
                .satisfies(producers -> assertThat(works.getPhase()).isGreaterThan(producers.getPhase()));
    }

    private double oldestPending() {
        Matcher line =
                OLDEST.matcher(Api.asAnybody(port).get("/actuator/prometheus").text());
        assertThat(line.find()).isTrue();
        return Double.parseDouble(line.group(1));
    }

    private String writeNote(String traceparent) {
        return RestClient.create("http://localhost:" + port)
                .post()
                .uri("/api/notes")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        "Bearer " + RealParts.issuer().token(Account.AIGERIM))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("traceparent", traceparent)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"text\": \"Bring the diploma\", \"rank\": 1}")
                .retrieve()
                .body(Note.class)
                .id();
    }
}
