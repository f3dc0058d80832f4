package org.yol.platform.outbox;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/**
 * The W3C trace context of the request at work, kept with an event so that a trace crosses Kafka, even after a crash.
 */
public final class TraceContext {

    /** Found once: looking for a bean costs more than the rest of this. */
    private final Supplier<Tracer> tracer;

    private final Supplier<Propagator> propagator;

    public TraceContext(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        this.tracer = SingletonSupplier.of(tracer::getIfAvailable);
        this.propagator = SingletonSupplier.of(propagator::getIfAvailable);
    }

    Optional<String> current() {
        Tracer active = tracer.get();
        Propagator format = propagator.get();
        if (active == null || format == null || active.currentTraceContext().context() == null) {
            return Optional.empty();
        }
        Map<String, String> headers = new HashMap<>();
        format.inject(active.currentTraceContext().context(), headers, Map::put);
        return Optional.ofNullable(headers.get("traceparent"));
    }
}
