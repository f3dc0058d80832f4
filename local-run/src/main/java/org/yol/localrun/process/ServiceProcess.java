package org.yol.localrun.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.yol.localrun.Console;
import org.yol.localrun.Port;
import org.yol.localrun.Resource;

/**
 * A service in a process of its own, which is started again when it dies: always when it has been ready once, and a few
 * times when it never was.
 */
public final class ServiceProcess implements Resource {

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(20);
    private static final Duration TRAINED_WITHIN = Duration.ofMinutes(3);
    private static final int LINES_OF_AN_ERROR = 15;

    private final Launch launch;
    private final Map<String, String> offers;
    private final ServiceLog log;
    private final ChildPids pids;
    private final Console console;
    private @Nullable Process process;
    private volatile boolean wanted;
    private volatile StartHistory history = StartHistory.NONE;

    /**
     * @param offers the variables by which other services find this one
     * @param log where everything it says goes
     */
    public ServiceProcess(Launch launch, Map<String, String> offers, Path log, ChildPids pids, Console console) {
        this.launch = launch;
        this.offers = offers;
        this.log = new ServiceLog(log);
        this.pids = pids;
        this.console = console;
    }

    @Override
    public String name() {
        return launch.name();
    }

    @Override
    public List<Port> ports() {
        return List.of(launch.port());
    }

    @Override
    public Map<String, String> offers() {
        return offers;
    }

    /** The process id, while it runs. */
    public synchronized Optional<Long> pid() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::pid);
    }

    /**
     * Starts the service and waits until it is ready. What happened before this start does not count any more.
     *
     * @throws IllegalStateException when it dies at every try or does not become ready; with the end of its log
     */
    @Override
    public void start() throws Exception {
        if (!launch.jar().exists()) {
            throw new IllegalStateException(launch.jar().jar() + " is not there. Build it with ./mvnw package.");
        }
        synchronized (this) {
            wanted = true;
            history = StartHistory.NONE;
            spawn();
        }
        awaitReady();
    }

    /**
     * Waits until the service is ready, for example again after it was killed.
     *
     * @throws IllegalStateException when that does not happen
     */
    public synchronized void awaitReady() throws InterruptedException {
        Instant limit = Instant.now().plus(READY_WITHIN);
        while (wanted && !isReady()) {
            long left = Duration.between(Instant.now(), limit).toMillis();
            if (left <= 0) {
                throw new IllegalStateException(explain("is not ready after " + READY_WITHIN.toMinutes() + " minutes"));
            }
            wait(left);
        }
        if (!wanted) {
            throw new IllegalStateException(explain("ended while it was starting"));
        }
    }

    private boolean isReady() {
        return history.isReady() && process != null && process.isAlive();
    }

    /**
     * Runs the service's jar beside it, with words of an operator, to its end.
     *
     * @return its exit code
     */
    public int operate(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(launch.command());
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(launch.environment());
        return builder.start().waitFor();
    }

    /** Kills the process as a crash would. It is started again, as after every death. */
    public void kill() {
        Process victim;
        synchronized (this) {
            victim = process;
        }
        if (victim != null) {
            victim.toHandle().destroyForcibly();
            victim.onExit().join();
        }
    }

    @Override
    public void close() {
        Process stopping;
        synchronized (this) {
            wanted = false;
            notifyAll();
            stopping = process;
        }
        if (stopping == null) {
            return;
        }
        // By its handle: Process.destroy() would close its output, and with it the log of how it stopped.
        stopping.toHandle().destroy();
        try {
            Duration limit = launch.training() ? TRAINED_WITHIN : STOPPED_WITHIN;
            if (!stopping.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                stopping.toHandle().destroyForcibly();
                stopping.waitFor();
            }
        } catch (InterruptedException e) {
            stopping.toHandle().destroyForcibly();
            Thread.currentThread().interrupt();
        }
        pids.forget(name());
    }

    private synchronized void spawn() throws IOException {
        Instant started = Instant.now();
        ProcessBuilder builder = new ProcessBuilder(launch.command()).redirectErrorStream(true);
        builder.environment().putAll(launch.environment());
        Process child = builder.start();
        process = child;
        // A platform thread: reading from a pipe pins a virtual one to its carrier, and there are only as many of those
        // as cores; four logs would leave none for the identity provider.
        Thread.ofPlatform().daemon().name(name() + "-log").start(() -> log.copy(child, this::show));
        new Readiness(launch.port().number())
                .await(() -> wanted && child.isAlive())
                .thenAccept(ready -> onAnswer(child, ready, started));
        child.onExit()
                .thenAccept(ended -> onDeath(
                        ended,
                        "ended with exit code " + ended.exitValue() + " after "
                                + Console.seconds(Duration.between(started, Instant.now()))));
        pids.remember(name(), child.toHandle());
    }

    private synchronized void onAnswer(Process child, boolean ready, Instant started) {
        if (!ready || !wanted || process != child || !child.isAlive()) {
            return;
        }
        if (history.wasEverReady()) {
            console.progress(name(), "ready again after " + Console.seconds(Duration.between(started, Instant.now())));
        }
        history = history.ready(Instant.now());
        notifyAll();
    }

    /** Does nothing about a process that is not the last one: a stop and a start have replaced it. */
    private synchronized void onDeath(Process last, String what) {
        if (!wanted || process != last) {
            return;
        }
        history = history.died(Instant.now());
        Optional<Duration> pause = history.pause();
        if (pause.isEmpty()) {
            wanted = false;
            notifyAll();
            console.problem(
                    explain("died " + history.deathsInARow() + " times without ever becoming ready; it stays down"));
            return;
        }
        console.problem(
                name() + " " + what + "; starting it again in " + pause.get().toSeconds() + " s");
        CompletableFuture.delayedExecutor(pause.get().toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> startAgain(last));
    }

    private synchronized void startAgain(Process last) {
        if (!wanted || process != last) {
            return;
        }
        try {
            spawn();
        } catch (IOException e) {
            // For example no memory for another process now: later there may be.
            onDeath(last, "could not be started (" + e.getMessage() + ")");
        }
    }

    private void show(String line) {
        if (wanted && (line.contains(" ERROR ") || history.isReady() && line.contains(" WARN "))) {
            console.log(name(), line);
        }
    }

    private String explain(String what) {
        return name() + " " + what + ". The end of " + log.file() + ":" + System.lineSeparator()
                + String.join(System.lineSeparator(), log.tail(LINES_OF_AN_ERROR));
    }
}
