package org.yol.bench.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A second process of applications-service on the same store and broker: what {@code ./run} has started, once more at
 * another port. Stopped by closing it.
 */
public final class Replica implements AutoCloseable {

    private static final int PORTS_ON = 10;
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final String PORT = "SERVER_PORT";

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path folder;
    private final Path log;
    private final URI address;
    private Process process;

    private Replica(List<String> command, Map<String, String> environment, Path folder, Path log, URI address) {
        this.command = command;
        this.environment = environment;
        this.folder = folder;
        this.log = log;
        this.address = address;
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::close));
    }

    /**
     * Starts it beside the first, and waits until it is ready.
     *
     * @param log where what it says goes
     */
    public static Replica of(ProcessHandle first, URI firstAddress, Path log) {
        Path running = Path.of("/proc", Long.toString(first.pid()));
        int port = firstAddress.getPort() + PORTS_ON;
        Map<String, String> environment = new HashMap<>();
        for (String variable : words(running.resolve("environ"))) {
            int end = variable.indexOf('=');
            environment.put(variable.substring(0, end), variable.substring(end + 1));
        }
        environment.put(PORT, Integer.toString(port));
        try {
            Replica replica = new Replica(
                    words(running.resolve("cmdline")),
                    environment,
                    running.resolve("cwd").toRealPath(),
                    log,
                    URI.create("http://localhost:" + port));
            replica.start();
            replica.awaitReady();
            return replica;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(Path file) {
        try {
            return new ArrayList<>(
                    Arrays.asList(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void start() {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public URI address() {
        return address;
    }

    /** Kills it as a crash would, and starts it again. */
    public synchronized void crash() {
        process.destroyForcibly().onExit().join();
        start();
    }

    /** @throws IllegalStateException when it does not become ready */
    public void awaitReady() {
        awaitReady(address);
    }

    /**
     * Waits until a service is ready.
     *
     * @throws IllegalStateException when it does not become so
     */
    public static void awaitReady(URI service) {
        long limit = System.nanoTime() + READY_WITHIN.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!isReady(client, service)) {
                if (System.nanoTime() > limit) {
                    throw new IllegalStateException(service + " is not ready");
                }
                Thread.sleep(LOOK_AGAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isReady(HttpClient client, URI service) throws InterruptedException {
        try {
            return client.send(
                                    HttpRequest.newBuilder(service.resolve("/readyz"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notThere) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        process.destroy();
    }
}
