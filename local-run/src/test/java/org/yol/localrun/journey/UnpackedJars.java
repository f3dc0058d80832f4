package org.yol.localrun.journey;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;
import org.yol.localrun.process.ServiceJar;

/**
 * Takes the jars of the services apart, as {@code ./run} does, where that was not done since they were built: tests
 * start each service several times, and a start from a jar of jars takes 11 s of a processor instead of 6 s.
 */
final class UnpackedJars {

    private static final Path LOCK = Path.of("target", "unpacking");
    private static final List<String> SERVICES =
            List.of("programs-service", "applications-service", "notifications-service", "gateway");

    private UnpackedJars() {}

    /** Of the project in that folder. Whoever comes second waits for the first. */
    static void of(Path root) throws IOException, InterruptedException {
        try (FileChannel file = FileChannel.open(LOCK, CREATE, WRITE);
                FileLock _ = file.lock()) {
            List<ServiceJar> packed = SERVICES.stream()
                    .map(name -> ServiceJar.of(root, name))
                    .filter(jar -> Files.exists(jar.jar()) && !jar.isUnpacked())
                    .toList();
            List<Process> extractions = new ArrayList<>();
            for (ServiceJar jar : packed) {
                extractions.add(extraction(jar));
            }
            for (Process extraction : extractions) {
                extraction.waitFor();
            }
            for (ServiceJar jar : packed) {
                Files.setLastModifiedTime(jar.unpackedJar(), FileTime.from(Instant.now()));
            }
        }
    }

    private static Process extraction(ServiceJar jar) throws IOException {
        Path folder = jar.unpackedJar().getParent();
        FileSystemUtils.deleteRecursively(folder);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djarmode=tools",
                        "-jar",
                        jar.jar().toString(),
                        "extract",
                        "--destination",
                        folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
