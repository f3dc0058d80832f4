package org.yol.bench.platform;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * What the processes of the platform have spent: rates are noisy on a shared machine, this is much less so. A process
 * that was killed in between and started again counts from its new start.
 */
public final class Processes {

    private static final Duration QUIET_WITHIN = Duration.ofMinutes(3);
    private static final double QUIET = 0.15;

    private final Path pids;
    private final Map<Long, MBeanServerConnection> connections = new LinkedHashMap<>();

    /** @param installation that runs now */
    public Processes(Installation installation) {
        this.pids = installation.pids();
    }

    /**
     * What was spent since the start of a process.
     *
     * @param cpuNanos CPU time
     * @param allocated bytes of its heap that were ever handed out
     */
    public record Spent(long cpuNanos, long allocated) {

        /**
         * What was spent since then. A process that was started in between has spent all of what it has.
         *
         * @param earlier null where there was none
         */
        public Spent since(Spent earlier) {
            return earlier == null || earlier.cpuNanos > cpuNanos
                    ? this
                    : new Spent(cpuNanos - earlier.cpuNanos, allocated - earlier.allocated);
        }
    }

    /** By process: the services, and what started them, in which the store and the broker are unless they are real. */
    public Map<String, Spent> spent() {
        Map<String, Spent> spent = new LinkedHashMap<>();
        handles().forEach((name, process) -> spent.put(name, new Spent(cpu(process), allocated(process.pid()))));
        return spent;
    }

    /** In MB by process: the proportional set size, in which a page shared by several is divided between them. */
    public Map<String, Long> memory() {
        Map<String, Long> memory = new LinkedHashMap<>();
        handles().forEach((name, process) -> memory.put(name, memory(process.pid())));
        return memory;
    }

    /** Kills a service as a crash would. */
    public void kill(String service) {
        handles().get(service).destroyForcibly();
    }

    /** The process of a service. */
    public ProcessHandle of(String service) {
        return handles().get(service);
    }

    /** Has a service stand still, until it {@link #goOn goes on}. */
    public void standStill(String service) {
        signal("-STOP", service);
    }

    /** Has a service go on that stood still. */
    public void goOn(String service) {
        signal("-CONT", service);
    }

    private void signal(String signal, String service) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(of(service).pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Stops what an earlier measurement has left behind, and never a process that only got the same id. */
    void stop() {
        handles().forEach((name, process) -> {
            boolean isService = process.info()
                    .arguments()
                    .map(arguments -> List.of(arguments).contains("-Dyol.service=" + name))
                    .orElse(false);
            if (isService) {
                process.destroy();
                process.onExit().join();
            }
        });
    }

    /**
     * Waits until what happens after the answers is done too: events, messages, mails. A little of a processor is what
     * the platform takes when nobody comes.
     */
    public void awaitQuiet() {
        long limit = System.nanoTime() + QUIET_WITHIN.toNanos();
        double busy = 1;
        while (busy > QUIET && System.nanoTime() < limit) {
            long before = cpu();
            long since = System.nanoTime();
            Later.sleep(Duration.ofSeconds(1));
            busy = (double) (cpu() - before) / (System.nanoTime() - since);
        }
    }

    private long cpu() {
        return handles().values().stream().mapToLong(Processes::cpu).sum();
    }

    private Map<String, ProcessHandle> handles() {
        Map<String, ProcessHandle> processes = new TreeMap<>();
        try (Stream<Path> files = Files.list(pids)) {
            files.forEach(file -> process(file).ifPresent(process -> {
                processes.put(file.getFileName().toString(), process);
                process.parent().ifPresent(parent -> processes.put("local-run", parent));
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return processes;
    }

    private static Optional<ProcessHandle> process(Path file) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(file).split(" ")[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private long allocated(long pid) {
        try {
            MBeanServerConnection connection = connections.get(pid);
            if (connection == null) {
                connection = connect(pid);
                connections.put(pid, connection);
            }
            return (Long) connection.getAttribute(
                    ObjectName.getInstance("java.lang:type=Threading"), "TotalThreadAllocatedBytes");
        } catch (AttachNotSupportedException | IOException | JMException e) {
            throw new IllegalStateException("Process " + pid + " tells nothing of its memory", e);
        }
    }

    private static MBeanServerConnection connect(long pid) throws AttachNotSupportedException, IOException {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
        try {
            return JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))
                    .getMBeanServerConnection();
        } finally {
            machine.detach();
        }
    }

    private static long memory(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
