package org.yol.localrun.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The process ids of the children, kept on the disk: when this process is killed its children go on, and the next start
 * finds and stops them here.
 */
public final class ChildPids {

    private static final int GRACE_SECONDS = 10;

    private final Path directory;

    /** @param directory one file a child */
    public ChildPids(Path directory) {
        this.directory = directory;
    }

    void remember(String name, ProcessHandle child) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(name), child.pid() + " " + startOf(child));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Stops the children that an earlier, killed run left behind. Never touches a process that only got the same id.
     *
     * @return the names of those that were stopped
     */
    public List<String> stopLeftOvers() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        Map<String, ProcessHandle> children = leftOvers();
        // All are asked first, and then waited for: each takes some seconds to finish what it is doing.
        children.values().forEach(ProcessHandle::destroy);
        children.forEach((name, child) -> {
            awaitEnd(child);
            forget(name);
        });
        return List.copyOf(children.keySet());
    }

    private Map<String, ProcessHandle> leftOvers() {
        Map<String, ProcessHandle> children = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.map(file -> file.getFileName().toString())
                    .forEach(name -> find(name).ifPresent(child -> children.put(name, child)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return children;
    }

    private Optional<ProcessHandle> find(String name) {
        try {
            String[] pidAndStart =
                    Files.readString(directory.resolve(name)).strip().split(" ");
            return ProcessHandle.of(Long.parseLong(pidAndStart[0]))
                    .filter(handle -> startOf(handle).toString().equals(pidAndStart[1]))
                    .filter(handle -> handle.info()
                            .arguments()
                            .map(arguments -> List.of(arguments).contains(Launch.marker(name)))
                            .orElse(false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static void awaitEnd(ProcessHandle child) {
        try {
            child.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            child.destroyForcibly();
            child.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Instant startOf(ProcessHandle handle) {
        return handle.info().startInstant().orElse(Instant.EPOCH);
    }
}
