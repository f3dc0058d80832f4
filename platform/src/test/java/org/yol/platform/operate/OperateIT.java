package org.yol.platform.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yol.platform.test.EventProbe.header;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yol.contracts.EventType;
import org.yol.contracts.GoldenEvents;
import org.yol.contracts.Topics;
import org.yol.platform.note.NoteApplication;
import org.yol.platform.note.NoteListener;
import org.yol.platform.note.NoteTest;
import org.yol.platform.test.EventProbe;
import org.yol.platform.test.RealParts;

/** The note service serves, and beside it an operator starts the same service with words. */
@NoteTest
class OperateIT {

    private static final String GOLDEN = GoldenEvents.json(EventType.MESSAGE_CREATED);

    private final String id = UUID.randomUUID().toString();
    private final EventProbe probe = EventProbe.listeningTo(
            Topics.CALLS, Topics.deadLetters(Topics.CALLS), Topics.deadLetters(Topics.NOTIFICATIONS));

    @Autowired
    private NoteListener listener;

    private record Outcome(int exitCode, String answer, String reason) {}

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void unreadableEventIsListedShownAndToldAgain() {
        probe.tellRubbish(Topics.CALLS, id, "no event at all");
        ConsumerRecord<String, byte[]> dead = deadLetter(Topics.CALLS);

        Outcome list = operate("dead-letters", "list");
        assertThat(list.exitCode()).as(list.reason()).isZero();
        assertThat(list.answer().lines().findFirst().orElseThrow()).startsWith("TOPIC");
        assertThat(list.answer().lines())
                .anySatisfy(line -> assertThat(line)
                        .containsSubsequence(
                                "yol.calls-dlt",
                                " " + dead.partition() + " ",
                                " " + dead.offset() + " ",
                                "note-service.note",
                                id,
                                "Not an event of Yol"));

        Outcome show = operate("dead-letters", "show", dead.topic(), "" + dead.partition(), "" + dead.offset());
        assertThat(show.answer())
                .contains("Came from  yol.calls, partition " + dead.partition() + ", offset ")
                .contains("Group      note-service.note")
                .contains("Not an event of Yol")
                .contains("ConversionException")
                .contains("no event at all");

        Outcome retold = operate("dead-letters", "retell", dead.topic(), "" + dead.partition(), "" + dead.offset());
        assertThat(retold.answer()).contains("told again in yol.calls");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> probe.poll().stream()
                                .filter(message -> message.topic().equals(Topics.CALLS) && id.equals(message.key()))
                                .count()
                        == 2);
        assertThat(probe.poll())
                .filteredOn(message -> message.topic().equals(Topics.CALLS) && id.equals(message.key()))
                .allSatisfy(message -> {
                    assertThat(message.value()).asString().isEqualTo("no event at all");
                    assertThat(message.headers()).isEmpty();
                });
    }

    @Test
    void eventThatFailedIsHandledOnceTheReasonIsMended() {
        listener.fail(id, 5, () -> new IllegalStateException("never"));
        probe.tell(EventType.MESSAGE_CREATED, id, 1, GOLDEN);
        deadLetter(Topics.NOTIFICATIONS);
        assertThat(listener.heardAbout(id)).isEmpty();

        Outcome retold = operate("dead-letters", "retell", "--all");

        assertThat(retold.exitCode()).as(retold.reason()).isZero();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !listener.heardAbout(id).isEmpty());
        assertThat(listener.heardAbout(id).getFirst().event().id()).isEqualTo(id + "-1");
    }

    @Test
    void lastWordOnACallIsNotReplacedByAnEarlierOne() {
        listener.fail(id, 5, () -> new IllegalStateException("never"));
        probe.tell(EventType.CALL_PUBLISHED, id, 1, GoldenEvents.json(EventType.CALL_PUBLISHED));
        ConsumerRecord<String, byte[]> dead = deadLetter(Topics.CALLS);
        assertThat(header(dead, "ce_sequence")).isEqualTo("1");
        probe.tell(EventType.CALL_PUBLISHED, id, 2, GoldenEvents.json(EventType.CALL_PUBLISHED));

        Outcome retold = operate("dead-letters", "retell", dead.topic(), "" + dead.partition(), "" + dead.offset());

        assertThat(retold.answer()).contains("passed over").contains(id);
    }

    @Test
    void documentsOfACollectionAreToldAgainByWhoeverOwnsThem() {
        Outcome retold = operate("retell", "notes");
        assertThat(retold.exitCode()).as(retold.reason()).isZero();
        assertThat(retold.answer()).contains("7 documents of notes are told again");

        Outcome unknown = operate("retell", "calls");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.reason()).contains("'calls' is no collection").contains("Those of note-service: notes");
    }

    @Test
    void whatCannotBeDoneIsSaidInWords() {
        assertThat(operate("dead-letters", "show", Topics.CALLS, "0", "123456789")
                        .reason())
                .contains("No dead letter lies in yol.calls-dlt, partition 0, offset 123456789");
        assertThat(operate("serve").reason()).contains("'serve' is no command").contains("dead-letters list");
        Outcome away = operateAt("kafka.invalid:9092", "dead-letters", "list");
        assertThat(away.exitCode()).isEqualTo(1);
        assertThat(away.reason()).contains("bootstrap");
    }

    private ConsumerRecord<String, byte[]> deadLetter(String topic) {
        return probe.await(message -> message.topic().equals(Topics.deadLetters(topic)) && id.equals(message.key()));
    }

    private static Outcome operate(String... words) {
        return operateAt(RealParts.kafkaAddress(), words);
    }

    private static Outcome operateAt(String broker, String... words) {
        var answer = new ByteArrayOutputStream();
        var reason = new ByteArrayOutputStream();
        String[] settings = {
            "--spring.config.name=note",
            "--yol.database=test_operate",
            "--spring.mongodb.uri=" + RealParts.mongodbAddress(),
            "--spring.kafka.bootstrap-servers=" + broker
        };
        int exitCode = YolService.operate(
                NoteApplication.class,
                new PrintStream(answer, true, StandardCharsets.UTF_8),
                new PrintStream(reason, true, StandardCharsets.UTF_8),
                Stream.concat(Stream.of(settings), Stream.of(words)).toArray(String[]::new));
        return new Outcome(exitCode, answer.toString(StandardCharsets.UTF_8), reason.toString(StandardCharsets.UTF_8));
    }
}
