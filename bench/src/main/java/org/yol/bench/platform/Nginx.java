package org.yol.bench.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** nginx as the reverse proxy of a service, on the same machine, to compare the gateway with. */
public final class Nginx implements AutoCloseable {

    private static final int PORT = 18090;
    private static final int READY_WITHIN_SECONDS = 10;

    private final Process process;

    private Nginx(Process process) {
        this.process = process;
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://localhost:" + PORT);
    }

    /**
     * Starts it.
     *
     * @param folder for its files
     * @param service what it passes requests to
     * @return empty where nginx is not installed
     */
    public static Optional<Nginx> start(Path folder, URI service) {
        Optional<Path> program = Stream.of(
                        "/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        return program.map(path -> start(path, folder.toAbsolutePath(), service));
    }

    private static Nginx start(Path program, Path folder, URI service) {
        try {
            Files.createDirectories(folder);
            Path configuration = folder.resolve("nginx.conf");
            Files.writeString(
                    configuration,
                    template()
                            .replace("PORT", Integer.toString(PORT))
                            .replace("SERVICE", service.getAuthority())
                            .replace("FOLDER", folder.toString()));
            Nginx nginx = new Nginx(new ProcessBuilder(
                            program.toString(), "-p", folder.toString(), "-c", configuration.toString(), "-e", "stderr")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("nginx.log").toFile())
                    .start());
            nginx.awaitListening();
            return nginx;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String template() throws IOException {
        try (InputStream template = Nginx.class.getResourceAsStream("/nginx.conf")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void awaitListening() throws IOException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_WITHIN_SECONDS);
        while (true) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
                return;
            } catch (ConnectException e) {
                if (!process.isAlive() || System.nanoTime() > limit) {
                    throw new IllegalStateException("nginx does not listen on port " + PORT, e);
                }
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(READY_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
