package org.yol.platform.due;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** All due work of a service: its threads, its sweeps and its names for claims. */
public final class DueWorks implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DueWorks.class);

    /** Starts before the web server and the listeners, and so stops after them: what they still write is still done. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 10_000;

    private final Clock clock;
    private final MeterRegistry meters;
    private final List<Sweep> sweeps = new CopyOnWriteArrayList<>();
    private final String process = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicLong claims = new AtomicLong();
    private ExecutorService workers;
    private ScheduledExecutorService sweeper;
    private volatile boolean running;

    /** @param clock decides what is due */
    public DueWorks(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.meters = meters;
    }

    /** From now on does a kind of work with these documents, while this runs. */
    public synchronized DueWork add(MongoCollection<BsonDocument> documents, WorkPlan plan, Task<BsonDocument> task) {
        DueWork work = new DueWork(documents, plan, task, this);
        Sweep sweep = new Sweep(work);
        sweeps.add(sweep);
        Gauge.builder("yol.due.oldest", sweep, last -> last.oldest() / 1000.0)
                .description("Age of what has been due the longest and is not done yet")
                .baseUnit("seconds")
                .tag("database", documents.getNamespace().getDatabaseName())
                .tag("collection", documents.getNamespace().getCollectionName())
                .tag("work", plan.name())
                .register(meters);
        if (running) {
            sweepLater(sweep);
        }
        return work;
    }

    /** Work of a kind that there is never any of with these documents, so that nothing looks for it. */
    public DueWork never(MongoCollection<BsonDocument> documents, WorkPlan plan) {
        return new DueWork(
                documents,
                plan,
                (document, _) -> {
                    throw new IllegalStateException(
                            plan.name() + " of " + document.get("_id") + " was said to be none");
                },
                this);
    }

    Instant now() {
        return clock.instant();
    }

    String newHolder() {
        return process + "-" + claims.incrementAndGet();
    }

    boolean execute(Runnable work) {
        try {
            if (running) {
                workers.execute(work);
                return true;
            }
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Left to the next start", stopping);
        }
        return false;
    }

    /** Has something done here at an instant to come; what is lost of that is found by the sweep. */
    void at(Instant instant, Runnable work) {
        try {
            sweeper.schedule(work, Duration.between(now(), instant).toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Left to the next start", stopping);
        }
    }

    private void sweepLater(Sweep sweep) {
        WorkPlan plan = sweep.work().plan();
        long every = plan.sweepEvery().toMillis() * sweep.patience();
        // Replicas that were started together do not sweep together.
        long pause = every * 3 / 4 + ThreadLocalRandom.current().nextLong(every / 2 + 1);
        try {
            sweeper.schedule(() -> carryOut(sweep), pause, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("No more sweeps of {}", plan.name(), stopping);
        }
    }

    private void carryOut(Sweep sweep) {
        String name = sweep.work().plan().name();
        try {
            sweep.at(now());
        } catch (MongoException unavailable) {
            LOG.debug("Sweep of {} put off: {}", name, unavailable.getMessage());
        } catch (RuntimeException unexpected) {
            // Thrown on, it would end these sweeps for good.
            LOG.error("Sweep of {} failed", name, unexpected);
        }
        if (running) {
            sweepLater(sweep);
        }
    }

    @Override
    public synchronized void start() {
        workers = Executors.newVirtualThreadPerTaskExecutor();
        sweeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("due-work").daemon().factory());
        running = true;
        sweeps.forEach(this::sweepLater);
    }

    /** Lets what is being done finish; what is not is found by the next sweep of whoever runs then. */
    @Override
    public synchronized void stop() {
        if (!running) {
            return;
        }
        running = false;
        sweeper.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException _) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
