package org.yol.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the processes of the platform have computed: rates are noisy on a shared machine, this is much less so. */
final class Processes {

    private static final Duration QUIET_WITHIN = Duration.ofMinutes(2);
    private static final double QUIET = 0.1;

    private final Map<String, ProcessHandle> processes;

    private Processes(Map<String, ProcessHandle> processes) {
        this.processes = processes;
    }

    /** The services, and what started them, in which the store and the broker are unless they are real ones. */
    static Processes of(Installation installation) {
        Map<String, ProcessHandle> processes = new TreeMap<>();
        try (Stream<Path> files = Files.list(installation.pids())) {
            files.forEach(file -> process(file).ifPresent(process -> {
                processes.put(file.getFileName().toString(), process);
                process.parent().ifPresent(parent -> processes.put("local-run", parent));
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Processes(processes);
    }

    private static Optional<ProcessHandle> process(Path file) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(file).split(" ")[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** CPU time since each was started. */
    Map<String, Duration> spent() {
        Map<String, Duration> spent = new LinkedHashMap<>();
        processes.forEach((name, process) ->
                spent.put(name, process.info().totalCpuDuration().orElse(Duration.ZERO)));
        return spent;
    }

    /**
     * Waits until what happens after the answers is done too: events, messages, mails. A tenth of a processor is what
     * the platform takes when nobody comes.
     */
    void awaitQuiet() {
        long limit = System.nanoTime() + QUIET_WITHIN.toNanos();
        double busy = 1;
        while (busy > QUIET && System.nanoTime() < limit) {
            Duration before = total(spent());
            long since = System.nanoTime();
            pause();
            busy = (double) total(spent()).minus(before).toNanos() / (System.nanoTime() - since);
        }
    }

    /** What one of so many things cost each process since then, the dearest first. */
    String cost(Map<String, Duration> before, int count) {
        Map<String, Duration> now = spent();
        List<String> names = now.keySet().stream()
                .sorted(Comparator.comparing((String name) -> now.get(name).minus(before.get(name)))
                        .reversed())
                .toList();
        return names.stream()
                .map(name -> String.format(
                        Locale.ROOT,
                        "%s %.2f",
                        name,
                        now.get(name).minus(before.get(name)).toNanos() / 1e6 / count))
                .collect(Collectors.joining(", ", "ms of CPU each: ", ""));
    }

    private static Duration total(Map<String, Duration> spent) {
        return spent.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
