package org.yol.platform.outbox;

import static com.mongodb.client.model.Filters.lte;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yol.contracts.EventType;
import org.yol.contracts.MessageCreated;
import org.yol.platform.document.CausedChange;
import org.yol.platform.document.Change;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.DueWorks;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.note.Note;
import org.yol.platform.note.NoteStore;
import org.yol.platform.trail.Act;
import org.yol.platform.trail.RecordedAct;

class OutboxRelayIT {

    private static final Path WAITING = Path.of("src/test/resources/documents/0.2/notes/waiting.json");
    private static final Duration SOON = Duration.ofSeconds(10);

    private final ScriptedBroker broker = ScriptedBroker.acknowledging();
    private NoteStore store = new NoteStore(broker.template());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void eventsOfADocumentAreToldInOrderAndThenForgotten() {
        store.works().start();
        Note note = written("n-1");
        for (int i = 0; i < 10; i++) {
            note = store.notes().change("n-1", current -> current.stamped(List.of("a", "b")));
        }

        await().atMost(SOON).until(() -> store.outbox("n-1").isEmpty());
        assertThat(note.version()).isEqualTo(21);
        assertThat(broker.heardAbout("n-1")).isEqualTo(numbers(1, 21));
    }

    @Test
    void actsAreRecordedWithTheChangeTheyAreAndNotWhereNothingChanges() {
        store.works().start();
        written("n-1");
        Act renamed = new Act("renamed", "aida", "student", "n-1", Map.of("to", "b"));
        store.notes().change("n-1", current -> current.reworded("b", "c").recording(renamed));
        store.notes().change("n-1", current -> Change.silent(current).recording(renamed));
        store.notes()
                .change("n-1", current -> current.stamped(List.of("x", "y")).recording(renamed));

        await().atMost(SOON).until(() -> store.outbox("n-1").isEmpty());
        assertThat(store.recorded()).extracting(RecordedAct::act).containsExactly(renamed, renamed);
        assertThat(broker.heardAbout("n-1")).isEqualTo(List.of(1L, 3L, 4L));
    }

    @Test
    void whatIsWrittenTogetherIsToldTogetherAndEachInOrder() {
        store.works().start();
        Act renamed = new Act("renamed", "aida", "student", "n-1", Map.of("to", "b"));

        store.notes().changeAll(many(note -> note.stamped(List.of("a", "b")).recording(renamed)));

        await().atMost(SOON).until(() -> many().allMatch(id -> store.outbox(id).isEmpty()));
        assertThat(many()).allSatisfy(id -> assertThat(broker.heardAbout(id)).containsExactly(1L, 2L));
        assertThat(store.recorded()).hasSize(3);
    }

    @Test
    void whatIsWrittenTogetherWhileTheBrokerIsAwayIsToldWhenItIsBack() {
        store.works().start();
        broker.goAway();
        store.notes().changeAll(many(note -> note.stamped(List.of("a"))));
        await().atMost(SOON).until(() -> store.oldestPending() > 1);

        broker.comeBack();

        await().atMost(SOON).until(() -> many().allMatch(id -> store.outbox(id).isEmpty()));
        assertThat(many()).allSatisfy(id -> assertThat(broker.heardAbout(id)).containsExactly(1L));
    }

    private static Stream<String> many() {
        return Stream.of("n-1", "n-2", "n-3");
    }

    private static List<CausedChange<Note>> many(Function<Note, Change<Note>> operation) {
        return many().map(id -> new CausedChange<>(Note.blank(id, 1), RequestIdentity.ofCause("many", id), operation))
                .toList();
    }

    @Test
    void nobodyElsesWorkHasItsName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.notes().work(WorkPlan.of(OutboxRelay.WORK), (_, _) -> Outcome.DONE));
    }

    @Test
    void eventIsKeptAndTheNextHeldBackUntilTheBrokerAcknowledges() {
        ScriptedBroker hesitating = ScriptedBroker.hesitating();
        store.close();
        store = new NoteStore(hesitating.template());
        store.works().start();
        written("n-1");
        store.notes().change("n-1", current -> current.stamped(List.of("a")));

        await().atMost(SOON).until(() -> hesitating.heardAbout("n-1").equals(List.of(1L)));
        assertThat(store.outbox("n-1")).hasSize(2);

        hesitating.acknowledge();
        await().atMost(SOON).until(() -> hesitating.heardAbout("n-1").equals(List.of(1L, 2L)));
        assertThat(store.outbox("n-1")).hasSize(1);
        hesitating.acknowledge();
        await().atMost(SOON).until(() -> store.outbox("n-1").isEmpty());
    }

    @Test
    void eventsWrittenWhileTheBrokerIsAwayAreToldInOrderWhenItIsBack() {
        store.works().start();
        broker.goAway();
        written("n-1");
        store.notes().change("n-1", current -> current.stamped(List.of("a", "b")));
        written("n-2");
        await().atMost(SOON).until(() -> store.oldestPending() > 1);
        assertThat(broker.heardAbout("n-1")).isEmpty();

        broker.comeBack();

        await().atMost(SOON)
                .until(() ->
                        store.outbox("n-1").isEmpty() && store.outbox("n-2").isEmpty());
        assertThat(broker.heardAbout("n-1")).containsExactly(1L, 2L, 3L);
        await().atMost(SOON).until(() -> store.oldestPending() == 0);
    }

    @Test
    void sweepTellsWhatACrashLeftBehind() {
        written("n-1"); // nobody is nudged: the relay does not run
        assertThat(store.outbox("n-1")).hasSize(1);

        store.works().start();

        await().atMost(SOON).until(() -> broker.heardAbout("n-1").equals(List.of(1L)));
    }

    @Test
    void documentThatCannotBeToldHoldsBackOnlyItself() {
        store.stored()
                .insertOne(new BsonDocument("_id", new BsonString("broken"))
                        .append("outbox", new BsonArray(List.of(entry("org.yol.never.heard.v1"), entry())))
                        .append("due", new BsonDocument("telling", DueWork.scheduled(Instant.now()))));
        store.works().start();
        written("n-1");

        await().atMost(SOON).until(() -> broker.heardAbout("n-1").equals(List.of(1L)));
        await().atMost(SOON).until(() -> store.oldestPending() > 1);
        assertThat(broker.heardAbout("broken")).isEmpty();
        assertThat(store.outbox("broken")).hasSize(2);
    }

    @Test
    void severalReplicasMayRepeatAnEventButNeitherLoseNorOvertakeOne() {
        DueWorks another = store.anotherReplica(broker.template()).works();
        for (int i = 0; i < 20; i++) {
            written("n-" + i);
            store.notes().change("n-" + i, current -> current.stamped(List.of("a", "b", "c")));
        }

        store.works().start();
        another.start();

        for (int i = 0; i < 20; i++) {
            String id = "n-" + i;
            await().atMost(SOON).until(() -> store.outbox(id).isEmpty());
            assertThat(broker.heardAbout(id).stream().distinct()).containsExactly(1L, 2L, 3L, 4L);
        }
        another.stop();
    }

    @Test
    void afterAnOutageOneOfTwoReplicasTellsEachEventAndTheOtherNone() {
        int number = 200;
        DueWorks another = store.anotherReplica(broker.template()).works();
        broker.goAway();
        store.works().start();
        another.start();
        for (int i = 0; i < number; i++) {
            written("n-" + i);
        }
        await().atMost(SOON).until(() -> store.oldestPending() > 1);

        broker.comeBack();

        await().atMost(SOON)
                .until(() -> store.stored().countDocuments(lte("due.telling.due", new Date(Long.MAX_VALUE))) == 0);
        another.stop();
        for (int i = 0; i < number; i++) {
            assertThat(broker.heardAbout("n-" + i)).containsExactly(1L);
        }
    }

    @Test
    void moreThanASweepTakesUpThatCannotBeToldKeepNothingElseFromIt() {
        Instant longAgo = Instant.now().minusSeconds(60);
        store.stored()
                .insertMany(LongStream.range(0, 1_100)
                        .mapToObj(number -> new BsonDocument("_id", new BsonString("broken-" + number))
                                .append("outbox", new BsonArray(List.of(entry("org.yol.never.heard.v1"))))
                                .append("due", new BsonDocument("telling", DueWork.scheduled(longAgo))))
                        .toList());
        written("n-1"); // nobody is nudged, so that only a sweep finds it behind the others

        store.works().start();

        await().atMost(SOON).until(() -> broker.heardAbout("n-1").equals(List.of(1L)));
    }

    @Test
    void writeDuringShutdownSucceedsAndIsToldByTheNextStart() {
        store.works().start();
        store.works().stop();

        written("n-1");
        assertThat(broker.heardAbout("n-1")).isEmpty();

        store.works().start();
        await().atMost(SOON).until(() -> broker.heardAbout("n-1").equals(List.of(1L)));
    }

    @Test
    void eventsOfADocumentThatManyWriteToAreAllToldAtOnceAndInOrder() throws Exception {
        int writers = 8;
        int writes = 40;
        store.works().start();
        written("n-1");

        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Callable<Void>> busy = Collections.nCopies(writers, () -> {
                for (int i = 0; i < writes; i++) {
                    store.notes().change("n-1", current -> current.stamped(List.of("a")));
                }
                return null;
            });
            for (Future<Void> writer : threads.invokeAll(busy)) {
                writer.get();
            }
        }

        await().atMost(SOON).until(() -> store.outbox("n-1").isEmpty());
        assertThat(broker.heardAbout("n-1").stream().distinct()).containsExactlyElementsOf(numbers(1, 321));
        assertThat(store.stored("n-1").getDocument("due")).isEmpty();
        List<Duration> delays = broker.delaysOf("n-1");
        Duration p99 = delays.get(delays.size() * 99 / 100);
        assertThat(p99).isLessThan(Duration.ofSeconds(2));
        assertThat(delays.getLast()).as("a lease is 5 s").isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void documentToldAgainWhileItsEventsAreToldTellsBoth() {
        ScriptedBroker hesitating = ScriptedBroker.hesitating();
        store.close();
        store = new NoteStore(hesitating.template());
        store.works().start();
        written("n-1");
        await().atMost(SOON).until(() -> hesitating.heardAbout("n-1").equals(List.of(1L)));

        store.notes().retell(Filters.empty(), note -> new MessageCreated(note.id(), "again"));
        hesitating.acknowledge();

        await().atMost(SOON).until(() -> hesitating.heardAbout("n-1").equals(List.of(1L, 1L)));
        hesitating.acknowledge();
        await().atMost(SOON).until(() -> store.outbox("n-1").isEmpty());
    }

    @Test
    void documentsAreToldAgainWhileTheyAreWrittenTo() throws Exception {
        store.works().start();
        written("n-1");

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> writer = threads.submit(() -> {
                for (int i = 0; i < 50; i++) {
                    store.notes().change("n-1", current -> current.stamped(List.of("a")));
                }
            });
            Future<?> operator = threads.submit(() -> {
                for (int i = 0; i < 20; i++) {
                    store.notes().retell(Filters.empty(), note -> new MessageCreated(note.id(), "again"));
                }
            });
            writer.get();
            operator.get();
        }

        await().atMost(SOON).until(() -> store.outbox("n-1").isEmpty());
        assertThat(broker.heardAbout("n-1")).isSorted().hasSizeGreaterThanOrEqualTo(71);
        assertThat(broker.heardAbout("n-1").stream().distinct()).containsExactlyElementsOf(numbers(1, 51));
    }

    @Test
    void whatReleaseTwoLeftBehindInADocumentIsToldDoneAndRecognised() throws IOException {
        store.stored().insertOne(BsonDocument.parse(Files.readString(WAITING)));
        DueWork step = store.notes().work(WorkPlan.of("step"), (_, _) -> Outcome.DONE);
        assertThat(step.performNow("n-1")).isTrue();

        store.works().start();

        await().atMost(SOON).until(() -> store.outbox("n-1").isEmpty());
        assertThat(broker.heardAbout("n-1")).containsExactly(2L, 3L);
        assertThat(store.stored("n-1").getDocument("due")).isEmpty();
        assertThat(written("n-1").version()).isEqualTo(3);
    }

    private Note written(String id) {
        return store.notes()
                .insert(
                        Note.blank(id, 1).written(),
                        new org.yol.platform.document.RequestIdentity("key of " + id, "digest"));
    }

    private static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private static BsonDocument entry() {
        return entry(EventType.MESSAGE_CREATED.type());
    }

    private static BsonDocument entry(String type) {
        return new BsonDocument("id", new BsonString("e-" + type))
                .append("seq", new BsonInt64(1))
                .append("type", new BsonString(type))
                .append("time", new BsonDateTime(Instant.now().minusSeconds(5).toEpochMilli()))
                .append("data", new BsonString("{}"));
    }
}
