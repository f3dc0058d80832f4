package org.yol.bench.log;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.yol.bench.platform.Later;

/** Looks again and again how far the log has come, as long as it is not closed. */
public final class Growth implements AutoCloseable {

    /** So much later than it could be seen something may be seen. */
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final List<Seen> sightings = new CopyOnWriteArrayList<>();
    private final List<Thread> watching;
    private volatile boolean closed;

    /** @param size how many entries there were */
    private record Seen(Instant at, long size) {}

    /** @param addresses where it is asked: at each, since one of them may be away */
    public Growth(List<URI> addresses) {
        watching = addresses.stream()
                .map(address -> Thread.ofVirtual().start(() -> watch(new LogReader(address))))
                .toList();
    }

    private void watch(LogReader log) {
        while (!closed) {
            try {
                see(log.size(), Instant.now());
            } catch (IOException | RuntimeException away) {
                // Asked again.
            }
            Later.sleep(BETWEEN);
        }
    }

    synchronized void see(long size, Instant now) {
        if (size > size()) {
            sightings.add(new Seen(now, size));
        }
    }

    /** How many entries there were last; 0 before anything was seen. */
    public long size() {
        return sightings.isEmpty() ? 0 : sightings.getLast().size();
    }

    /** When it was seen first that a checkpoint has an entry; nothing when it was not. */
    public OptionalLong millisUntilSeen(long index, Instant since) {
        int low = 0;
        int high = sightings.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (sightings.get(middle).size() > index) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == sightings.size()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        Duration.between(since, sightings.get(low).at()).toMillis());
    }

    /** The longest time without a new checkpoint that began in a time. */
    public Duration longestPause(Instant begin, Duration length) {
        Duration longest = Duration.ZERO;
        Instant last = begin;
        for (Seen seen : sightings) {
            if (seen.at().isAfter(begin) && !last.isAfter(begin.plus(length))) {
                Duration pause = Duration.between(last, seen.at());
                longest = longest.compareTo(pause) < 0 ? pause : longest;
                last = seen.at();
            }
        }
        return longest;
    }

    @Override
    public void close() {
        closed = true;
        for (Thread thread : watching) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
