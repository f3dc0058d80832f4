package org.yol.applications.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.yol.applications.TestPdf;

class VirusScannerTests {

    private static final byte[] CLEAN = TestPdf.of(1_000_000);
    private static final byte[] INFECTED = TestPdf.of(TestClamd.PHRASE);

    @Test
    void findsWhatTheDaemonFindsAndNothingElse() throws IOException {
        try (TestClamd daemon = new TestClamd()) {
            assertFinds(daemon.address());
            daemon.leave();
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> scanner(daemon.address()).scan(new ByteArrayInputStream(CLEAN)));
        }
    }

    /** Skipped where it is not: {@code apt-get install clamav-daemon} brings it. */
    @Test
    void realDaemonFindsTheSame(@TempDir Path folder) throws Exception {
        Optional<Path> daemon = Stream.concat(
                        Arrays.stream(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(place -> Path.of(place, "clamd"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(daemon.isPresent(), "clamd is not installed here");
        Path signatures = Files.createDirectory(folder.resolve("signatures"));
        Files.writeString(
                signatures.resolve("test.ndb"),
                "Test.Phrase:0:*:" + HexFormat.of().formatHex(TestClamd.PHRASE.getBytes(StandardCharsets.US_ASCII))
                        + "\n");
        Path socket = folder.resolve("clamd.ctl");
        Path settings = Files.writeString(
                folder.resolve("clamd.conf"),
                "Foreground yes\nDatabaseDirectory " + signatures + "\nLocalSocket " + socket + "\n");
        Process process = new ProcessBuilder(daemon.get().toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(socket));
            assertFinds("unix:" + socket);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void addressThatIsNoneIsSaidAtTheStart() {
        assertThat(scanner("").isThere()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scanner("localhost:3310"))
                .withMessageContaining("tcp://host:port");
    }

    private static void assertFinds(String address) throws IOException {
        VirusScanner scanner = scanner(address);
        assertThat(scanner.scan(new ByteArrayInputStream(CLEAN))).isEmpty();
        assertThat(scanner.scan(new ByteArrayInputStream(INFECTED)))
                .hasValueSatisfying(name -> assertThat(name).startsWith("Test.Phrase"));
        assertThat(scanner.scan(new ByteArrayInputStream(new byte[0]))).isEmpty();
    }

    private static VirusScanner scanner(String address) {
        var properties = new MapConfigurationPropertySource();
        properties.put("files.clamd", address);
        return new VirusScanner(
                new Binder(properties).bind("files", FileProperties.class).get());
    }
}
