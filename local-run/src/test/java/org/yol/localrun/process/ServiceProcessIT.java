package org.yol.localrun.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
    void neverGivesUpOnAServiceThatWasReadyOnceAndCountsItAsReadyAgain() throws Exception {
        try (ServiceProcess service = standIn(StandInService.class)) {
            service.start();
            Files.createFile(notReady());
            for (int death = 1; death <= 3; death++) {
                killAndAwaitTheNext(service);
            }
            Files.delete(notReady());
            awaitReadyAgain(1);

            killAndAwaitTheNext(service);

            awaitReadyAgain(2);
            assertThat(shown()).contains("in 1 s", "in 2 s", "in 4 s", "in 8 s").doesNotContain("stays down");
        }
    }

    @Test
    void countsAServiceAsReadyThatIsAtItsThirdTry() throws Exception {
        try (ServiceProcess service = standIn(ServiceOfTheThirdTry.class)) {
            service.start();

            killAndAwaitTheNext(service);

            awaitReadyAgain(1);
        }
    }

    @Test
    void startsOneProcessWhenItIsStoppedAndStartedWhileItWaitsToStartAgain() throws Exception {
        ServiceProcess service = standIn(StandInService.class);
        try {
            service.start();
            service.kill();
            await().until(() -> shown().contains("starting it again in 1 s"));
            service.close();
            service.start();
            long started = service.pid().orElseThrow();

            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> service.pid().equals(Optional.of(started)));
        } finally {
            service.close();
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
            assertThat(shown()).contains("stand-in died 3 times without ever becoming ready; it stays down");
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
                Map.of(
                        "SERVER_PORT",
                        Integer.toString(port.number()),
                        StandInService.NOT_READY_FILE,
                        notReady().toString()),
                false);
        Console console = new Console(new PrintStream(shown, true, StandardCharsets.UTF_8), false, Instant.now());
        return new ServiceProcess(launch, Map.of(), home.resolve("stand-in.log"), pids(), console);
    }

    private void killAndAwaitTheNext(ServiceProcess service) {
        long victim = service.pid().orElseThrow();
        service.kill();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.pid().filter(pid -> pid != victim).isPresent());
    }

    private void awaitReadyAgain(int times) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(shown().split("ready again after", -1))
                        .as("console: %s", shown())
                        .hasSize(times + 1));
    }

    private Path notReady() {
        return home.resolve("not-ready");
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

    /** A service that ends twice before it is ready. */
    static final class ServiceOfTheThirdTry {

        private ServiceOfTheThirdTry() {}

        public static void main(String[] arguments) throws IOException {
            Path tries = Path.of(System.getenv(StandInService.NOT_READY_FILE)).resolveSibling("tries");
            Files.writeString(tries, "+", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (Files.size(tries) < 3) {
                System.exit(3);
            }
            int port = Integer.parseInt(System.getenv("SERVER_PORT"));
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/readyz", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
        }
    }
}
