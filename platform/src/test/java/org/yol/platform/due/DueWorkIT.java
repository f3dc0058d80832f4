package org.yol.platform.due;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.Change;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.note.Note;
import org.yol.platform.note.NoteStore;
import org.yol.platform.note.SetClock;

class DueWorkIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final WorkPlan PLAN = WorkPlan.of("step").sweptEvery(Duration.ofMillis(20));
    private static final WorkPlan ENDING = new WorkPlan(
            "step",
            Duration.ofSeconds(30),
            1,
            Duration.ofSeconds(10),
            Duration.ofSeconds(25),
            4,
            Duration.ofMillis(20));

    private final SetClock clock = new SetClock();
    private final NoteStore store = new NoteStore(null, clock);
    private final NoteStore.Replica other = store.anotherReplica(null);

    /** What has been done, by whom. */
    private final Map<String, List<String>> done = new ConcurrentHashMap<>();

    @AfterEach
    void close() {
        other.works().stop();
        store.close();
    }

    @Test
    void twoReplicasDoEachOfTwoHundredOnce() {
        List<String> ids = IntStream.range(0, 200).mapToObj(i -> "n-" + i).toList();
        ids.forEach(this::due);
        DueWork one = work(store.notes(), PLAN, (note, _) -> did("one", note));
        DueWork two = work(other.notes(), PLAN, (note, _) -> did("two", note));

        store.works().start();
        other.works().start();
        ids.forEach(one::nudge);
        ids.reversed().forEach(two::nudge);

        await().atMost(SOON).until(() -> ids.stream().allMatch(id -> step(id) == null));
        assertThat(done).containsOnlyKeys(ids);
        assertThat(done.values()).allMatch(by -> by.size() == 1);
        assertThat(done.values().stream().flatMap(List::stream).distinct()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void workOfAHolderThatDiedIsTakenOverWhenItsLeaseEnds() {
        due("n-1");
        Paused dead = new Paused();
        DueWork first = work(store.notes(), PLAN, (note, _) -> dead.hold(() -> did("dead", note)));
        DueWork second = work(other.notes(), PLAN, (note, _) -> did("heir", note));
        Thread.ofVirtual().start(() -> first.performNow("n-1"));
        dead.awaitEntered();
        other.works().start();

        assertThat(second.performNow("n-1")).isFalse();
        clock.pass(PLAN.lease().minusMillis(1));
        assertThat(second.performNow("n-1")).isFalse();
        clock.pass(Duration.ofMillis(1));

        await().atMost(SOON).until(() -> step("n-1") == null);
        assertThat(done.get("n-1")).containsExactly("heir");
        dead.goOn(); // only for the test to end
    }

    @Test
    void whatAHolderStillWritesThatWasPausedForAMinuteChangesNothing() {
        due("n-1");
        Paused paused = new Paused();
        CountDownLatch returned = new CountDownLatch(1);
        DueWork first = work(
                store.notes(),
                PLAN,
                (_, claim) -> paused.hold(() -> {
                    assertThat(store.notes().change(claim, note -> result(note, "late")))
                            .isEmpty();
                    returned.countDown();
                    return Outcome.DONE;
                }));
        DueWork second = work(other.notes(), PLAN, (_, claim) -> {
            other.notes().change(claim, note -> result(note, "in time"));
            return Outcome.WRITTEN;
        });
        store.works().start();
        first.nudge("n-1");
        paused.awaitEntered();
        clock.pass(Duration.ofMinutes(1));
        assertThat(second.performNow("n-1")).isTrue();
        BsonDocument stands = store.stored("n-1");

        paused.goOn();

        awaitOpen(returned);
        store.works().stop(); // and so the rest of it is over too
        assertThat(store.stored("n-1")).isEqualTo(stands);
        assertThat(store.notes().find("n-1").orElseThrow().text()).isEqualTo("in time");
    }

    @Test
    void outcomeOfAPausedHolderLeavesTheClaimOfTheOneWhoTookOver() {
        for (Outcome late : List.of(Outcome.DONE, Outcome.again(clock.instant().plusSeconds(5)))) {
            String id = "n-" + late.hashCode();
            due(id);
            Paused heir = new Paused();
            AggregateCollection<Note> theirs = store.anotherReplica(null).notes();
            DueWork second = work(theirs, PLAN, (_, _) -> heir.hold(() -> Outcome.DONE));
            DueWork first = work(other.notes(), PLAN, (_, _) -> {
                clock.pass(Duration.ofMinutes(1));
                Thread.ofVirtual().start(() -> second.performNow(id));
                heir.awaitEntered();
                return late;
            });

            first.performNow(id);

            assertThat(step(id).getString("holder").getValue()).isNotNull();
            heir.goOn();
            await().atMost(SOON).until(() -> step(id) == null);
        }
    }

    @Test
    void pausedHolderWhoseLastAttemptFailsDoesNotAbandonWhatAnotherDoes() {
        due("n-1");
        exhausted("n-1", ENDING.attempts() - 1);
        AtomicInteger abandoned = new AtomicInteger();
        DueWork second = work(other.notes(), ENDING, new Failing(abandoned, (note, _) -> did("heir", note)));
        DueWork first = work(store.notes(), ENDING, new Failing(abandoned, (note, _) -> {
            clock.pass(Duration.ofMinutes(1));
            // The heir finds more attempts than the plan has: that of the lost holder was the last.
            assertThat(step("n-1").getNumber("attempts").intValue()).isEqualTo(ENDING.attempts());
            store.notes().change(note.id(), current -> result(current, "again").due("step", clock.instant()));
            throw new IllegalStateException("too late");
        }));

        first.performNow("n-1");

        assertThat(abandoned).hasValue(0);
        assertThat(second.performNow("n-1")).isTrue();
        assertThat(done.get("n-1")).containsExactly("heir");
    }

    @Test
    void pausesGrowAreSpreadAndEnd() {
        List<String> ids = IntStream.range(0, 20).mapToObj(i -> "n-" + i).toList();
        ids.forEach(this::due);
        DueWork work = work(store.notes(), ENDING, new Failing(new AtomicInteger(), null));

        for (long longest : new long[] {10, 20, 25}) {
            List<Long> pauses = new ArrayList<>();
            for (String id : ids) {
                assertThat(work.performNow(id)).isFalse();
                pauses.add(Duration.between(clock.instant(), next(id)).toMillis());
            }
            assertThat(pauses).allMatch(pause -> pause >= longest * 500 && pause <= longest * 1_000);
            assertThat(pauses.stream().distinct().count()).isGreaterThan(10);
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(store.stored("n-1").getDocument("due").getDocument("step")).doesNotContainKey("holder");
    }

    @Test
    void failedWorkIsNotDoneBeforeItsPauseEnds() {
        due("n-1");
        DueWork work = work(store.notes(), ENDING, (note, _) -> {
            did("one", note);
            throw new IllegalStateException("no");
        });
        store.works().start();
        work.nudge("n-1");
        await().atMost(SOON).until(() -> times("n-1") == 1 && !step("n-1").containsKey("holder"));

        clock.pass(Duration.between(clock.instant(), next("n-1")));

        await().atMost(SOON).until(() -> times("n-1") == 2);
    }

    @Test
    void workIsAbandonedOnceAfterItsAttempts() {
        due("n-1");
        AtomicInteger abandoned = new AtomicInteger();
        DueWork work = work(store.notes(), ENDING, new Failing(abandoned, null));

        for (int attempt = 1; attempt <= ENDING.attempts(); attempt++) {
            assertThat(abandoned).hasValue(0);
            work.performNow("n-1");
        }

        assertThat(abandoned).hasValue(1);
        assertThat(step("n-1")).isNull();
        assertThat(work.performNow("n-1")).isFalse();
        assertThat(abandoned).hasValue(1);
    }

    @Test
    void workThatKillsEveryHolderHasAnEndToo() {
        due("n-1");
        exhausted("n-1", ENDING.attempts());
        AtomicInteger abandoned = new AtomicInteger();
        DueWork work = work(store.notes(), ENDING, new Failing(abandoned, (note, _) -> did("one", note)));

        work.performNow("n-1");

        assertThat(abandoned).hasValue(1);
        assertThat(done).isEmpty();
        assertThat(step("n-1")).isNull();
    }

    @Test
    void errorIsAFailureLikeAnyOther() {
        due("n-1");
        DueWork work = work(store.notes(), ENDING, (_, _) -> {
            throw new StackOverflowError();
        });

        assertThat(work.performNow("n-1")).isFalse();

        assertThat(step("n-1")).doesNotContainKey("holder");
        assertThat(next("n-1")).isAfter(clock.instant());
    }

    @Test
    void againIsNoFailureAndForgivesThoseBefore() {
        due("n-1");
        exhausted("n-1", 2);
        Instant inAnHour = clock.instant().plusSeconds(3_600);
        DueWork work = work(store.notes(), ENDING, (_, _) -> Outcome.again(inAnHour));

        for (int time = 0; time < 10; time++) {
            assertThat(work.performNow("n-1")).isTrue();
        }

        assertThat(step("n-1")).isEqualTo(DueWork.scheduled(inAnHour));
    }

    @Test
    void performNowDoesItInTheCallersThreadBeforeItIsDue() {
        store.notes()
                .insert(
                        Change.silent(Note.blank("n-1", 1))
                                .due("step", clock.instant().plusSeconds(3)),
                        RequestIdentity.ofCause("n-1"));
        List<Thread> threads = new CopyOnWriteArrayList<>();
        DueWork work = work(store.notes(), PLAN, (_, _) -> {
            threads.add(Thread.currentThread());
            return Outcome.DONE;
        });

        assertThat(work.performNow("n-1")).isTrue();

        assertThat(threads).containsExactly(Thread.currentThread());
        assertThat(step("n-1")).isNull();
        assertThat(work.performNow("n-1")).isFalse();
        assertThat(work.performNow("no such document")).isFalse();
    }

    @Test
    void performNowLeavesAloneWhatSomebodyIsAt() {
        due("n-1");
        Paused paused = new Paused();
        DueWork work = work(store.notes(), PLAN, (note, _) -> paused.hold(() -> did("one", note)));
        store.works().start();
        paused.awaitEntered();

        assertThat(work.performNow("n-1")).isFalse();

        paused.goOn();
        await().atMost(SOON).until(() -> step("n-1") == null);
        assertThat(times("n-1")).isEqualTo(1);
    }

    @Test
    void whatIsHastenedIsDueAtOnceAndWhoeverIsAtItKeepsTheClaim() {
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        store.notes().insert(Change.silent(Note.blank("n-1", 1)).due("step", tomorrow), RequestIdentity.ofCause("n-1"));
        Paused paused = new Paused();
        DueWork work = work(store.notes(), PLAN, (note, _) -> paused.hold(() -> did("one", note)));
        store.works().start();

        work.hasten("n-1");
        paused.awaitEntered();
        work.hasten("n-1");
        assertThat(step("n-1")).containsKey("holder");

        paused.goOn();
        await().atMost(SOON).until(() -> step("n-1") == null);
        work.hasten("n-1");
        assertThat(step("n-1")).isNull();
        assertThat(times("n-1")).isEqualTo(1);
    }

    @Test
    void whoeverClaimsBehindTheBackOfWhoHastensKeepsTheClaim() {
        due("n-1");
        Paused paused = new Paused();
        DueWork first = work(store.notes(), PLAN, (note, _) -> paused.hold(() -> did("one", note)));
        DueWork second = work(other.notes(), PLAN, (note, _) -> did("thief", note));
        clock.pass(Duration.ofSeconds(1));
        Thread.ofVirtual().start(() -> first.performNow("n-1"));
        paused.awaitEntered();

        // As whoever looked at the clock before the claim, and writes after it.
        clock.pass(Duration.ofSeconds(-1));
        other.works().start();
        second.hasten("n-1");

        assertThat(step("n-1")).containsKey("holder");
        assertThat(next("n-1")).isAfter(clock.instant());
        paused.goOn();
        await().atMost(SOON).until(() -> step("n-1") == null);
        assertThat(done.get("n-1")).containsExactly("one");
    }

    @Test
    void claimOfAClockThatWasSetBackSinceIsNobodysWhenSomethingIsHastened() {
        due("n-1");
        Paused dead = new Paused();
        DueWork first = work(store.notes(), PLAN, (note, _) -> dead.hold(() -> did("dead", note)));
        DueWork second = work(other.notes(), PLAN, (note, _) -> did("heir", note));
        Thread.ofVirtual().start(() -> first.performNow("n-1"));
        dead.awaitEntered();
        clock.pass(Duration.ofHours(-1));
        assertThat(second.performNow("n-1")).isFalse();

        other.works().start();
        second.hasten("n-1");

        await().atMost(SOON).until(() -> step("n-1") == null);
        assertThat(done.get("n-1")).containsExactly("heir");
        dead.goOn(); // only for the test to end
    }

    @Test
    void changeThatSchedulesAnewVoidsTheClaimOfWhoeverIsAtWork() {
        due("n-1");
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        DueWork work = work(store.notes(), PLAN, (note, claim) -> {
            store.notes()
                    .change(note.id(), current -> result(current, "extended").due("step", tomorrow));
            assertThat(store.notes().change(claim, current -> result(current, "expired")))
                    .isEmpty();
            return Outcome.DONE;
        });

        work.performNow("n-1");

        assertThat(step("n-1")).isEqualTo(DueWork.scheduled(tomorrow));
        assertThat(store.notes().find("n-1").orElseThrow().text()).isEqualTo("extended");
    }

    @Test
    void changeOfSomethingElseLeavesTheClaim() {
        due("n-1");
        DueWork work = work(store.notes(), PLAN, (note, claim) -> {
            store.notes().change(note.id(), current -> current.reworded("other", null));
            assertThat(store.notes().change(claim, current -> result(current, "mine")))
                    .isPresent();
            return Outcome.WRITTEN;
        });

        work.performNow("n-1");

        assertThat(step("n-1")).isNull();
        assertThat(store.notes().find("n-1").orElseThrow().text()).isEqualTo("mine");
    }

    @Test
    void stopLetsWhatIsAtWorkFinishAndBeginsNothing() throws InterruptedException {
        due("n-1");
        due("n-2");
        Paused paused = new Paused();
        work(store.notes(), ENDING, (note, _) -> paused.hold(() -> did("one", note)));
        store.works().start();
        paused.awaitEntered();
        Thread stopping = Thread.ofVirtual().start(() -> store.works().stop());
        await().atMost(SOON).until(() -> !store.works().isRunning());

        paused.goOn();
        stopping.join();

        assertThat(done).hasSize(1);
        String finished = done.keySet().iterator().next();
        assertThat(step(finished)).isNull();
        assertThat(step(finished.equals("n-1") ? "n-2" : "n-1")).isEqualTo(DueWork.scheduled(clock.instant()));
    }

    /** Somebody who takes up work and then does nothing for a while. */
    private static final class Paused {

        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch goingOn = new CountDownLatch(1);

        Outcome hold(Supplier<Outcome> rest) {
            entered.countDown();
            awaitOpen(goingOn);
            return rest.get();
        }

        void awaitEntered() {
            awaitOpen(entered);
        }

        void goOn() {
            goingOn.countDown();
        }
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            assertThat(latch.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Counts how often it is abandoned. */
    private record Failing(AtomicInteger abandoned, Task<Note> task) implements Task<Note> {

        @Override
        public Outcome perform(Note note, Claim claim) {
            if (task == null) {
                throw new IllegalStateException("no");
            }
            return task.perform(note, claim);
        }

        @Override
        public void abandon(Note note) {
            abandoned.incrementAndGet();
        }
    }

    /** The embedded store fails what comes while it makes an index. */
    private DueWork work(AggregateCollection<Note> notes, WorkPlan plan, Task<Note> task) {
        DueWork work = notes.work(plan, task);
        NoteStore.awaitIndex(store.stored(), "due.step.due_1");
        return work;
    }

    private void due(String id) {
        store.notes()
                .insert(Change.silent(Note.blank(id, 1)).due("step", clock.instant()), RequestIdentity.ofCause(id));
    }

    /** As if it had been tried so often by processes that never came back. */
    private void exhausted(String id, int attempts) {
        store.stored()
                .updateOne(
                        new BsonDocument("_id", new BsonString(id)),
                        combine(set("due.step.attempts", attempts), set("due.step.holder", "dead")));
    }

    private static Change<Note> result(Note note, String text) {
        return note.reworded(text, null).settled("step");
    }

    private Outcome did(String replica, Note note) {
        done.computeIfAbsent(note.id(), _ -> new CopyOnWriteArrayList<>()).add(replica);
        return Outcome.DONE;
    }

    private int times(String id) {
        return done.getOrDefault(id, List.of()).size();
    }

    private Instant next(String id) {
        return Instant.ofEpochMilli(step(id).getDateTime("due").getValue());
    }

    /** What is written about the work in a document; null when there is nothing to do. */
    private BsonDocument step(String id) {
        return store.stored(id).getDocument("due", new BsonDocument()).getDocument("step", null);
    }
}
