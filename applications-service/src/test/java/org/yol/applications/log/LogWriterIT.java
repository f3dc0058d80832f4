package org.yol.applications.log;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.yol.applications.call.CallFixtures;
import org.yol.applications.commitment.LogOrigin;
import org.yol.applications.log.EnteredDocuments.Entered;
import org.yol.contracts.ApplicationEvent.Submitted;
import org.yol.contracts.CheckpointSigned;
import org.yol.contracts.EventType;
import org.yol.contracts.GoldenEvents;
import org.yol.contracts.LotteryEvent.Committed;
import org.yol.contracts.Topics;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.due.Claim;
import org.yol.platform.due.DueWorks;
import org.yol.platform.event.CloudEventConverter;
import org.yol.platform.event.ReceivedEvent;
import org.yol.platform.outbox.Outbox;
import org.yol.platform.outbox.OutboxRelay;
import org.yol.platform.problem.Refused;
import org.yol.platform.startup.Preparations;
import org.yol.platform.test.EventProbe;
import org.yol.platform.test.ServiceTest;
import org.yol.transparency.AddCheckpoint;
import org.yol.transparency.Algorithm;
import org.yol.transparency.Checkpoint;
import org.yol.transparency.FullTile;
import org.yol.transparency.Hash;
import org.yol.transparency.SignedNote;
import org.yol.transparency.SigningKey;
import org.yol.transparency.SplitView;
import org.yol.transparency.Tree;
import org.yol.transparency.Witness;
import org.yol.transparency.WitnessMemory;
import tools.jackson.databind.json.JsonMapper;

/** Each test has a log of its own, in a database of its own, with as many processes as it likes. */
@ServiceTest
class LogWriterIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private MongoClient client;

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxRelay relay;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Preparations preparations;

    @Autowired
    private SignedBefore signedBefore;

    @Autowired
    private CloudEventConverter converter;

    private static final EventProbe TOLD = EventProbe.listeningTo(Topics.LOG);

    private final List<CheckpointSigned> published = new ArrayList<>();
    private final String name = "log_" + UUID.randomUUID().toString().substring(0, 8);
    private final LogOrigin origin = new LogOrigin(name + ".example/api/log", URI.create("http://localhost"));
    private final SigningKey key = SigningKey.generate(origin.origin(), Algorithm.ED25519);
    private final Remembered remembered = new Remembered();
    private MongoDatabase database;

    @BeforeEach
    void aDatabaseOfItsOwn() {
        database = client.getDatabase(name);
    }

    @AfterAll
    static void stopListening() {
        TOLD.close();
    }

    @AfterEach
    void forget() {
        database.drop();
    }

    /** Asks the broker only where a test is about that: it takes a second. */
    private final class Remembered extends SignedBefore {

        private boolean asksTheBroker;
        private CheckpointSigned told;

        Remembered() {
            super(null, null);
        }

        @Override
        Optional<CheckpointSigned> last(String log) {
            return asksTheBroker ? signedBefore.last(log) : Optional.ofNullable(told);
        }
    }

    /** One process of the service. */
    private final class Process {

        /** Not started: work is done when a test says so. */
        private final DueWorks works = new DueWorks(Clock.systemUTC(), meters);

        private final AggregateCollections collections =
                new AggregateCollections(database, outbox, relay, works, preparations);
        private final Crash crash;
        private final LogParts parts;
        private final PublicLogs logs = new PublicLogs(collections, preparations, origin, Clock.systemUTC());
        private final LogWriter writer;

        Process(Crash crash, String... keys) {
            this.crash = crash;
            LogKeys read = LogKeys.read(TestLog.file(List.of(keys)).toString(), origin.origin());
            LogEntries entries = new DyingEntries(collections, crash);
            this.parts = new LogParts(
                    origin,
                    read,
                    entries,
                    new DyingTiles(collections, entries, crash),
                    new DyingWaiting(collections, crash),
                    new DyingDays(collections, crash));
            this.writer = new LogWriter(logs, parts, remembered, Clock.systemUTC());
        }

        Process(Crash crash) {
            this(crash, key.encode());
        }

        void says(String... digests) {
            parts.waiting()
                    .keep(IntStream.range(0, digests.length)
                            .mapToObj(place -> WaitingEntry.of(statement(digests[place]), Instant.now()))
                            .toList());
            works();
        }

        /** Numbers and signs what waits. */
        void works() {
            logs.begin();
            writer.numbering.performNow(origin.origin());
        }

        PublicLog log() {
            return logs.now();
        }

        Evidences evidences() {
            return new Evidences(collections, parts.keys(), Clock.systemUTC());
        }

        Cosignatures cosignatures(Witnesses witnesses) {
            return new Cosignatures(collections, logs, parts, witnesses, evidences());
        }

        /** That all is there, and entries of these documents. */
        LogVerification verification(Entered... documents) {
            return new LogVerification(
                    logs,
                    parts,
                    cosignatures(new Witnesses(new LogProperties(null, null))),
                    evidences(),
                    remembered,
                    List.of(found -> Stream.of(documents).forEach(found)));
        }
    }

    /** Japan watches, and is asked where it has an address. */
    private static Witnesses japan(String address) {
        return new Witnesses(new LogProperties(
                null,
                TestLog.file(List.of("JP " + TestLog.JAPAN.verifierKey().encode() + " " + address))
                        .toString()));
    }

    private static Statement statement(String digest) {
        return Statement.committed(Statement.SUBMISSION, "call-1", Instant.EPOCH, digest);
    }

    private static String[] digests(String prefix, int number) {
        return IntStream.range(0, number).mapToObj(place -> prefix + place).toArray(String[]::new);
    }

    /** Kills a process before or behind one of its writes: it does nothing any more then. */
    private static final class Crash {

        private final String where;
        private volatile boolean dead;

        private Crash(String where) {
            this.where = where;
        }

        static Crash never() {
            return new Crash("never");
        }

        void here(String place) {
            if (where.equals(place)) {
                dead = true;
            }
            if (dead) {
                throw new IllegalStateException("dead at " + where);
            }
        }

        void around(String place, Runnable write) {
            here("before " + place);
            write.run();
            here("behind " + place);
        }
    }

    private static final class DyingEntries extends LogEntries {
        private final Crash crash;

        DyingEntries(AggregateCollections collections, Crash crash) {
            super(collections);
            this.crash = crash;
        }

        @Override
        boolean keep(List<LogEntry> some) {
            crash.here("before entries");
            if (crash.where.equals("within entries")) {
                super.keep(some.subList(0, some.size() / 2));
                crash.here("within entries");
            }
            boolean kept = super.keep(some);
            crash.here("behind entries");
            return kept;
        }
    }

    private static final class DyingTiles extends LogTiles {
        private final Crash crash;

        DyingTiles(AggregateCollections collections, LogEntries entries, Crash crash) {
            super(collections, entries);
            this.crash = crash;
        }

        @Override
        void keep(List<FullTile> full) {
            if (crash.where.equals("within tiles") && full.size() > 1) {
                super.keep(full.subList(0, 1));
                crash.here("within tiles");
            }
            crash.around("tiles", () -> super.keep(full));
        }
    }

    private static final class DyingDays extends LogDays {
        private final Crash crash;

        DyingDays(AggregateCollections collections, Crash crash) {
            super(collections);
            this.crash = crash;
        }

        @Override
        void keep(Instant now, long first) {
            crash.around("days", () -> super.keep(now, first));
        }
    }

    private static final class DyingWaiting extends WaitingEntries {
        private final Crash crash;

        DyingWaiting(AggregateCollections collections, Crash crash) {
            super(collections);
            this.crash = crash;
        }

        @Override
        void remove(Collection<String> ids) {
            crash.around("removal", () -> super.remove(ids));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before entries",
                "within entries",
                "behind entries",
                "before tiles",
                "within tiles",
                "behind tiles",
                "before days",
                "behind days",
                "before removal",
                "behind removal"
            })
    void aProcessThatDiesBetweenTwoWritesLosesNothingAndRepeatsNothing(String place) {
        Process dying = new Process(new Crash(place));
        dying.says(digests("a", 700));
        assertThat(dying.crash.dead).isTrue();

        Process healthy = new Process(Crash.never());
        healthy.says("a0", "a1", "b0", "b1");

        assertEntries(healthy, 703);
        assertThat(sources(healthy)).hasSize(703).doesNotHaveDuplicates();
        assertOneHistory(healthy);
    }

    @Test
    void twoThatBothBelieveToBeTheWriterSignOneHistory() {
        Process second = new Process(Crash.never());
        second.says(digests("a", 10));
        assertEntries(second, 11);
        second.parts.waiting().keep(List.of(WaitingEntry.of(statement("b0"), Instant.now())));
        // Each as if it had been paused with its lease: what it prepared is of a log that has grown since.
        Process paused = new Process(Crash.never());
        Process another = new Process(Crash.never());
        Batch prepared = paused.writer.next(paused.log()).orElseThrow();
        Batch preparedToo = another.writer.next(another.log()).orElseThrow();
        Claim lost = new Claim(PublicLog.NUMBERING, origin.origin(), "nobody", Instant.now());
        second.says("b1", "b2");
        assertEntries(second, 14);

        assertThat(Batch.write(paused.writer.steps(prepared, lost, Duration.ZERO)))
                .isFalse();
        assertThat(Batch.write(another.writer.steps(preparedToo, lost, Duration.ZERO)))
                .isFalse();

        second.says("c0");
        assertEntries(second, 15);
        assertThat(sources(second)).hasSize(15).doesNotHaveDuplicates();
        assertOneHistory(second);
    }

    @Test
    void whoHasOnlyGivenNumbersIsFollowedByWhoeverSigns() {
        Process second = new Process(Crash.never());
        second.says(digests("a", 3));
        assertEntries(second, 4);
        Process paused = new Process(Crash.never());
        paused.parts.waiting().keep(List.of(WaitingEntry.of(statement("b0"), Instant.now())));
        Batch prepared = new Process(Crash.never()).writer.next(second.log()).orElseThrow();
        List<BooleanSupplier> steps = paused.writer.steps(
                prepared, new Claim(PublicLog.NUMBERING, origin.origin(), "nobody", Instant.now()), Duration.ZERO);
        steps.getFirst().getAsBoolean();

        second.says("c0");
        // It has met the other one's, and looks what they are.
        second.works();
        assertEntries(second, 6);

        assertThat(Batch.write(steps.subList(1, steps.size()))).isFalse();
        assertThat(sources(second)).hasSize(6).doesNotHaveDuplicates();
        assertOneHistory(second);
    }

    @Test
    void anEventThatSaysNothingIsPutAsideAloneAndAStoreThatIsAwayIsWaitedFor() {
        Process process = new Process(Crash.never());
        LogListener listener = listener(process, process.parts.waiting(), _ -> List.of());
        ReceivedEvent senseless =
                new ReceivedEvent("2", "a", 1, Instant.now(), new Submitted(null, null, null, null, "c"));

        BatchListenerFailedException failed = catchThrowableOfType(
                BatchListenerFailedException.class,
                () -> listener.on(List.of(published("call-1"), senseless, published("call-2")), List.of()));

        assertThat(failed.getIndex()).isOne();
        assertThat(process.parts.waiting().first(9))
                .extracting(waiting -> waiting.statement().call())
                .containsExactly("call-1");

        WaitingEntries away = new WaitingEntries(process.collections) {
            @Override
            void keep(List<WaitingEntry> some) {
                throw new IllegalStateException("away");
            }
        };
        LogListener waiting = listener(process, away, _ -> List.of());
        assertThat(catchThrowableOfType(
                                BatchListenerFailedException.class,
                                () -> waiting.on(List.of(published("call-1"), published("call-2")), List.of()))
                        .getIndex())
                .isZero();
    }

    @Test
    void whatComesBeforeSubmissionsIsNumberedBeforeThemThoughItIsHeardOfLater() {
        Process process = new Process(Crash.never());
        Committed bound = new Committed("mext-research-2027-kg", "operator", "ab".repeat(32), Instant.EPOCH);
        Clock behind = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-5));
        // Another process has it, whose clock is ahead.
        process.parts.waiting().keep(List.of(WaitingEntry.of(Statement.of(bound), Instant.now())));
        LogListener listener = new LogListener(
                process.parts.waiting(),
                new OrderOfCalls(_ -> List.of(Statement.of(bound)), process.parts.waiting()),
                process.writer,
                behind);

        listener.on(List.of(submitted("first"), submitted("second")), List.of());
        listener.on(
                List.of(submitted("third"), new ReceivedEvent("x", bound.callId(), 1, Instant.now(), bound)),
                List.of());
        process.works();

        assertThat(sources(process).subList(1, 5))
                .containsExactly(
                        "lottery-commitment/mext-research-2027-kg/operator",
                        "submission/first",
                        "submission/second",
                        "submission/third");
        assertEntries(process, 5);
    }

    private static ReceivedEvent submitted(String digest) {
        Submitted told = (Submitted) GoldenEvents.event(EventType.APPLICATION_SUBMITTED);
        Submitted other =
                new Submitted(told.application(), told.receiptId(), told.submittedAt(), told.replaces(), digest);
        return new ReceivedEvent(digest, digest, 1, Instant.now(), other);
    }

    private static LogListener listener(Process process, WaitingEntries waiting, BeforeSubmissions before) {
        return new LogListener(waiting, new OrderOfCalls(before, waiting), process.writer, Clock.systemUTC());
    }

    private static ReceivedEvent published(String call) {
        return new ReceivedEvent(call, call, 1, Instant.now(), CallFixtures.publishedNow(call));
    }

    @Test
    void aStoreFromABackupIsNotSigned() {
        remembered.asksTheBroker = true;
        Process process = new Process(Crash.never());
        process.says(digests("a", 5));
        assertEntries(process, 6);
        Document yesterday = database.getCollection("public-logs").find().first();
        process.says(digests("b", 5));
        assertEntries(process, 11);
        await().atMost(SOON)
                .until(() -> signedBefore.last(origin.origin()).orElseThrow().size() == 11);
        // What the backup had not told yet when it was made, it tells now.
        TOLD.tell(
                EventType.CHECKPOINT_SIGNED,
                origin.origin(),
                2,
                JsonMapper.shared()
                        .writeValueAsString(new CheckpointSigned(
                                origin.origin(), 6, yesterday.getString("root"), yesterday.getString("checkpoint"))));
        assertThat(signedBefore.last(origin.origin()).orElseThrow().size()).isEqualTo(11);

        database.getCollection("log-entries").deleteMany(gte("_id", 6L));
        database.getCollection("public-logs").replaceOne(eq("_id", origin.origin()), yesterday);
        Process restarted = new Process(Crash.never());
        restarted.says("c0");

        assertThat(restarted.log().halted()).isEqualTo(PublicLog.Halt.STORE_BEHIND);
        assertThat(restarted.log().size()).isEqualTo(6);

        // The newer backup is found: it signs again, and what waited is not lost.
        IntStream.range(0, 5)
                .forEach(place -> database.getCollection("log-entries", LogEntry.class)
                        .insertOne(LogEntry.of(6 + place, statement("b" + place))));
        Document stored = database.getCollection("public-logs").find().first();
        CheckpointSigned last = signedBefore.last(origin.origin()).orElseThrow();
        stored.append("size", last.size()).append("root", last.root()).append("checkpoint", last.checkpoint());
        database.getCollection("public-logs").replaceOne(eq("_id", origin.origin()), stored);
        restarted.works();
        assertEntries(restarted, 12);
        assertThat(restarted.log().halted()).isNull();
        assertOneHistory(restarted);
    }

    @Test
    void entriesThatWereChangedInTheStoreAreNotSigned() {
        Process process = new Process(Crash.never());
        process.says(digests("a", 5));
        assertEntries(process, 6);
        database.getCollection("log-entries")
                .updateOne(
                        eq("_id", 3L), Updates.set("leaf", statement("x").leaf().hex()));

        Process restarted = new Process(Crash.never());
        restarted.says("b0");

        assertThat(restarted.log().halted()).isEqualTo(PublicLog.Halt.STORE_REWRITTEN);
        assertThat(restarted.log().size()).isEqualTo(6);

        database.getCollection("log-entries", LogEntry.class)
                .replaceOne(eq("_id", 3L), LogEntry.of(3, statement("a2")));
        restarted.works();
        assertEntries(restarted, 7);
        assertThat(restarted.log().halted()).isNull();
    }

    @Test
    void whatHasItsNumberAndIsNotSignedIsSignedHoweverMuchItIs() {
        Process process = new Process(Crash.never());
        process.says("a1");
        assertEntries(process, 2);
        int many = 2 * LogWriter.LEFT_AT_ONCE + 500;
        database.getCollection("log-entries", LogEntry.class)
                .insertMany(IntStream.range(2, many)
                        .mapToObj(index -> LogEntry.of(index, statement("a" + index)))
                        .toList());

        Process restarted = new Process(Crash.never());
        restarted.says("b0");
        IntStream.range(0, 5).forEach(_ -> restarted.works());

        assertEntries(restarted, many + 1);
        assertThat(new Tree(many + 1, restarted.parts.tiles()).root().hex())
                .isEqualTo(restarted.log().root());
    }

    @Test
    void whatHasItsNumberAlreadyHoldsUpNobody() {
        Process process = new Process(Crash.never());
        String[] all = digests("a", LogWriter.AT_ONCE);
        process.says(all);
        assertEntries(process, LogWriter.AT_ONCE + 1);

        // All of it is told once more, and something behind it.
        Instant now = Instant.now();
        process.parts
                .waiting()
                .keep(Stream.of(all)
                        .map(digest -> WaitingEntry.of(statement(digest), now))
                        .toList());
        process.parts.waiting().keep(List.of(WaitingEntry.of(statement("b0"), now.plusSeconds(1))));
        process.works();

        assertThat(process.parts.waiting().first(2)).hasSize(1);
        assertThat(database.getCollection("public-logs")
                        .find(gt("due.numbering.due", Instant.now()))
                        .first())
                .isNull();
    }

    @Test
    void whatIsNotWholeAnyMoreIsNotShown() {
        Process process = new Process(Crash.never());
        process.says(digests("a", 5));
        LogController shown = new LogController(process.logs, process.parts, null, Clock.systemUTC());
        assertThat(shown.entries("/000.p/6").getStatusCode().is2xxSuccessful()).isTrue();

        database.getCollection("log-entries").deleteOne(eq("_id", 3L));

        assertHalted(() -> shown.entries("/000.p/6"));
        assertHalted(() -> shown.tile("0", "/000.p/6"));
        assertHalted(
                () -> new EntryController(process.logs, process.parts, new LogProofs(process.logs, process.parts, null))
                        .one(3));
    }

    private static void assertHalted(ThrowingCallable asked) {
        Refused refused = catchThrowableOfType(Refused.class, asked);
        assertThat(refused.problem()).isEqualTo(LogProblem.LOG_HALTED);
        assertThat(refused.more()).containsEntry("reason", PublicLog.Halt.STORE_BEHIND);
    }

    @Test
    void aNewKeyIsIntroducedByTheOneBefore() {
        Process process = new Process(Crash.never());
        process.says("a0");
        assertEntries(process, 2);
        SigningKey next = SigningKey.generate(origin.origin(), Algorithm.ED25519);

        Process rotated = new Process(Crash.never(), next.encode(), key.encode());
        Batch introducing = rotated.writer.next(rotated.log()).orElseThrow();

        Statement said = introducing.fresh().getFirst().statement();
        assertThat(said.text())
                .contains(next.verifierKey().encode(), key.verifierKey().encode(), "signature");
        assertThat(introducing.signed().verifiedBy(List.of(key.verifierKey()))).hasSize(1);
        assertThat(introducing.signed().verifiedBy(List.of(next.verifierKey()))).hasSize(1);
    }

    @Test
    void aProcessThatHasTheNewKeySecondSignsWithBoth() {
        Process process = new Process(Crash.never());
        process.says("a0");
        SigningKey next = SigningKey.generate(origin.origin(), Algorithm.ED25519);
        Process rotated = new Process(Crash.never(), next.encode(), key.encode());
        rotated.says("a1");
        assertEntries(rotated, 4);

        Process behind = new Process(Crash.never(), key.encode(), next.encode());
        behind.says("a2");

        assertEntries(behind, 5);
        assertThat(SignedNote.parse(behind.log().checkpoint())
                        .verifiedBy(List.of(key.verifierKey(), next.verifierKey())))
                .hasSize(2);
    }

    @Test
    void aKeyThatNobodyIntroducedDoesNotSign() {
        Process process = new Process(Crash.never());
        process.says("a0");
        assertEntries(process, 2);
        SigningKey strange = SigningKey.generate(origin.origin(), Algorithm.ED25519);
        Process other = new Process(Crash.never(), strange.encode());

        assertThat(catchThrowableOfType(Halted.class, () -> other.writer.next(other.log()))
                        .reason())
                .isEqualTo(PublicLog.Halt.KEY_UNKNOWN);
    }

    @Test
    void aCheckpointThatContradictsTheHistoryIsKeptAsEvidence() {
        Process process = new Process(Crash.never());
        process.says(digests("a", 5));
        assertEntries(process, 6);
        Cosignatures cosignatures = process.cosignatures(japan(""));
        String other = new Checkpoint(origin.origin(), 4, Hash.ofLeaf(new byte[] {1}), List.of()).text();
        SignedNote shown = new SignedNote(other, List.of(key.sign(other)));

        assertThat(catchThrowableOfType(
                                Refused.class,
                                () -> cosignatures.take(shown.with(TestLog.JAPAN.cosign(other, Instant.now()))))
                        .problem())
                .isEqualTo(LogProblem.HISTORIES_DIFFER);

        Evidence kept = process.evidences().all().getFirst();
        SplitView.parse(kept.text()).verify(List.of(key.verifierKey()));
        assertThat(kept.earlier()).isEqualTo(4);
        assertThat(kept.later()).isEqualTo(6);

        String larger = new Checkpoint(origin.origin(), 60, Hash.ofLeaf(new byte[] {1}), List.of()).text();
        SignedNote more = new SignedNote(larger, List.of(key.sign(larger)));
        assertThat(catchThrowable(() -> cosignatures.take(more.with(TestLog.JAPAN.cosign(larger, Instant.now())))))
                .isNotNull();
        process.says("b0");
        assertThat(process.log().halted()).isEqualTo(PublicLog.Halt.STORE_BEHIND);
    }

    @Test
    void whoeverReadsAllOfItFindsWhatWasRewritten() {
        Process process = new Process(Crash.never());
        process.says(digests("a", 300));
        process.says(digests("b", 3));
        assertEntries(process, 304);
        LogVerification verification = process.verification(Entered.submission("receipt of a", "a7"));
        MongoCollection<LogEntry> stored = database.getCollection("log-entries", LogEntry.class);

        assertThat(verification.verify(_ -> {}))
                .contains("304 entries", "each entry is the one", "each of 1 documents has its entry");

        LogEntry seventh = stored.find(eq("_id", 7L)).first();
        stored.updateOne(eq("_id", 7L), Updates.set("statement.text", "{}"));
        assertFound(verification, "entry 7 was changed");
        stored.replaceOne(eq("_id", 7L), LogEntry.of(7, statement("x")));
        assertFound(verification, "entry 7 is not the one that was signed");
        stored.replaceOne(eq("_id", 7L), seventh);

        LogEntry one = stored.find(eq("_id", 301L)).first();
        LogEntry other = stored.find(eq("_id", 302L)).first();
        stored.deleteOne(eq("_id", 302L));
        assertFound(verification, "entry 302 is missing");
        stored.replaceOne(eq("_id", 301L), new LogEntry(301, other.leaf(), other.statement()));
        stored.insertOne(new LogEntry(302, one.leaf(), one.statement()));
        assertFound(verification, "among the entries from 256 to 303");
        stored.deleteOne(eq("_id", 302L));
        stored.replaceOne(eq("_id", 301L), one);
        stored.insertOne(other);
        assertThat(verification.verify(_ -> {})).contains("each entry is the one that was signed");

        // Who has the key has signed all of it anew.
        remembered.told = new CheckpointSigned(
                origin.origin(), 5, Hash.ofLeaf(new byte[] {1}).hex(), "");
        assertFound(verification, "the first 5 entries, with all their hashes");
        remembered.told = null;

        stored.deleteMany(gte("_id", 290L));
        assertFound(verification, "entry 290 and all behind it are missing");
    }

    @Test
    void aDocumentThatWasPutIntoTheStoreAfterwardsHasNoEntry() {
        Process process = new Process(Crash.never());
        process.says("a");
        LogVerification verification = process.verification(Entered.submission("receipt 1234", "b"));

        assertFound(verification, "There is no entry of receipt 1234");
    }

    private static void assertFound(LogVerification verification, String what) {
        assertThatIllegalStateException()
                .isThrownBy(() -> verification.verify(_ -> {}))
                .withMessageContaining(what);
    }

    @Test
    void aWitnessThatHasAnAddressIsAsked() throws IOException {
        Process process = new Process(Crash.never());
        process.says(digests("a", 5));
        AtomicReference<SignedNote> memory = new AtomicReference<>();
        Witness japan = new Witness(
                TestLog.JAPAN,
                Map.of(origin.origin(), List.of(key.verifierKey())),
                new WitnessMemory() {
                    @Override
                    public Optional<SignedNote> last(String log) {
                        return Optional.ofNullable(memory.get());
                    }

                    @Override
                    public boolean compareAndSet(String log, Optional<SignedNote> expected, SignedNote next) {
                        return memory.compareAndSet(expected.orElse(null), next);
                    }
                },
                Clock.systemUTC());
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/jp/add-checkpoint", exchange -> {
            Witness.Answer answer = japan.add(
                    AddCheckpoint.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            byte[] body = (answer instanceof Witness.Cosigned cosigned
                            ? cosigned.signature().line() + "\n"
                            : answer instanceof Witness.Conflict conflict ? conflict.size() + "\n" : "no")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            Witnesses witnesses =
                    japan("http://localhost:" + server.getAddress().getPort() + "/jp");
            Cosignatures cosignatures = process.cosignatures(witnesses);
            WitnessAsking asking =
                    new WitnessAsking(process.logs, process.parts, witnesses, cosignatures, Clock.systemUTC());

            asking.work.performNow(origin.origin());
            assertThat(cosignatures.size(TestLog.JAPAN.verifierKey())).isEqualTo(6);

            // What the witness has countersigned meanwhile, and nobody here was told of.
            process.says("b0");
            SignedNote untold = SignedNote.parse(process.log().checkpoint());
            japan.add(new AddCheckpoint(6, new Tree(7, process.parts.tiles()).consistency(6), untold));
            process.says("c0");
            asking.work.performNow(origin.origin());
            assertThat(cosignatures.size(TestLog.JAPAN.verifierKey())).isEqualTo(8);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aWitnessThatAnswersWithoutEndIsNotListenedTo() throws IOException {
        Process process = new Process(Crash.never());
        process.says("a");
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        AtomicLong sent = new AtomicLong();
        server.createContext("/add-checkpoint", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                for (int time = 0; time < 10_000; time++) {
                    body.write(new byte[10_000]);
                    sent.addAndGet(10_000);
                }
            }
        });
        server.start();
        try {
            Witnesses witnesses =
                    japan("http://localhost:" + server.getAddress().getPort());
            Cosignatures cosignatures = process.cosignatures(witnesses);

            new WitnessAsking(process.logs, process.parts, witnesses, cosignatures, Clock.systemUTC())
                    .work.performNow(origin.origin());

            assertThat(cosignatures.size(TestLog.JAPAN.verifierKey())).isZero();
            assertThat(sent).hasValueLessThan(50_000_000);
        } finally {
            server.stop(0);
        }
    }

    private void assertEntries(Process process, int size) {
        assertThat(process.log().size()).isEqualTo(size);
        assertThat(process.parts.waiting().first(1)).isEmpty();
    }

    private List<String> sources(Process process) {
        return process.parts.entries().from(0, 2_000).stream()
                .map(entry -> entry.statement().source())
                .toList();
    }

    /** Whatever was ever signed is a beginning of what is there now. */
    private void assertOneHistory(Process process) {
        PublicLog log = process.log();
        await().atMost(SOON).until(() -> {
            TOLD.poll().forEach(record -> {
                if (converter.toMessage(record, null, null, ReceivedEvent.class).getPayload()
                                instanceof ReceivedEvent event
                        && event.data() instanceof CheckpointSigned signed
                        && signed.origin().equals(origin.origin())) {
                    published.add(signed);
                }
            });
            return published.stream().anyMatch(signed -> signed.size() == log.size());
        });
        Tree tree = new Tree(log.size(), process.parts.tiles());
        assertThat(tree.root().hex()).isEqualTo(log.root());
        Set<Long> sizes = new HashSet<>();
        for (CheckpointSigned signed : published) {
            assertThat(tree.root(signed.size()).hex()).isEqualTo(signed.root());
            assertThat(SignedNote.parse(signed.checkpoint()).verifiedBy(List.of(key.verifierKey())))
                    .hasSize(1);
            sizes.add(signed.size());
        }
        assertThat(sizes).contains(log.size());
        List<LogEntry> all = process.parts.entries().from(0, 2_000);
        for (int place = 0; place < all.size(); place++) {
            assertThat(all.get(place).index()).isEqualTo(place);
        }
    }
}
