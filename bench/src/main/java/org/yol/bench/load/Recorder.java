package org.yol.bench.load;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.yol.bench.platform.Processes;
import org.yol.bench.platform.Processes.Spent;

/**
 * Counts what comes of each request. Gatling's own statistics know no difference between a refusal that says when to
 * come again and a failure.
 */
final class Recorder {

    private static final int SLOW_MILLIS = 1_000;

    private final Processes processes;
    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();
    private final List<Figures.Receipt> receipts = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger sent = new AtomicInteger();
    private volatile long began;
    private volatile long counted;
    private Map<String, Spent> before = Map.of();

    Recorder(Processes processes) {
        this.processes = processes;
    }

    /** The load begins now, and counts after that time. */
    void begin(Duration warmUp) {
        began = System.currentTimeMillis();
        counted = began + warmUp.toMillis();
        before = spent();
        if (!warmUp.isZero()) {
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    Thread.sleep(warmUp);
                    before = spent();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    void receipt(String account, String application, String id) {
        receipts.add(new Figures.Receipt(account, application, id));
    }

    /**
     * An answer that has just come.
     *
     * @param retryAfter whether it says when to come again
     * @param millis since it was asked
     */
    void answered(String name, int status, boolean retryAfter, int millis) {
        boolean success = status / 100 == 2 || status == 304;
        if (success) {
            tally(name).success(millis);
            sent.addAndGet(System.currentTimeMillis() < counted ? 0 : 1);
        } else if (retryAfter && (status == 429 || status == 503)) {
            tally(name).refusal(millis);
        } else {
            tally(name).failure(Integer.toString(status), millis);
        }
    }

    /** There was no answer. */
    void unanswered(String name) {
        tally(name).failure("no answer", 0);
    }

    /** Somebody asked again and again, and then no more. */
    void givenUp(String name) {
        tally(name).failure("given up", 0);
    }

    /** Something did not come true that somebody waited for. */
    void unheard(String name) {
        tally(name).failure("not heard of", 0);
    }

    /** Something came true that is no answer to one request. */
    void cameTrue(String name, int millis) {
        tally(name).success(millis);
    }

    /** What came of it all, once that is waited for which follows from it. */
    Figures end(boolean quiet, Path report) {
        Spent own = own();
        Map<String, Long> memory = processes.memory();
        if (quiet) {
            processes.awaitQuiet();
        }
        Map<String, Spent> spent = new LinkedHashMap<>();
        spent().forEach((name, now) -> spent.put(name, now.since(before.get(name))));
        spent.put(Figures.GENERATOR, own.since(before.get(Figures.GENERATOR)));
        Map<String, Figures.Requests> requests = new TreeMap<>();
        tallies.forEach((name, tally) -> requests.put(name, tally.result()));
        return new Figures(requests, sent.get(), spent, memory, List.copyOf(receipts), report);
    }

    private Map<String, Spent> spent() {
        Map<String, Spent> spent = new HashMap<>(processes.spent());
        spent.put(Figures.GENERATOR, own());
        return spent;
    }

    private static Spent own() {
        return new Spent(
                ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos(),
                ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes());
    }

    private Tally tally(String name) {
        return tallies.computeIfAbsent(name, _ -> new Tally());
    }

    private final class Tally {

        private final Map<String, Integer> failures = new TreeMap<>();
        private final TreeMap<Integer, Integer> milliseconds = new TreeMap<>();
        private final TreeMap<Integer, Integer> answeredIn = new TreeMap<>();
        private final TreeMap<Integer, Integer> troubledFrom = new TreeMap<>();
        private int answered;
        private int refused;
        private long first = Long.MAX_VALUE;
        private long last;

        synchronized void success(int millis) {
            long now = System.currentTimeMillis();
            answeredIn.merge(second(now), 1, Integer::sum);
            if (millis > SLOW_MILLIS) {
                troubledFrom.merge(second(now - millis), 1, Integer::sum);
            }
            if (counts(now, millis)) {
                answered++;
                milliseconds.merge(millis, 1, Integer::sum);
            }
        }

        synchronized void refusal(int millis) {
            long now = System.currentTimeMillis();
            troubledFrom.merge(second(now - millis), 1, Integer::sum);
            refused += counts(now, millis) ? 1 : 0;
        }

        synchronized void failure(String words, int millis) {
            long now = System.currentTimeMillis();
            troubledFrom.merge(second(now - millis), 1, Integer::sum);
            if (counts(now, millis)) {
                failures.merge(words, 1, Integer::sum);
            }
        }

        private boolean counts(long now, int millis) {
            if (now < counted) {
                return false;
            }
            first = Math.min(first, Math.max(counted, now - millis));
            last = now;
            return true;
        }

        private int second(long millis) {
            return (int) Math.max(0, (millis - began) / 1_000);
        }

        synchronized Figures.Requests result() {
            int length = Math.max(end(answeredIn), end(troubledFrom));
            List<Figures.Second> seconds = new ArrayList<>();
            for (int second = 0; second < length; second++) {
                seconds.add(
                        new Figures.Second(answeredIn.getOrDefault(second, 0), troubledFrom.getOrDefault(second, 0)));
            }
            return new Figures.Requests(
                    answered, refused, failures, Math.min(first, last), last, milliseconds, seconds);
        }

        private static int end(TreeMap<Integer, Integer> seconds) {
            return seconds.isEmpty() ? 0 : seconds.lastKey() + 1;
        }
    }
}
