package org.yol.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yol.platform.test.EventProbe.header;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yol.contracts.CallPublished;
import org.yol.contracts.EventType;
import org.yol.contracts.GoldenEvents;
import org.yol.contracts.IntakeMode;
import org.yol.contracts.ProgrammeKind;
import org.yol.contracts.Topics;
import org.yol.contracts.UnknownEvent;
import org.yol.platform.note.NoteListener;
import org.yol.platform.note.NoteListener.Heard;
import org.yol.platform.note.NoteTest;
import org.yol.platform.test.EventProbe;

@NoteTest
class EventConsumptionIT {

    private static final String GOLDEN = GoldenEvents.json(EventType.CALL_PUBLISHED);

    private final String id = UUID.randomUUID().toString();
    private final EventProbe probe = EventProbe.listeningTo(Topics.CALLS, Topics.deadLetters(Topics.CALLS));

    @Autowired
    private NoteListener listener;

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void repeatedEventIsPassedOnAsItIs() {
        probe.tell(EventType.CALL_PUBLISHED, id, 7, GOLDEN);
        probe.tell(EventType.CALL_PUBLISHED, id, 7, GOLDEN);

        List<Heard> heard = awaitHeard(2);
        assertThat(heard).extracting(one -> one.event().id()).containsOnly(id + "-7");
        assertThat(heard).extracting(one -> one.event().seq()).containsOnly(7L);
        assertThat(heard)
                .extracting(one -> one.event().data())
                .containsOnly(GoldenEvents.event(EventType.CALL_PUBLISHED));
    }

    @Test
    void eventOfAnUnknownTypeIsPassedOnAsUnknown() {
        probe.tell(Topics.CALLS, "org.yol.call.closed.v1", id, 1, "{}");

        assertThat(awaitHeard(1).getFirst().event().data()).isEqualTo(new UnknownEvent("org.yol.call.closed.v1"));
    }

    @Test
    void eventOfANewerReleaseWithAWordAndAFieldNobodyKnowsYetIsHeard() {
        probe.tell(EventType.CALL_PUBLISHED, id, 1, """
                {"callId": "c", "kind": "lottery", "intake": "by-phone", "seatsFor": {"women": 2}}""");

        assertThat(awaitHeard(1).getFirst().event().data()).isInstanceOfSatisfying(CallPublished.class, call -> {
            assertThat(call.callId()).isEqualTo("c");
            assertThat(call.kind()).isEqualTo(ProgrammeKind.UNKNOWN);
            assertThat(call.intake()).isEqualTo(IntakeMode.UNKNOWN);
            assertThat(call.rankAtMost()).isZero();
        });
        assertThat(probe.poll()).noneMatch(about(Topics.deadLetters(Topics.CALLS)));
    }

    @Test
    void whatIsNoEventGoesToTheDeadLettersAndTheNextPasses() {
        probe.tellRubbish(Topics.CALLS, id, "no event at all");
        probe.tell(EventType.CALL_PUBLISHED, id, 1, GOLDEN);

        ConsumerRecord<String, byte[]> dead = awaitDeadLetter();
        assertThat(dead.partition()).isEqualTo(probe.await(about(Topics.CALLS)).partition());
        assertThat(dead.value()).asString().isEqualTo("no event at all");
        assertThat(header(dead, "kafka_dlt-original-topic")).isEqualTo(Topics.CALLS);
        assertThat(header(dead, "kafka_dlt-exception-cause-fqcn")).endsWith("ConversionException");
        assertThat(header(dead, "kafka_dlt-exception-message")).contains("Not an event of Yol");
        awaitHeard(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"callId\": [", "{\"kind\": [1]}", "[]", "null", ""})
    void eventWithDataThatCannotBeReadGoesToTheDeadLetters(String data) {
        probe.tell(EventType.CALL_PUBLISHED, id, 1, data);
        probe.tell(EventType.CALL_PUBLISHED, id, 2, GOLDEN);

        assertThat(header(awaitDeadLetter(), "ce_sequence")).isEqualTo("1");
        assertThat(awaitHeard(1).getFirst().event().seq()).isEqualTo(2);
    }

    @Test
    void listenerThatFailsAFewTimesIsAskedAgain() {
        listener.fail(id, 3, () -> new IllegalStateException("busy"));

        probe.tell(EventType.CALL_PUBLISHED, id, 1, GOLDEN);

        awaitHeard(1);
        assertThat(listener.failuresLeft(id)).isZero();
    }

    @Test
    void listenerThatKeepsFailingHoldsNobodyBack() {
        listener.fail(id, 5, () -> new IllegalStateException("never"));

        probe.tell(EventType.CALL_PUBLISHED, id, 1, GOLDEN);
        probe.tell(EventType.CALL_PUBLISHED, id, 2, GOLDEN);

        assertThat(header(awaitDeadLetter(), "kafka_dlt-exception-message")).contains("never");
        assertThat(awaitHeard(1).getFirst().event().seq()).isEqualTo(2);
    }

    @Test
    void listenerWaitsForAStoreThatIsAwayInsteadOfGivingUp() {
        listener.fail(id, 5, () -> new IllegalStateException(new MongoTimeoutException("no server")));

        probe.tell(EventType.CALL_PUBLISHED, id, 1, GOLDEN);

        awaitHeard(1);
        assertThat(probe.poll()).noneMatch(about(Topics.deadLetters(Topics.CALLS)));
    }

    private List<Heard> awaitHeard(int times) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> listener.heardAbout(id).size() >= times);
        return listener.heardAbout(id);
    }

    private ConsumerRecord<String, byte[]> awaitDeadLetter() {
        return probe.await(about(Topics.deadLetters(Topics.CALLS)));
    }

    private Predicate<ConsumerRecord<String, byte[]>> about(String topic) {
        return message -> message.topic().equals(topic) && id.equals(message.key());
    }
}
