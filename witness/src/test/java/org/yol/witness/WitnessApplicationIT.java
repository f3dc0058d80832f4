package org.yol.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yol.transparency.SignedNote;
import org.yol.transparency.TestLog;
import org.yol.transparency.VerifierKey;

/** The witness as a process, as an authority starts it. */
class WitnessApplicationIT {

    private final TestLog log = TestLog.of("yol.example/api/log", 40);
    private final List<Process> processes = new ArrayList<>();

    @TempDir
    private Path folder;

    private LogServer server;

    @BeforeEach
    void start() throws IOException {
        server = new LogServer(log);
    }

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        server.close();
    }

    private Process witness(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.yol.witness.WitnessApplication",
                "--log",
                server.address().toString(),
                "--state",
                folder.resolve("state").toString()));
        words.addAll(List.of(more));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said-" + processes.size()).toFile())
                .start();
        processes.add(process);
        return process;
    }

    private String said(int number) throws IOException {
        return Files.readString(folder.resolve("said-" + number));
    }

    private int once(String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of(more));
        words.add("--once");
        Process process = witness(words.toArray(String[]::new));
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void makesItsKeySignsAndTellsTwoHistoriesByItsStatus() throws Exception {
        assertThat(once()).isEqualTo(1);
        assertThat(said(0)).contains("To make one, say what the witness is called: --name");

        assertThat(once("--name", "witness.example.kz", "--country", "KZ")).isZero();
        String told = said(1).lines()
                .filter(line -> line.contains("what the operator of the log needs"))
                .findFirst()
                .orElseThrow();
        VerifierKey key = VerifierKey.parse(told.substring(told.indexOf("KZ ") + 3));
        assertThat(SignedNote.parse(server.cosignatures.getFirst()).verifiedBy(List.of(key)))
                .hasSize(1);
        assertThat(said(1)).contains("believes from now on that the log has this key", "countersigned 40 entries");

        server.log = log.fork(39).append("another");
        assertThat(once()).isEqualTo(2);
        assertThat(said(2)).contains("watches yol.example/api/log", "THE LOG HAS SHOWN TWO HISTORIES");
        assertThat(server.evidence).hasSize(1);

        assertThat(once(
                        "--log-key",
                        TestLog.of("yol.example/api/log", 0).key().verifierKey().encode()))
                .isEqualTo(1);
        assertThat(said(3)).contains("--log-key is another key");
    }

    @Test
    void outlivesTheLogAndIsAlone() throws Exception {
        int port = server.port();
        server.close();
        witness("--name", "witness.example.kz", "--every", "1s");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> said(0).contains("next look in 2 s"));
        server = new LogServer(log, port);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !server.cosignatures.isEmpty());

        assertThat(once()).isEqualTo(1);
        assertThat(said(1)).startsWith("Another witness is running with the state in");

        log.grownTo(50);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> server.cosignatures.size() == 2);
        assertThat(processes.getFirst().isAlive()).isTrue();
    }

    /** Killed when it has signed and before the log has it: the same tree is signed again, and no other one. */
    @Test
    void killedWhileItHandsIn() throws Exception {
        var reached = new CountDownLatch(1);
        server.fault = (exchange, path) -> {
            if (!path.equals("cosignatures")) {
                return false;
            }
            reached.countDown();
            hold();
            return true;
        };
        Process first = witness("--name", "witness.example.kz");
        assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
        first.destroyForcibly().waitFor();
        assertThat(Files.readString(folder.resolve("state/checkpoint"), StandardCharsets.UTF_8))
                .isEqualTo(log.checkpoint().toString());

        server.fault = (exchange, path) -> false;
        server.log = log.fork(39).append("another");
        assertThat(once()).isEqualTo(2);
        assertThat(server.cosignatures).isEmpty();
        server.log = log;
        assertThat(once()).isZero();
        assertThat(server.cosignatures).hasSize(1);
    }

    private static void hold() {
        try {
            Thread.sleep(30_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
