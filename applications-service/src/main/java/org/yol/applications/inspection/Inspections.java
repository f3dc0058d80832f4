package org.yol.applications.inspection;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * Has files looked at, a few at a time, in processes of their own: a file made to use up memory or time takes one of
 * those with it, and nobody's submission. They are started when there is something to look at, and end when there has
 * been nothing for a while.
 */
@Component
public class Inspections {

    private static final Logger LOG = LoggerFactory.getLogger(Inspections.class);

    private final InspectionProperties properties;
    private final Clock clock;
    private final Semaphore places;
    private final Deque<Inspector> idle = new ConcurrentLinkedDeque<>();
    private final ScheduledExecutorService ends = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("inspection-ends").factory());

    Inspections(InspectionProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.places = new Semaphore(properties.atOnce(), true);
        long idle = properties.idle().toMillis();
        ends.scheduleWithFixedDelay(this::endIdle, idle, idle, TimeUnit.MILLISECONDS);
    }

    /**
     * Looks at a file.
     *
     * @param type of its first bytes: PDF, JPEG or PNG
     * @param size in bytes
     * @param bytes as many, read to their end
     * @param use keeps what can be taken; the next file waits for it, so that few are in memory
     * @throws Refused field-errors for what cannot be taken; service-unavailable when too many are to be looked at
     */
    public <T> T inspect(String type, int size, InputStream bytes, Use<T> use) throws IOException {
        takePlace();
        try {
            Finding finding = look(type, size, bytes);
            if (!finding.refusal().isEmpty()) {
                throw Refused.because(List.of(FieldError.of("/file", finding.refusal(), finding.limit())));
            }
            return use.with(finding.cleaned());
        } finally {
            places.release();
        }
    }

    /** What is done with a file that can be taken. */
    @FunctionalInterface
    public interface Use<T> {

        /** @param cleaned the file without the place it was made at, to be taken instead; null when it names none */
        T with(byte[] cleaned) throws IOException;
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(properties.waiting().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refused(Problem.SERVICE_UNAVAILABLE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Refused(Problem.SERVICE_UNAVAILABLE);
        }
    }

    private Finding look(String type, int size, InputStream bytes) throws IOException {
        Inspector inspector = idle.poll();
        if (inspector == null || !inspector.isAlive()) {
            inspector = Inspector.start(properties);
        }
        Duration before = inspector.worked();
        AtomicReference<Duration> worked = new AtomicReference<>();
        Inspector looking = inspector;
        ScheduledFuture<?> end = ends.schedule(
                () -> {
                    worked.set(looking.worked().minus(before));
                    looking.close();
                },
                properties.longest().toMillis(),
                TimeUnit.MILLISECONDS);
        boolean whole = false;
        try {
            inspector.send(type, size, bytes);
            Finding finding = inspector.answer();
            whole = end.cancel(false);
            return finding;
        } catch (IOException died) {
            if (worked.get() != null
                    && worked.get().compareTo(properties.longest().dividedBy(2)) < 0) {
                // It is no fault of the file: others have had the processors.
                throw new Refused(Problem.SERVICE_UNAVAILABLE);
            }
            LOG.warn("A file of {} bytes, {}, could not be looked at within limits", size, type, died);
            return new Unfit("file.too-complex").finding();
        } finally {
            end.cancel(false);
            if (whole) {
                inspector.rest(clock.instant());
                idle.push(inspector);
            } else {
                inspector.close();
            }
        }
    }

    private void endIdle() {
        Instant since = clock.instant().minus(properties.idle());
        // The longest idle is the last.
        for (Inspector last = idle.pollLast(); last != null; last = idle.pollLast()) {
            if (last.idleSince().isAfter(since)) {
                idle.addLast(last);
                return;
            }
            last.close();
        }
    }

    @PreDestroy
    void end() {
        ends.shutdownNow();
        idle.forEach(Inspector::close);
    }
}
