package org.yol.platform.outbox;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.pull;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;

/**
 * Takes events out of the documents they were written into and tells Kafka. Nudged after each write; a sweep finds what
 * a crash or an outage left behind. An event leaves its document only after the broker acknowledged it, and the next of
 * the same document only after that: a lapse may repeat an event, never lose one or put it before an earlier one. A
 * document that cannot be told is tried again after a growing pause and holds back no other.
 */
public final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);
    private static final Duration LEFT_BEHIND_AFTER = Duration.ofSeconds(1);
    private static final int SWEEP_AT_MOST = 1_000;
    private static final int AT_ONCE = 32;

    /** Starts before the web server and the listeners, and so stops after them: what they still write is still told. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 10_000;

    private final EventPublisher publisher;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<String, Watched> collections = new ConcurrentHashMap<>();
    private final Map<Key, Long> atWork = new ConcurrentHashMap<>();
    private final Map<Key, Pause> pauses = new ConcurrentHashMap<>();
    private final Semaphore sending = new Semaphore(AT_ONCE);
    private ExecutorService workers;
    private ScheduledExecutorService sweeper;
    private volatile boolean running;

    public OutboxRelay(EventPublisher publisher, Clock clock, MeterRegistry meters) {
        this.publisher = publisher;
        this.clock = clock;
        this.meters = meters;
    }

    private record Key(String collection, String id) {}

    private record Watched(MongoCollection<BsonDocument> documents, AtomicLong oldestPending) {}

    /** Waits 100 ms after the first failure, doubling to 10 s: that long at most an event is late after an outage. */
    private record Pause(int failures, Instant until) {
        static Pause next(Pause before, Instant now) {
            int failures = before == null ? 1 : before.failures() + 1;
            long millis = Math.min(10_000, 100L << Math.min(failures - 1, 10));
            return new Pause(failures, now.plusMillis(millis));
        }

        /** The document was not found waiting for so long that another replica must have told its events. */
        boolean isForgotten(Instant now) {
            return until.isBefore(now.minusSeconds(60));
        }
    }

    /** From now on relays what is written into these documents, and publishes the age of the oldest event waiting. */
    public void watch(MongoCollection<BsonDocument> documents) {
        String name = documents.getNamespace().getCollectionName();
        AtomicLong oldestPending = new AtomicLong();
        collections.put(name, new Watched(documents, oldestPending));
        Gauge.builder("yol.outbox.oldest.pending", oldestPending, millis -> millis.get() / 1000.0)
                .description("Age of the oldest event that Kafka has not acknowledged yet")
                .baseUnit("seconds")
                .tag("collection", name)
                .register(meters);
    }

    /** A document has something to tell. Returns at once, and never fails: what was written is found by the sweep. */
    public void nudge(String collection, String id) {
        Key key = new Key(collection, id);
        if (running && atWork.merge(key, 1L, Long::sum) == 1) {
            try {
                workers.execute(() -> work(key));
            } catch (RejectedExecutionException stopping) {
                atWork.remove(key);
                LOG.debug("Events of {} {} wait for the next start", collection, id, stopping);
            }
        }
    }

    private void work(Key key) {
        sending.acquireUninterruptibly();
        try {
            Long seen;
            do {
                seen = atWork.get(key);
                relay(key);
            } while (!atWork.remove(key, seen));
            pauses.remove(key);
        } catch (RuntimeException failure) {
            Pause pause = pauses.compute(key, (_, before) -> Pause.next(before, clock.instant()));
            atWork.remove(key);
            LOG.warn(
                    "Events of {} {} wait until {}: {}",
                    key.collection(),
                    key.id(),
                    pause.until(),
                    NestedExceptionUtils.getMostSpecificCause(failure).toString());
        } finally {
            sending.release();
        }
    }

    private void relay(Key key) {
        MongoCollection<BsonDocument> documents =
                collections.get(key.collection()).documents();
        BsonDocument document = documents
                .find(eq("_id", key.id()))
                .projection(include("outbox"))
                .first();
        if (document == null) {
            return;
        }
        for (BsonValue value : document.getArray("outbox", new BsonArray())) {
            if (!running) {
                return;
            }
            BsonDocument entry = value.asDocument();
            publisher.publish(key.id(), entry);
            documents.updateOne(eq("_id", key.id()), pull("outbox", new BsonDocument("id", entry.get("id"))));
        }
    }

    private void sweep() {
        collections.forEach((name, watched) -> {
            try {
                sweep(name, watched);
            } catch (MongoException unavailable) {
                LOG.debug("Sweep of {} put off: {}", name, unavailable.getMessage());
            } catch (RuntimeException unexpected) {
                // Thrown on, it would end all sweeps for good.
                LOG.error("Sweep of {} failed", name, unexpected);
            }
        });
        Instant now = clock.instant();
        pauses.values().removeIf(pause -> pause.isForgotten(now));
    }

    private void sweep(String name, Watched watched) {
        Instant now = clock.instant();
        long oldest = now.toEpochMilli();
        for (BsonDocument document : watched.documents()
                .find(lt("outbox.time", Date.from(now.minus(LEFT_BEHIND_AFTER))))
                .projection(include("outbox.time"))
                .sort(ascending("outbox.time"))
                .limit(SWEEP_AT_MOST)) {
            for (BsonValue entry : document.getArray("outbox")) {
                oldest = Math.min(oldest, entry.asDocument().getDateTime("time").getValue());
            }
            String id = document.getString("_id").getValue();
            Key key = new Key(name, id);
            Pause pause = pauses.get(key);
            if (!atWork.containsKey(key) && (pause == null || !pause.until().isAfter(now))) {
                nudge(name, id);
            }
        }
        watched.oldestPending().set(now.toEpochMilli() - oldest);
    }

    @Override
    public void start() {
        workers = Executors.newVirtualThreadPerTaskExecutor();
        sweeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("outbox-sweep").daemon().factory());
        running = true;
        sweeper.scheduleWithFixedDelay(
                this::sweep, SWEEP_EVERY.toMillis(), SWEEP_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets what is being sent finish; what is not is found by the next sweep of whoever runs then. */
    @Override
    public void stop() {
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
