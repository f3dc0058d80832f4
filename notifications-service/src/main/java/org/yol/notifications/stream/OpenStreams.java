package org.yol.notifications.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;
import org.yol.notifications.NotificationsProperties;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * The connections this replica holds, by person. Each is written to by a virtual thread of its own, so that a slow
 * reader holds up nobody. Nobody has more than a few, and all together not more than this process can carry. Stops
 * first when the service stops: an open stream would keep the web server from draining.
 */
@Component
class OpenStreams implements SmartLifecycle {

    private static final Duration ENDS_AFTER = Duration.ofMinutes(15);

    /** How long a browser waits before it connects again, in milliseconds. */
    private static final long RECONNECT_AFTER = 1_000;

    /** The same for a window that had to give way to newer ones: else they would drive out each other. */
    private static final long RECONNECT_AFTER_GIVING_WAY = 60_000;

    /** Whoever is so far behind reads nothing; what is missed is in the inbox. */
    private static final int UNREAD_AT_MOST = 32;

    private final Map<String, Deque<OpenStream>> streams = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();
    private final int most;
    private final int mostEach;
    private final Counter refused;
    private volatile boolean running;

    OpenStreams(NotificationsProperties properties, MeterRegistry meters) {
        this.most = properties.streams();
        this.mostEach = properties.streamsEach();
        this.refused = Counter.builder("yol.streams.refused")
                .description("Browser windows that were sent away because this replica held enough")
                .register(meters);
        Gauge.builder("yol.streams.open", this, OpenStreams::count)
                .description("Browser windows connected to this replica")
                .register(meters);
    }

    private record OpenStream(SseEmitter emitter, AtomicInteger unread) {}

    /**
     * A new connection of somebody, whose oldest ends if they have enough. It ends after a while, and the browser
     * connects again with a token that is still good: nobody listens on long after their account was closed.
     *
     * @throws Refused service-unavailable while this replica holds enough
     */
    SseEmitter open(String recipientId) {
        OpenStream stream = new OpenStream(new SseEmitter(ENDS_AFTER.toMillis()), new AtomicInteger());
        Optional<OpenStream> givesWay = add(recipientId, stream);
        stream.emitter().onTimeout(stream.emitter()::complete);
        stream.emitter().onCompletion(() -> remove(recipientId, stream));
        givesWay.ifPresent(oldest -> writers.execute(() -> giveWay(oldest)));
        // Something has to be sent for the headers to go out: only then does the browser know it is connected.
        write(recipientId, stream, SseEmitter.event().comment("connected").reconnectTime(RECONNECT_AFTER));
        if (!running) {
            stream.emitter().complete();
        }
        return stream.emitter();
    }

    private Optional<OpenStream> add(String recipientId, OpenStream stream) {
        AtomicReference<OpenStream> givesWay = new AtomicReference<>();
        streams.compute(recipientId, (_, open) -> {
            Deque<OpenStream> all = open == null ? new ConcurrentLinkedDeque<>() : open;
            if (all.size() >= mostEach) {
                givesWay.set(all.removeFirst());
            } else if (count.incrementAndGet() > most) {
                count.decrementAndGet();
                refused.increment();
                throw new Refused(Problem.SERVICE_UNAVAILABLE);
            }
            all.addLast(stream);
            return all;
        });
        return Optional.ofNullable(givesWay.get());
    }

    private static void giveWay(OpenStream stream) {
        try {
            stream.emitter()
                    .send(SseEmitter.event().comment("too many windows").reconnectTime(RECONNECT_AFTER_GIVING_WAY));
        } catch (IOException | IllegalStateException _) {
            // The reader has gone already.
        }
        stream.emitter().complete();
    }

    boolean isListening(String recipientId) {
        return streams.containsKey(recipientId);
    }

    /** Sends to every connection of somebody. */
    void push(String recipientId, Supplier<SseEventBuilder> event) {
        streams.getOrDefault(recipientId, new ArrayDeque<>()).forEach(stream -> {
            if (stream.unread().incrementAndGet() > UNREAD_AT_MOST) {
                remove(recipientId, stream);
                // Ending it waits for the write that is stuck, which the web server gives up in the end.
                writers.execute(stream.emitter()::complete);
            } else {
                writers.execute(() -> write(recipientId, stream, event.get()));
            }
        });
    }

    /** A sign of life: tells proxies that the connection is in use, and us when nobody is there any more. */
    @Scheduled(
            fixedDelayString = "${yol.notifications.heartbeat}",
            initialDelayString = "${yol.notifications.heartbeat}")
    void beat() {
        streams.keySet()
                .forEach(recipientId ->
                        push(recipientId, () -> SseEmitter.event().comment("")));
    }

    /** Ends all connections; browsers connect again by themselves and then fetch what they may have missed. */
    void endAll() {
        streams.values().forEach(open -> open.forEach(stream -> stream.emitter().complete()));
    }

    int count() {
        return count.get();
    }

    private void write(String recipientId, OpenStream stream, SseEventBuilder event) {
        try {
            stream.emitter().send(event);
            stream.unread().set(0);
        } catch (IOException | IllegalStateException _) {
            // The reader has gone. The container completes the request; the connection is of no more use to anybody.
            remove(recipientId, stream);
        }
    }

    private void remove(String recipientId, OpenStream stream) {
        streams.computeIfPresent(recipientId, (_, open) -> {
            if (open.remove(stream)) {
                count.decrementAndGet();
            }
            return open.isEmpty() ? null : open;
        });
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        endAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
