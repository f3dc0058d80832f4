package org.yol.applications.inspection;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A process that looks at files, seen from outside. */
final class Inspector implements AutoCloseable {

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private final Process process;
    private final DataOutputStream to;
    private final DataInputStream from;
    private Instant idleSince;

    private Inspector(Process process) {
        this.process = process;
        this.to = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.from = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /** Starts one. What it needs of settings stands in its command; of this process it learns nothing. */
    static Inspector start(InspectionProperties properties) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + properties.heap().toMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=64m",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                "-cp",
                System.getProperty("java.class.path")));
        String main = InspectionProcess.class.getName();
        if (isInAnotherJar()) {
            command.addAll(List.of("-Dloader.main=" + main, LAUNCHER));
        } else {
            command.add(main);
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return new Inspector(builder.start());
    }

    /** As in the jar of the service, which has everything in it. */
    private static boolean isInAnotherJar() {
        return InspectionProcess.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()
                .contains("!");
    }

    /** Reads as many bytes as it says, and no more. */
    void send(String type, int size, InputStream bytes) throws IOException {
        to.writeUTF(type);
        to.writeInt(size);
        bytes.transferTo(to);
        to.flush();
    }

    /** Waits for what came of it; fails when the process has died of it. */
    Finding answer() throws IOException {
        return Finding.readFrom(from);
    }

    /** Whether nobody has ended it, as a machine without memory may. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** How much of processors it has had. */
    Duration worked() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    void rest(Instant since) {
        idleSince = since;
    }

    Instant idleSince() {
        return idleSince;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
