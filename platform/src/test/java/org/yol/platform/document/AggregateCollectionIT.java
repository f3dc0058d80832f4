package org.yol.platform.document;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.bson.codecs.pojo.annotations.BsonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yol.contracts.MessageCreated;
import org.yol.platform.note.Note;
import org.yol.platform.note.NoteStore;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

class AggregateCollectionIT {

    private static final RequestIdentity FIRST = new RequestIdentity("key-1", "digest-1");
    private static final RequestIdentity SECOND = new RequestIdentity("key-2", "digest-2");

    private static final Guard<Note> NOBODY = _ -> {
        throw new Refused(Problem.NOT_FOUND);
    };

    private final NoteStore store = new NoteStore(null); // nobody listens: events stay where they are written
    private AggregateCollection<Note> notes;

    @BeforeEach
    void open() {
        notes = store.notes();
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** What nobody is told of. Public because the record codec can read no other. */
    public record Quiet(@BsonId String id, long version) implements Silent {}

    @Test
    void silentDocumentIsWrittenAndSweptForNothingAndFailsToTellAnEvent() {
        AggregateCollection<Quiet> quiets = store.collections().open("quiets", Quiet.class, List.of());
        RequestIdentity request = new RequestIdentity("key", "digest");

        quiets.insert(Change.silent(new Quiet("q-1", 0)), request);

        assertThat(quiets.find("q-1")).contains(new Quiet("q-1", 1));
        assertThatIllegalStateException()
                .isThrownBy(() -> quiets.insert(
                        Change.telling(new Quiet("q-2", 0), new MessageCreated("q-2", "reader")), request));
        assertThatIllegalStateException()
                .isThrownBy(() -> quiets.retell(eq("_id", "q-1"), quiet -> new MessageCreated(quiet.id(), "reader")));
        assertThat(quiets.find("q-2")).isEmpty();
    }

    @Test
    void insertWritesStateVersionEventsAndRequestAsOneDocument() {
        Note note = notes.insert(Note.blank("n-1", 7).written(), FIRST);

        assertThat(note.version()).isEqualTo(1);
        BsonDocument stored = store.stored("n-1");
        assertThat(stored).containsKeys("text", "rank", "stamps").containsEntry("version", new BsonInt64(1));
        assertThat(seqs("n-1")).containsExactly(1L);
        assertThat(stored.getArray("outbox").getFirst().asDocument())
                .containsOnlyKeys("id", "seq", "type", "time", "data");
        assertThat(keys("n-1")).containsExactly("key-1");
    }

    @Test
    void changeWritesStateVersionEventsAndRequestAtOnce() {
        notes.insert(Note.blank("n-1", 7).written(), FIRST);

        Note note = notes.change(
                "n-1", Guard.none(), new ExpectedVersion(1), SECOND, n -> n.stamped(List.of("a", "b", "c")));

        assertThat(note.version()).isEqualTo(4);
        assertThat(note.stamps()).containsExactly("a", "b", "c");
        assertThat(seqs("n-1")).containsExactly(1L, 2L, 3L, 4L);
        assertThat(keys("n-1")).containsExactly("key-1", "key-2");
    }

    @Test
    void stepThatChangesNothingLeavesNoTrace() {
        notes.insert(Note.blank("n-1", 7).written(), FIRST);
        BsonDocument before = store.stored("n-1");

        Note unchanged = notes.change("n-1", RequestIdentity.ofCause("step", "1"), Change::silent);

        assertThat(unchanged.version()).isEqualTo(1);
        assertThat(store.stored("n-1").get("version")).isEqualTo(before.get("version"));
        assertThat(store.stored("n-1").get("requests")).isEqualTo(before.get("requests"));
    }

    @Test
    void silentChangeRaisesTheVersionAndTellsNothing() {
        notes.insert(Note.blank("n-1", 7).written(), FIRST);

        assertThat(notes.change("n-1", n -> n.reworded("Bring it", "now")).version())
                .isEqualTo(2);
        assertThat(notes.change("n-1", n -> n.stamped(List.of("a"))).version()).isEqualTo(3);
        assertThat(seqs("n-1")).containsExactly(1L, 3L);
    }

    @Test
    void changeThatChangesNothingWritesNothing() {
        Note note = notes.insert(Note.blank("n-1", 7).written(), FIRST);

        assertThat(notes.change("n-1", Change::silent)).isEqualTo(note);
    }

    @Test
    void manyAreMadeAndChangedTogetherEachOnceForItsCause() {
        notes.insert(Note.blank("n-1", 7).written(), FIRST);
        Note known = notes.find("n-1").orElseThrow();
        RequestIdentity cause = RequestIdentity.ofCause("step", "all");
        List<CausedChange<Note>> changes = List.of(
                new CausedChange<>(known, cause, note -> note.stamped(List.of("a", "b"))),
                new CausedChange<>(Note.blank("n-2", 8), cause, note -> note.reworded("Bring it", "now")),
                new CausedChange<>(Note.blank("n-3", 9), cause, Change::silent));

        var first = notes.changeAll(changes);
        var again = notes.changeAll(changes);

        assertThat(first).isEqualTo(again).containsOnlyKeys("n-1", "n-2");
        assertThat(first.get("n-1").stamps()).containsExactly("a", "b");
        assertThat(first.get("n-1").version()).isEqualTo(3);
        assertThat(seqs("n-1")).containsExactly(1L, 2L, 3L);
        assertThat(first.get("n-2").version()).isEqualTo(1);
        assertThat(store.stored("n-3")).isNull();
    }

    @Test
    void whatOthersChangedInBetweenIsChangedOnItsNewState() {
        notes.insert(Note.blank("n-1", 7).written(), FIRST);
        RequestIdentity cause = RequestIdentity.ofCause("step", "all");
        List<String> others = new java.util.ArrayList<>(List.of("theirs"));
        Function<Note, Change<Note>> withOthersInBetween = note -> {
            while (!others.isEmpty()) {
                String stamp = others.removeFirst();
                notes.change("n-1", other -> other.stamped(List.of(stamp)));
                notes.insert(Note.blank("n-2", 8).written(), SECOND);
            }
            return note.stamped(List.of("mine"));
        };

        var changed = notes.changeAll(List.of(
                new CausedChange<>(notes.find("n-1").orElseThrow(), cause, withOthersInBetween),
                new CausedChange<>(Note.blank("n-2", 8), cause, note -> note.stamped(List.of("mine")))));

        assertThat(changed.get("n-1").stamps()).containsExactly("theirs", "mine");
        assertThat(changed.get("n-2").stamps()).containsExactly("mine");
        assertThat(changed.get("n-2").version()).isEqualTo(2);
    }

    @Test
    void workIsSettledForThoseThatAreStillAsItWasDone() {
        Instant soon = Instant.parse("2030-01-01T00:00:00Z");
        Note done = notes.insert(Change.silent(Note.blank("n-1", 7)).due("step", soon), FIRST);
        Note since = notes.insert(Change.silent(Note.blank("n-2", 8)).due("step", soon), FIRST);
        notes.change("n-2", note -> note.stamped(List.of("a")).due("step", soon));

        notes.settleAll(List.of(done, since), List.of("step"));

        assertThat(store.stored("n-1").getDocument("due").containsKey("step")).isFalse();
        assertThat(store.stored("n-2").getDocument("due").containsKey("step")).isTrue();
        assertThat(notes.find("n-1").orElseThrow().version()).isEqualTo(done.version());
    }

    @Test
    void fieldThatBecameNullIsNoLongerStored() {
        notes.insert(Note.blank("n-1", 7).written(), FIRST);

        Note note = notes.change("n-1", n -> n.reworded("Bring it", null));

        assertThat(note.remark()).isNull();
        assertThat(store.stored("n-1")).doesNotContainKey("remark").containsKey("outbox");
    }

    @Test
    void insertOfWhatExistsIsRefusedWithWhatIsThere() {
        Note note = notes.insert(Note.blank("n-1", 7).written(), FIRST);

        assertThatExceptionOfType(AlreadyExists.class)
                .isThrownBy(() -> notes.insert(Note.blank("n-1", 8).written(), SECOND))
                .satisfies(refusal -> assertThat(refusal.existing(Note.class)).isEqualTo(note));
    }

    @Test
    void changeOfWhatDoesNotExistIsRefused() {
        assertRefused(Problem.NOT_FOUND, () -> notes.change("n-1", Change::silent));
    }

    @Test
    void changeOfAnOlderVersionIsRefused() {
        notes.insert(Note.blank("n-1", 7).written(), FIRST);
        notes.change("n-1", n -> n.stamped(List.of("a")));

        assertRefused(
                Problem.STALE_VERSION,
                () -> notes.change("n-1", Guard.none(), new ExpectedVersion(1), n -> n.reworded("Bring it", null)));
        assertThat(notes.find("n-1").orElseThrow().text()).isEqualTo("Bring the diploma");
    }

    @Test
    void guardIsAskedBeforeAStaleVersionIsNamed() {
        notes.insert(Note.blank("n-1", 7).written(), FIRST);

        assertRefused(
                Problem.NOT_FOUND,
                () -> notes.change("n-1", NOBODY, new ExpectedVersion(9), n -> n.stamped(List.of("a"))));
    }

    @Test
    void repeatedRequestFindsWhatTheFirstDid() {
        Note inserted = notes.insert(Note.blank("n-1", 7).written(), FIRST);
        assertThat(notes.insert(Note.blank("n-1", 7).written(), FIRST)).isEqualTo(inserted);

        Function<Note, Change<Note>> stamp = n -> n.stamped(List.of("a"));
        Note stamped = notes.change("n-1", Guard.none(), new ExpectedVersion(1), SECOND, stamp);
        assertThat(notes.change("n-1", Guard.none(), new ExpectedVersion(1), SECOND, stamp))
                .isEqualTo(stamped);
        assertThat(seqs("n-1")).containsExactly(1L, 2L);
    }

    @Test
    void guardIsAskedBeforeARepeatedRequestIsAnswered() {
        notes.insert(Note.blank("n-1", 7).written(), FIRST);
        notes.change("n-1", Guard.none(), new ExpectedVersion(1), SECOND, n -> n.stamped(List.of("a")));

        assertRefused(
                Problem.NOT_FOUND,
                () -> notes.change("n-1", NOBODY, new ExpectedVersion(1), SECOND, n -> n.stamped(List.of("a"))));
    }

    @Test
    void eventThatComesAHundredTimesChangesTheDocumentOnce() {
        notes.insert(Note.blank("n-1", 7).written(), FIRST);
        RequestIdentity event = RequestIdentity.ofCause("event", "other", "3");

        for (int i = 0; i < 100; i++) {
            notes.change("n-1", event, n -> n.stamped(List.of("a")));
        }

        assertThat(notes.find("n-1").orElseThrow().stamps()).containsExactly("a");
        assertThat(seqs("n-1")).containsExactly(1L, 2L);
    }

    @Test
    void whatIsToBeDoneLaterIsWrittenWithTheStateAndTakenOutWithIt() {
        Instant tomorrow = Instant.parse("2026-11-26T09:00:00Z");
        notes.insert(Note.blank("n-1", 7).written().due("reminder", tomorrow), FIRST);
        assertThat(due("n-1").getDocument("reminder").getDateTime("due").getValue())
                .isEqualTo(tomorrow.toEpochMilli());

        notes.change("n-1", n -> n.reworded("Bring it", null).settled("reminder"));

        assertThat(due("n-1")).containsOnlyKeys("telling");
    }

    @Test
    void documentToldAgainKeepsItsVersion() {
        notes.insert(Note.blank("n-1", 7).written(), FIRST);
        notes.change("n-1", n -> n.reworded("Bring it", null));

        assertThat(notes.retell(Filters.empty(), n -> new MessageCreated(n.id(), n.text())))
                .isEqualTo(1);

        assertThat(notes.find("n-1").orElseThrow().version()).isEqualTo(2);
        assertThat(seqs("n-1")).containsExactly(1L, 2L);
    }

    private BsonDocument due(String id) {
        return store.stored(id).getDocument("due");
    }

    @Test
    void keyOfAnotherRequestIsRefused() {
        notes.insert(Note.blank("n-1", 7).written(), FIRST);

        assertRefused(
                Problem.IDEMPOTENCY_KEY_REUSED,
                () -> notes.change(
                        "n-1",
                        Guard.none(),
                        new ExpectedVersion(1),
                        new RequestIdentity("key-1", "another digest"),
                        n -> n.stamped(List.of("a"))));
    }

    @Test
    void documentRemembersItsLastFiftyRequests() {
        notes.insert(Note.blank("n-1", 7).written(), FIRST);
        for (int i = 1; i <= 50; i++) {
            var request = new RequestIdentity("stamp-" + i, "digest");
            notes.change("n-1", Guard.none(), new ExpectedVersion(i), request, n -> n.stamped(List.of("a")));
        }

        assertThat(keys("n-1")).hasSize(50).startsWith("stamp-1").endsWith("stamp-50");
    }

    @Test
    void doublePressOnTheSameButtonHasOneEffect() throws Exception {
        notes.insert(Note.blank("n-1", 7).written(), FIRST);

        List<Note> answers = bothAtOnce(
                () -> notes.change("n-1", Guard.none(), new ExpectedVersion(1), SECOND, n -> n.stamped(List.of("a"))));

        assertThat(answers).extracting(Note::version).containsOnly(2L);
        assertThat(notes.find("n-1").orElseThrow().stamps()).containsExactly("a");
        assertThat(seqs("n-1")).containsExactly(1L, 2L);
    }

    @Test
    void doublePressThatInsertsMakesOneDocument() throws Exception {
        List<Note> answers = bothAtOnce(() -> notes.insert(Note.blank("n-1", 7).written(), FIRST));

        assertThat(answers).extracting(Note::version).containsOnly(1L);
        assertThat(seqs("n-1")).containsExactly(1L);
    }

    @Test
    void racingWritersLoseNoneOfTheirChanges() throws Exception {
        notes.insert(Note.blank("n-1", 7).written(), FIRST);

        for (int i = 0; i < 10; i++) {
            bothAtOnce(() -> notes.change("n-1", n -> n.stamped(List.of("a"))));
        }

        assertThat(notes.find("n-1").orElseThrow().stamps()).hasSize(20);
        assertThat(seqs("n-1")).hasSize(21).isSorted().doesNotHaveDuplicates();
    }

    private <T> List<T> bothAtOnce(java.util.concurrent.Callable<T> action) throws Exception {
        var together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<T>> answers = java.util.stream.Stream.of(1, 2)
                    .map(_ -> threads.submit(() -> {
                        together.await();
                        return action.call();
                    }))
                    .toList();
            return List.of(answers.getFirst().get(), answers.getLast().get());
        }
    }

    private static void assertRefused(Problem problem, org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(action)
                .extracting(Refused::problem)
                .isEqualTo(problem);
    }

    private List<Long> seqs(String id) {
        return store.outbox(id).stream()
                .map(BsonValue::asDocument)
                .map(entry -> entry.getInt64("seq").getValue())
                .toList();
    }

    private List<String> keys(String id) {
        return store.stored(id).getArray("requests").stream()
                .map(BsonValue::asDocument)
                .map(request -> request.getString("key").getValue())
                .toList();
    }
}
