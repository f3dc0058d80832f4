package org.yol.notifications.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * The connections this replica holds, by person. Each is written to by a virtual thread of its own, so that a slow
 * reader holds up nobody. Stops first when the service stops: an open stream would keep the web server from draining.
 */
@Component
class OpenStreams implements SmartLifecycle {

    /** How long a browser waits before it connects again, in milliseconds. */
    private static final Duration ENDS_AFTER = Duration.ofMinutes(15);

    private static final long RECONNECT_AFTER = 1_000;

    private final Map<String, Set<SseEmitter>> streams = new ConcurrentHashMap<>();
    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;

    OpenStreams(MeterRegistry meters) {
        Gauge.builder("yol.streams.open", this, OpenStreams::count)
                .description("Browser windows connected to this replica")
                .register(meters);
    }

    /**
     * A new connection of somebody. It ends after a while, and the browser connects again with a token that is still
     * good: nobody listens on long after their account was closed.
     */
    SseEmitter open(String recipientId) {
        SseEmitter stream = new SseEmitter(ENDS_AFTER.toMillis());
        stream.onTimeout(stream::complete);
        stream.onCompletion(() -> remove(recipientId, stream));
        streams.compute(recipientId, (_, open) -> {
            Set<SseEmitter> all = open == null ? ConcurrentHashMap.newKeySet() : open;
            all.add(stream);
            return all;
        });
        // Something has to be sent for the headers to go out: only then does the browser know it is connected.
        write(recipientId, stream, SseEmitter.event().comment("connected").reconnectTime(RECONNECT_AFTER));
        if (!running) {
            stream.complete();
        }
        return stream;
    }

    boolean isListening(String recipientId) {
        return streams.containsKey(recipientId);
    }

    /** Sends to every connection of somebody. */
    void push(String recipientId, Supplier<SseEventBuilder> event) {
        streams.getOrDefault(recipientId, Set.of())
                .forEach(stream -> writers.execute(() -> write(recipientId, stream, event.get())));
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
        streams.values().forEach(open -> open.forEach(SseEmitter::complete));
    }

    int count() {
        return streams.values().stream().mapToInt(Set::size).sum();
    }

    private void write(String recipientId, SseEmitter stream, SseEventBuilder event) {
        try {
            stream.send(event);
        } catch (IOException | IllegalStateException _) {
            // The reader has gone. The container completes the request; the connection is of no more use to anybody.
            remove(recipientId, stream);
        }
    }

    private void remove(String recipientId, SseEmitter stream) {
        streams.computeIfPresent(recipientId, (_, open) -> {
            open.remove(stream);
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
