package org.yol.applications.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.NURLAN;
import static org.yol.platform.test.Account.SATO;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.yol.applications.ApplicationsApi;
import org.yol.contracts.EventType;
import org.yol.contracts.GoldenEvents;
import org.yol.contracts.GoldenEvents.Told;
import org.yol.contracts.Topics;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.EventProbe;
import org.yol.platform.test.RealParts;
import org.yol.platform.test.ServiceTest;

/** What frees a seat: told by any release, twice and late; and what does not. */
@ServiceTest
class DecisionEndsIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final EventProbe events =
            EventProbe.listeningTo(Topics.APPLICATIONS, Topics.deadLetters(Topics.APPLICATIONS));
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", RealParts.kafkaAddress()));
    private final String call = "call-" + UUID.randomUUID();

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    private ApplicationsApi api;
    private Answer application;
    private Answer selected;

    @BeforeEach
    void studentHasTheOnlySeat(@LocalServerPort int port) {
        api = new ApplicationsApi(port, events);
        api.callIsOpen(call);
        application = api.submitted(AIGERIM, call);
        selected = api.decide(application, "\"0\"", "selected");
        assertThat(selected.status()).isEqualTo(200);
    }

    @AfterEach
    void close() {
        events.close();
        admin.close();
    }

    static Stream<Told> ends() {
        return golden(true);
    }

    static Stream<Told> others() {
        return golden(false);
    }

    private static Stream<Told> golden(boolean ends) {
        return GoldenEvents.ofEveryRelease().stream()
                .filter(told -> told.type().startsWith("org.yol.application."))
                .map(told -> ends ? new Told(told.release(), told.type(), declined(told.json())) : told)
                .filter(told -> ends == endsADecision(told));
    }

    /** The golden answer to an offer accepts it. */
    private static String declined(String json) {
        return json.replace("\"accepted\"", "\"declined\"");
    }

    private static boolean endsADecision(Told told) {
        return told.type().equals(EventType.APPLICATION_WITHDRAWN.type())
                || told.type().equals(EventType.OFFER_EXPIRED.type())
                || told.type().equals(EventType.PLACE_GIVEN_UP.type())
                || told.json().contains("\"answer\": \"declined\"")
                // What was decided on is no longer what is handed in.
                || told.json().contains("\"replaces\"");
    }

    @ParameterizedTest
    @MethodSource("ends")
    void freesTheSeatOnceHoweverOftenAndLateItIsTold(Told event) {
        tell(event, version() + 1);
        awaitHandled();

        assertThat(decision().at("/outcome")).isEmpty();
        Answer again = api.decide(application, decision().eTag(), "selected");
        assertThat(again.status()).isEqualTo(200);

        tell(event, version() + 1);
        tell(event, 1);
        awaitHandled();

        assertThat(decision().body()).isEqualTo(again.body());
        assertThat(api.decide(api.submitted(NURLAN, call), "\"0\"", "selected").status())
                .isEqualTo(409);
        assertThat(deadLetters()).isZero();
    }

    @ParameterizedTest
    @MethodSource("ends")
    void endsNothingThatWasDecidedAfterIt(Told event) {
        tell(event, version());
        awaitHandled();

        assertThat(decision().body()).isEqualTo(selected.body());
        assertThat(deadLetters()).isZero();
    }

    @ParameterizedTest
    @MethodSource("others")
    void anythingElseThatWasEverToldChangesNothing(Told event) {
        tell(event, version() + 1);
        tell(event, version() + 1);
        awaitHandled();

        assertThat(decision().body()).isEqualTo(selected.body());
        assertThat(deadLetters()).isZero();
    }

    @Test
    void wordsOfALaterReleaseDoNoHarm() {
        String answered = GoldenEvents.json(EventType.OFFER_ANSWERED);
        String unheard = answered.replace("\"accepted\"", "\"asked-for-more-time\"");
        long seq = version();
        tell(new Told("later", EventType.OFFER_ANSWERED.type(), unheard), ++seq);
        tell(new Told("later", "org.yol.application.paused.v1", unheard), ++seq);
        tell(new Told("later", EventType.APPLICATION_STARTED.type(), unheard), ++seq);
        awaitHandled();
        assertThat(decision().body()).isEqualTo(selected.body());

        // Withdrawn is withdrawn, whatever its state is called by then, and whatever else is said of it.
        String more = GoldenEvents.json(EventType.APPLICATION_WITHDRAWN)
                .replace("\"withdrawn\"", "\"gone-for-good\", \"until\": {\"year\": 2031}");
        tell(new Told("later", EventType.APPLICATION_WITHDRAWN.type(), more), ++seq);
        awaitHandled();

        assertThat(decision().at("/outcome")).isEmpty();
        assertThat(deadLetters()).isZero();
    }

    private void tell(Told event, long seq) {
        events.tell(Topics.APPLICATIONS, event.type(), application.at("/id"), seq, event.json());
    }

    private long version() {
        return api.as(AIGERIM).get(path(application)).body().at("/version").asLong();
    }

    private Answer decision() {
        return api.as(SATO).get(path(application) + "/decision");
    }

    private long deadLetters() {
        return events.poll().stream()
                .filter(message -> message.topic().equals(Topics.deadLetters(Topics.APPLICATIONS)))
                .filter(message -> application.at("/id").equals(message.key()))
                .count();
    }

    /** Waits until the listener has everything behind it that has been told so far. */
    private void awaitHandled() {
        String group = listeners.getListenerContainers().stream()
                .map(container -> container.getGroupId())
                .filter(name -> name != null && name.startsWith("applications-service.decision"))
                .findFirst()
                .orElseThrow();
        Awaitility.await().atMost(SOON).until(() -> {
            Map<TopicPartition, OffsetAndMetadata> handled = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, ListOffsetsResultInfo> told =
                    admin.listOffsets(partitions()).all().get();
            return told.entrySet().stream()
                    .allMatch(end -> end.getValue().offset() == 0
                            || handled.containsKey(end.getKey())
                                    && handled.get(end.getKey()).offset()
                                            >= end.getValue().offset());
        });
    }

    private Map<TopicPartition, OffsetSpec> partitions() throws Exception {
        return admin
                .describeTopics(List.of(Topics.APPLICATIONS))
                .allTopicNames()
                .get()
                .get(Topics.APPLICATIONS)
                .partitions()
                .stream()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(Topics.APPLICATIONS, partition.partition()),
                        _ -> OffsetSpec.latest()));
    }
}
