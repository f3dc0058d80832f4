package org.yol.platform.note;

import io.micrometer.tracing.Tracer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.yol.contracts.Topics;
import org.yol.platform.event.ReceivedEvent;

/** Remembers what it hears, and can be told to fail first. */
@Component
public class NoteListener {

    private final Tracer tracer;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Map<String, Failures> failures = new ConcurrentHashMap<>();

    NoteListener(Tracer tracer) {
        this.tracer = tracer;
    }

    /** An event and the trace it was heard in. */
    public record Heard(ReceivedEvent event, String traceId) {}

    private record Failures(AtomicInteger left, Supplier<RuntimeException> reason) {}

    /** The next events about that document fail, this many times in all. */
    public void fail(String aggregateId, int times, Supplier<RuntimeException> reason) {
        failures.put(aggregateId, new Failures(new AtomicInteger(times), reason));
    }

    /** How many of the announced failures are still to come. */
    public int failuresLeft(String aggregateId) {
        return failures.get(aggregateId).left().get();
    }

    /** What has been heard about a document, in order. */
    public List<Heard> heardAbout(String aggregateId) {
        return heard.stream()
                .filter(one -> one.event().aggregateId().equals(aggregateId))
                .toList();
    }

    @KafkaListener(
            topics = {Topics.CALLS, Topics.NOTIFICATIONS},
            groupId = "${spring.application.name}.note")
    void hear(ReceivedEvent event) {
        Failures announced = failures.get(event.aggregateId());
        if (announced != null && announced.left().getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw announced.reason().get();
        }
        var span = tracer.currentSpan();
        heard.add(new Heard(event, span == null ? null : span.context().traceId()));
    }
}
