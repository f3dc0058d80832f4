package org.yol.bench.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** A platform without any data that {@code ./run} has started for a measurement; stopped by closing it. */
public final class StartedPlatform implements AutoCloseable {

    private static final String READY = "Yol is ready";
    private static final int READY_WITHIN_MINUTES = 15;
    private static final int STOPPED_WITHIN_SECONDS = 60;

    /** Everybody here comes from one address, and some people from many connections. */
    private static final Map<String, String> NO_RATES = Map.of(
            "YOL_RATES_ADDRESS_REQUESTS", "100000000",
            "YOL_RATES_USER_REQUESTS", "100000000",
            "YOL_RATES_SIGNIN_REQUESTS", "100000000");

    private final Process process;

    private StartedPlatform(Process process) {
        this.process = process;
        // Whoever stops the measurement stops what it has started.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process.toHandle()::destroy));
    }

    /**
     * Starts it and waits until it is ready, after a build as long as that takes.
     *
     * @param root folder of the project
     * @param signingIn students who get an account at the identity provider
     * @throws IllegalStateException when it does not start; all it said is in {@code platform.log} beside its home
     */
    public static StartedPlatform start(Path root, Installation installation, List<Student> signingIn) {
        try {
            if (Files.exists(installation.pids())) {
                new Processes(installation).stop();
            }
            forget(installation.home());
            Files.createDirectories(installation.accounts().getParent());
            Files.write(
                    installation.accounts(),
                    signingIn.stream()
                            .map(student -> JsonMapper.shared().writeValueAsString(student.registration()))
                            .toList());
            Path log = installation.home().resolveSibling("platform.log");
            ProcessBuilder builder = new ProcessBuilder(root.resolve("run").toString()).redirectErrorStream(true);
            Map<String, String> environment = builder.environment();
            environment.putAll(installation.environment());
            environment.putAll(NO_RATES);
            environment.put("YOL_HOME", installation.home().toString());
            environment.put("YOL_SAMPLE_DATA", "false");
            StartedPlatform started = new StartedPlatform(builder.start());
            started.awaitReady(log);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(Path log) {
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> copyTo(log, ready));
        try {
            if (ready.get(READY_WITHIN_MINUTES, TimeUnit.MINUTES)) {
                return;
            }
        } catch (TimeoutException | ExecutionException e) {
            // Said below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
        throw new IllegalStateException("The platform did not start. What it said is in " + log);
    }

    private void copyTo(Path log, CompletableFuture<Boolean> ready) {
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var out = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write(line + System.lineSeparator());
                out.flush();
                if (line.startsWith(READY)) {
                    ready.complete(true);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ready.complete(false);
        }
    }

    private static void forget(Path home) throws IOException {
        if (!Files.exists(home)) {
            return;
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() {
        // By its handle: Process.destroy() would close its output, and with it the log of how it stopped.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(STOPPED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.toHandle().destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
