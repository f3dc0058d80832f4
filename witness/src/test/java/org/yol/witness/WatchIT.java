package org.yol.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yol.transparency.Algorithm;
import org.yol.transparency.Checkpoint;
import org.yol.transparency.SignedNote;
import org.yol.transparency.SigningKey;
import org.yol.transparency.SplitView;
import org.yol.transparency.TestLog;
import org.yol.transparency.Tile;
import org.yol.witness.Watch.Outcome;

/** A witness and a log with HTTP between them. */
class WatchIT {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final String ORIGIN = "yol.example/api/log";

    private final SigningKey key = SigningKey.generate("witness.example.kz", Algorithm.COSIGNATURE);
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final TestLog log = TestLog.of(ORIGIN, 40);

    @TempDir
    private Path folder;

    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private LogServer server;
    private StateFolder state;
    private RemoteLog remote;
    private Watch watch;

    @BeforeEach
    void start() throws IOException {
        server = new LogServer(log);
        watch = watch(Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() {
        server.close();
        state.close();
        remote.close();
    }

    /** A witness that starts, with what another one left on the disk. */
    private Watch watch(Duration patience) {
        if (state != null) {
            state.close();
        }
        state = StateFolder.open(folder);
        remote = new RemoteLog(server.address(), patience);
        PinnedLog pinned = state.log().orElse(PinnedLog.of(log.key().verifierKey()));
        return new Watch(
                remote,
                state,
                pinned,
                key,
                clock,
                Duration.ofMillis(1),
                new Terminal(new PrintStream(said, true, StandardCharsets.UTF_8), false, clock));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private void assertHandedIn(int number, int size) {
        assertThat(server.cosignatures).hasSize(number);
        SignedNote note = SignedNote.parse(server.cosignatures.getLast());
        assertThat(Checkpoint.parse(note.text()).size()).isEqualTo(size);
        assertThat(note.verifiedBy(List.of(key.verifierKey(), log.key().verifierKey())))
                .hasSize(2);
        assertThat(remembered()).isEqualTo(size);
    }

    private long remembered() {
        return state.last(ORIGIN)
                .map(note -> Checkpoint.parse(note.text()).size())
                .orElse(0L);
    }

    @Test
    void countersignsAsTheLogGrows() {
        int number = 0;
        for (int size : List.of(40, 41, 255, 256, 257, 1_000)) {
            log.grownTo(size);
            assertThat(watch.look()).isEqualTo(Outcome.COSIGNED);
            assertHandedIn(++number, size);
        }
        assertThat(said()).contains("countersigned 1,000 entries, 743 more than before");
    }

    @Test
    void countersignsTheEmptyLog() {
        server.log = log.fork(0);
        assertThat(watch.look()).isEqualTo(Outcome.COSIGNED);
        assertThat(watch.look()).isEqualTo(Outcome.UNCHANGED);
        server.log = log;
        assertThat(watch.look()).isEqualTo(Outcome.COSIGNED);
        assertHandedIn(2, 40);
    }

    @Test
    void catchesUpAfterAWeekWithFewTiles() {
        watch.look();
        log.grownTo(70_000);
        server.asked.clear();
        assertThat(watch.look()).isEqualTo(Outcome.COSIGNED);
        assertHandedIn(2, 70_000);
        assertThat(server.asked).hasSizeLessThan(10);
    }

    @Test
    void saysNothingNewButNowAndThen() {
        assertThat(watch.look()).isEqualTo(Outcome.COSIGNED);
        assertThat(watch.look()).isEqualTo(Outcome.UNCHANGED);
        assertHandedIn(1, 40);
        // Started again, it does not know whether the log got what it had signed.
        clock = Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC);
        watch = watch(Duration.ofSeconds(20));
        assertThat(watch.look()).isEqualTo(Outcome.COSIGNED);
        assertHandedIn(2, 40);
        assertThat(SignedNote.parse(server.cosignatures.getLast())
                        .signatures()
                        .getLast()
                        .at())
                .isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void whatWasSignedAndNotHandedInIsHandedInLater() {
        server.fault = (exchange, path) -> {
            if (path.equals("cosignatures")) {
                exchange.close();
                return true;
            }
            return false;
        };
        assertTrouble("The log is away");
        assertThat(remembered()).isEqualTo(40);
        assertThat(server.cosignatures).isEmpty();

        server.fault = (exchange, path) -> false;
        watch = watch(Duration.ofSeconds(20));
        assertThat(watch.look()).isEqualTo(Outcome.COSIGNED);
        assertHandedIn(1, 40);
    }

    private void assertTrouble(String message) {
        assertThatExceptionOfType(LogTrouble.class)
                .isThrownBy(() -> watch.look())
                .withMessageContaining(message);
    }

    @Test
    void anotherHistoryIsNeverSignedAndShown() throws IOException {
        for (int size : List.of(43, 64)) {
            log.grownTo(size);
            server.log = log;
            watch.look();
            int handedIn = server.cosignatures.size();
            server.log = log.fork(42).append("another").grownTo(size + 20);

            assertThat(watch.look()).isEqualTo(Outcome.BETRAYED);
            assertThat(watch.look()).isEqualTo(Outcome.BETRAYED);

            assertThat(server.cosignatures).hasSize(handedIn);
            assertThat(remembered()).isEqualTo(size);
            assertEvidence(size == 43 ? 1 : 2);
        }
        assertThat(said())
                .containsOnlyOnce("signed a tree of 43 entries, and one of 63 that does not hold it")
                .containsOnlyOnce("signed a tree of 64 entries, and one of 84 that does not hold it")
                .contains("Nothing was signed. What to do:");
    }

    private void assertEvidence(int number) throws IOException {
        assertThat(server.evidence).hasSize(number);
        var evidence = SplitView.parse(server.evidence.getLast());
        assertThatCode(() -> evidence.verify(List.of(log.key().verifierKey()))).doesNotThrowAnyException();
        try (Stream<Path> files = Files.list(folder.resolve("evidence"))) {
            assertThat(files.toList())
                    .hasSize(number)
                    .anySatisfy(file -> assertThat(file).hasContent(server.evidence.getLast()));
        }
    }

    @Test
    void anotherTreeOfTheSameSizeIsNeverSignedAndShown() throws IOException {
        watch.look();
        server.log = log.fork(39).append("another");
        assertThat(watch.look()).isEqualTo(Outcome.BETRAYED);
        assertHandedIn(1, 40);
        assertEvidence(1);
        server.log = log;
        log.grownTo(50);
        assertThat(watch.look()).as("the true one goes on").isEqualTo(Outcome.COSIGNED);
    }

    @Test
    void shrunkLogIsNeverSignedAndShown() throws IOException {
        watch.look();
        server.log = log.fork(30);
        assertThat(watch.look()).isEqualTo(Outcome.BETRAYED);
        assertThat(watch.look()).isEqualTo(Outcome.BETRAYED);

        assertHandedIn(1, 40);
        assertThat(server.evidence)
                .as("an older checkpoint of one history is none")
                .isEmpty();
        assertThat(folder.resolve("evidence/shrunk-30-after-40.txt"))
                .hasContent(log.checkpoint(40) + "\n" + log.checkpoint(30));
        assertThat(said()).containsOnlyOnce("THE LOG HAS SHRUNK: " + ORIGIN + " shows 30 entries, and had signed 40");
    }

    @Test
    void olderCheckpointThatACacheHadIsNoAlarm() {
        watch.look();
        log.grownTo(50);
        watch.look();
        var answers = new ArrayDeque<>(List.of(log.checkpoint(40), log.checkpoint(50)));
        server.checkpoint = answers::poll;
        assertThat(watch.look()).isEqualTo(Outcome.UNCHANGED);
        assertThat(said()).doesNotContain("SHRUNK");
    }

    @Test
    void shrunkLogOfAnotherHistoryIsEvidenceWhileTheTilesAreThere() throws IOException {
        watch.look();
        var fork = log.fork(29).append("another");
        server.checkpoint = fork::checkpoint;
        assertThat(watch.look()).isEqualTo(Outcome.BETRAYED);
        assertEvidence(1);
    }

    @Test
    void goesOnWhenTheLogDoesNotTakeTheEvidence() {
        watch.look();
        server.log = log.fork(39).append("another");
        server.fault = (exchange, path) -> path.equals("evidence") && LogServer.answer(exchange, 500, "oops");
        assertThat(watch.look()).isEqualTo(Outcome.BETRAYED);
        assertThat(said()).contains("the log did not take the evidence: The log answered 500 to evidence");
    }

    @Test
    void tilesThatAreNotThoseOfTheCheckpointAreNeitherSignedNorEvidence() {
        watch.look();
        var grown = log.fork(40).grownTo(60);
        server.checkpoint = grown::checkpoint;
        server.log = log.fork(38).append("another").grownTo(60);
        assertTrouble("The tiles of the log are not those of its checkpoint of 60 entries");
        assertThat(server.evidence).isEmpty();
        assertThat(remembered()).isEqualTo(40);
    }

    @Test
    void checkpointsThatTheLogDidNotSignAreNothing() {
        var stranger = SigningKey.generate(ORIGIN, Algorithm.ED25519);
        server.signWith(stranger);
        assertTrouble("no key signed it that was introduced by one that is known");
        server.checkpoint =
                () -> SignedNote.of(log.checkpoint().text(), log.key().sign("something else\n"));
        assertTrouble("The signature of " + ORIGIN + " is wrong");
        var other = TestLog.of("other.example/api/log", 40);
        server.checkpoint = other::checkpoint;
        assertTrouble("it is of other.example/api/log");
        assertThat(remembered()).isZero();
    }

    @Test
    void keyThatTheOneBeforeIntroducedIsBelieved() {
        var second = SigningKey.generate(ORIGIN, Algorithm.ED25519);
        var third = SigningKey.generate(ORIGIN, Algorithm.ED25519);
        watch.look();

        server.signWith(log.key(), second);
        log.grownTo(45);
        assertThat(watch.look()).as("not yet introduced").isEqualTo(Outcome.COSIGNED);
        assertThat(state.log()).isEmpty();

        introduce(second, log.key(), log.key());
        log.grownTo(50);
        server.signWith(second, log.key());
        assertThat(watch.look()).isEqualTo(Outcome.COSIGNED);
        assertThat(state.log().orElseThrow().keys()).containsExactly(log.key().verifierKey(), second.verifierKey());

        introduce(third, second, second);
        log.grownTo(60);
        server.signWith(third);
        watch = watch(Duration.ofSeconds(20));
        assertThat(watch.look()).isEqualTo(Outcome.COSIGNED);
        assertThat(state.log().orElseThrow().keys()).hasSize(3).endsWith(third.verifierKey());
        assertThat(said()).contains("the log has a new key, which the one before introduced: " + third.verifierKey());
    }

    @Test
    void twoKeysWereIntroducedWhileTheWitnessWasAway() {
        watch.look();
        var second = SigningKey.generate(ORIGIN, Algorithm.ED25519);
        var third = SigningKey.generate(ORIGIN, Algorithm.ED25519);
        introduce(second, log.key(), log.key());
        log.grownTo(400);
        introduce(third, second, second);
        log.grownTo(900);
        server.signWith(third);
        assertThat(watch.look()).isEqualTo(Outcome.COSIGNED);
        assertThat(remembered()).isEqualTo(log.size());
    }

    @Test
    void keyThatNobodyIntroducedIsNotBelieved() {
        watch.look();
        var second = SigningKey.generate(ORIGIN, Algorithm.ED25519);
        introduce(second, log.key(), second);
        introduce(second, second, second);
        log.append("{\"kind\":\"log-key\",\"key\":\"" + second.verifierKey() + "\"}");
        server.introductions.add(log.size() - 1);
        log.append("no JSON");
        server.introductions.add(log.size() - 1);
        server.signWith(second);
        assertTrouble("no key signed it that was introduced by one that is known");
        assertThat(state.log()).isEmpty();
    }

    /** Somebody has stolen the first key, and shows a history of their own in which it introduces another. */
    @Test
    void keyThatIsIntroducedInAnotherHistoryIsNotBelieved() {
        watch.look();
        var second = SigningKey.generate(ORIGIN, Algorithm.ED25519);
        server.log = log.fork(39).append("another").append("and another");
        server.log.append(introduction(second, log.key(), log.key()));
        server.introductions.add(server.log.size() - 1);
        server.signWith(second);
        assertTrouble("no key signed it that was introduced by one that is known");
        assertThat(state.log()).isEmpty();
    }

    /** Signed by the first key, but in no tree that the log has signed. */
    @Test
    void keyThatIsIntroducedBesideTheTreeIsNotBelieved() {
        watch.look();
        var second = SigningKey.generate(ORIGIN, Algorithm.ED25519);
        var beside = log.fork(40).append(introduction(second, log.key(), log.key()));
        log.grownTo(41);
        server.introductions.add(40);
        server.signWith(second);
        server.fault = (exchange, path) -> {
            if (!path.startsWith("tile/entries/")) {
                return false;
            }
            byte[] bundle = beside.entries(Tile.at(0, 0, 41));
            exchange.sendResponseHeaders(200, bundle.length);
            exchange.getResponseBody().write(bundle);
            return true;
        };
        assertTrouble("no key signed it that was introduced by one that is known");
        assertThat(server.asked).contains("tile/entries/000.p/41");
    }

    private void introduce(SigningKey next, SigningKey previous, SigningKey by) {
        log.append(introduction(next, previous, by));
        server.introductions.addFirst(log.size() - 1);
    }

    private static String introduction(SigningKey next, SigningKey previous, SigningKey by) {
        String entry = "{\"at\":\"2026-11-26T10:00:00Z\",\"key\":\"%s\",\"kind\":\"log-key\",\"previous\":\"%s\"}"
                .formatted(next.verifierKey(), previous.verifierKey());
        String signature = Base64.getEncoder().encodeToString(by.sign(entry.getBytes(StandardCharsets.UTF_8)));
        return entry.replace("}", ",\"signature\":\"" + signature + "\"}");
    }

    @Test
    void logThatIsAwayIsAskedAgain() throws IOException {
        int port = server.port();
        server.close();
        assertTrouble("The log is away: ConnectException");
        server = new LogServer(log, port);
        assertThat(watch.look()).isEqualTo(Outcome.COSIGNED);
    }

    @Test
    void logThatRefusesSaysWhyAndWhenToComeBack() {
        server.fault = (exchange, path) -> {
            exchange.getResponseHeaders().set("Retry-After", "120");
            return LogServer.answer(exchange, 503, "{\"type\":\"log-halted\",\"detail\":\"The store is older\"}");
        };
        assertThatExceptionOfType(LogTrouble.class)
                .isThrownBy(() -> watch.look())
                .withMessage("The log answered 503 to checkpoint: The store is older")
                .matches(trouble -> trouble.comeBackAfter().equals(Duration.ofSeconds(120)));
    }

    @Test
    void logThatIsSlowIsNotWaitedForForEver() {
        watch = watch(Duration.ofMillis(200));
        server.fault = (exchange, path) -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
            pause();
            return true;
        };
        assertTrouble("The log did not answer checkpoint within");
    }

    private static void pause() {
        try {
            Thread.sleep(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void rubbishOfTheLogIsNothing() {
        server.fault = (exchange, path) -> path.equals("checkpoint") && LogServer.answer(exchange, 200, "<html>");
        assertTrouble("checkpoint of the log is not in its form");
        server.fault =
                (exchange, path) -> path.equals("checkpoint") && LogServer.answer(exchange, 200, "a".repeat(2_000_000));
        assertTrouble("The log is away");
        server.fault = (exchange, path) -> path.startsWith("tile/") && LogServer.answer(exchange, 200, "short");
        assertTrouble("The log's tiles are not in their form: tile/0/000.p/40 has 5 bytes instead of 1280");
        server.fault =
                (exchange, path) -> path.startsWith("tile/") && LogServer.answer(exchange, 200, "a".repeat(9_000));
        assertTrouble("The log is away");
        server.fault = (exchange, path) -> {
            if (path.equals("checkpoint")) {
                exchange.getResponseHeaders().set("Location", "/api/log/keys");
                return LogServer.answer(exchange, 302, "");
            }
            return false;
        };
        assertTrouble("The log answered 302 to checkpoint");
        assertThat(remembered()).isZero();
    }

    @Test
    void tileThatIsFullByNowIsRead() {
        server.checkpoint = () -> log.checkpoint(40);
        log.grownTo(300);
        server.fault = (exchange, path) -> path.contains(".p/") && LogServer.answer(exchange, 404, "");
        assertThat(watch.look()).isEqualTo(Outcome.COSIGNED);
        assertThat(remembered()).isEqualTo(40);
    }

    @Test
    void refusalOfTheCosignatureIsToldAndTriedAgain() {
        server.fault = (exchange, path) -> path.equals("cosignatures")
                && LogServer.answer(exchange, 403, "{\"detail\":\"No witness of this log has the key\"}");
        assertTrouble("The log answered 403 to cosignatures: No witness of this log has the key");
        server.fault = (exchange, path) -> false;
        assertThat(watch.look()).isEqualTo(Outcome.COSIGNED);
    }
}
