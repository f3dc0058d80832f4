package org.yol.localrun.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.yol.localrun.Console;
import org.yol.localrun.Port;
import org.yol.localrun.Resource;

/** A service in a process of its own, which is started again when it dies. */
public final class ServiceProcess implements Resource {

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(20);
    private static final Duration TRAINED_WITHIN = Duration.ofMinutes(3);
    private static final int DEATHS_BEFORE_GIVING_UP = 3;
    private static final int LINES_OF_AN_ERROR = 15;

    private final Launch launch;
    private final Map<String, String> offers;
    private final ServiceLog log;
    private final ChildPids pids;
    private final Console console;
    private @Nullable Process process;
    private volatile boolean wanted;
    private volatile boolean ready;
    private int deathsInARow;

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
     * Starts the service and waits until it is ready.
     *
     * @throws IllegalStateException when it dies or does not become ready; with the end of its log
     */
    @Override
    public void start() throws Exception {
        if (!launch.jar().exists()) {
            throw new IllegalStateException(launch.jar().jar() + " is not there. Build it with ./mvnw package.");
        }
        wanted = true;
        deathsInARow = 0;
        spawn();
        awaitReady();
    }

    /**
     * Waits until the service is ready, for example again after it was killed.
     *
     * @throws IllegalStateException when that does not happen
     */
    public void awaitReady() throws InterruptedException {
        try {
            if (!new Readiness(launch.port().number())
                    .await(() -> wanted)
                    .get(READY_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(explain("ended while it was starting"));
            }
            ready = true;
        } catch (TimeoutException e) {
            throw new IllegalStateException(explain("is not ready after " + READY_WITHIN.toMinutes() + " minutes"), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(explain("can't be asked whether it is ready"), e);
        }
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
        wanted = false;
        Process stopping;
        synchronized (this) {
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

    private synchronized void spawn() {
        if (!wanted) {
            return;
        }
        ready = false;
        Instant started = Instant.now();
        ProcessBuilder builder = new ProcessBuilder(launch.command()).redirectErrorStream(true);
        builder.environment().putAll(launch.environment());
        try {
            Process child = builder.start();
            process = child;
            pids.remember(name(), child.toHandle());
            // A platform thread: reading from a pipe pins a virtual one to its carrier, and there are only as many of
            // those
            // as cores; four logs would leave none for the identity provider.
            Thread.ofPlatform().daemon().name(name() + "-log").start(() -> log.copy(child, this::show));
            child.onExit().thenAccept(ended -> onDeath(ended, started));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void onDeath(Process ended, Instant started) {
        if (!wanted) {
            return;
        }
        boolean wasReady = ready;
        synchronized (this) {
            deathsInARow = wasReady ? 1 : deathsInARow + 1;
        }
        if (!wasReady && deathsInARow >= DEATHS_BEFORE_GIVING_UP) {
            wanted = false;
            console.problem(explain("died " + deathsInARow + " times without becoming ready; it stays down"));
            return;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(deathsInARow - 1, 5));
        console.problem(name() + " ended with exit code " + ended.exitValue() + " after "
                + Console.seconds(Duration.between(started, Instant.now())) + "; starting it again in "
                + pause.toSeconds() + " s");
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> startAgain(wasReady));
    }

    private void startAgain(boolean announce) {
        Instant started = Instant.now();
        spawn();
        if (announce) {
            new Readiness(launch.port().number()).await(() -> wanted).thenAccept(again -> {
                if (again) {
                    ready = true;
                    console.progress(
                            name(), "ready again after " + Console.seconds(Duration.between(started, Instant.now())));
                }
            });
        }
    }

    private void show(String line) {
        if (wanted && (line.contains(" ERROR ") || ready && line.contains(" WARN "))) {
            console.log(name(), line);
        }
    }

    private String explain(String what) {
        return name() + " " + what + ". The end of " + log.file() + ":" + System.lineSeparator()
                + String.join(System.lineSeparator(), log.tail(LINES_OF_AN_ERROR));
    }
}
