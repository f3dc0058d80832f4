package org.yol.localrun.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yol.localrun.Console;
import org.yol.localrun.Port;
import org.yol.localrun.Ports;

class ServiceProcessIT {

    private final Port port = new Port(Ports.freeNumbers(1).getFirst(), "YOL_TEST_PORT");
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @TempDir
    Path home;

    @Test
    void startsTheServiceAgainWhenItIsKilled() throws Exception {
        try (ServiceProcess service = standIn(StandInService.class)) {
            service.start();
            long first = service.pid().orElseThrow();

            service.kill();

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> service.pid().filter(pid -> pid != first).isPresent());
            service.awaitReady();
            await().untilAsserted(() -> assertThat(shown())
                    .contains("stand-in ended with exit code 137")
                    .contains("ready again after"));
        }
    }

    @Test
    void staysDownWhenItIsStoppedAndStartsAgainWhenAsked() throws Exception {
        ServiceProcess service = standIn(StandInService.class);
        try {
            service.start();
            service.close();
            assertThat(service.pid()).isEmpty();
            assertThat(shown()).doesNotContain("ended with exit code");

            service.start();
            assertThat(service.pid()).isPresent();
        } finally {
            service.close();
        }
    }

    @Test
    void showsErrorsOnTheConsoleAndKeepsEverythingInTheLog() throws Exception {
        try (ServiceProcess service = standIn(StandInService.class)) {
            service.start();
            await().untilAsserted(() -> assertThat(shown()).contains("something to show"));
            assertThat(shown()).doesNotContain("stand-in listens");
            assertThat(Files.readString(home.resolve("stand-in.log"))).contains("stand-in listens");
        }
    }

    @Test
    void givesUpWithTheEndOfTheLogWhenTheServiceNeverBecomesReady() throws Exception {
        try (ServiceProcess service = standIn(BrokenService.class)) {
            assertThatThrownBy(service::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the reason why");
        }
    }

    @Test
    void stopsAServiceThatAKilledRunLeftBehind() throws Exception {
        ServiceProcess abandoned = standIn(StandInService.class);
        abandoned.start();
        long pid = abandoned.pid().orElseThrow();

        // As after a restart of the whole: the process is there, and nobody holds it but the file with its id.
        assertThat(pids().stopLeftOvers()).containsExactly("stand-in");

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        abandoned.close();
    }

    @Test
    void leavesAProcessAloneThatOnlyHasTheSameId() throws Exception {
        Path files = Files.createDirectories(home.resolve("pids"));
        ProcessHandle self = ProcessHandle.current();
        Files.writeString(
                files.resolve("stand-in"),
                self.pid() + " " + self.info().startInstant().orElse(Instant.EPOCH));

        assertThat(pids().stopLeftOvers()).isEmpty();
    }

    private ServiceProcess standIn(Class<?> mainClass) throws Exception {
        Launch launch = new Launch(
                "stand-in",
                StandInJar.make(home, mainClass),
                port,
                64,
                Map.of("SERVER_PORT", Integer.toString(port.number())),
                false);
        Console console = new Console(new PrintStream(shown, true, StandardCharsets.UTF_8), false, Instant.now());
        return new ServiceProcess(launch, Map.of(), home.resolve("stand-in.log"), pids(), console);
    }

    private ChildPids pids() {
        return new ChildPids(home.resolve("pids"));
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    /** A service that says why it can't run and ends. */
    static final class BrokenService {

        private BrokenService() {}

        public static void main(String[] arguments) {
            System.out.println("the reason why");
            System.exit(3);
        }
    }
}
