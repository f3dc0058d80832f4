package org.yol.platform.outbox;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The W3C trace context of the request at work, kept with an event so that a trace crosses Kafka, even after a crash.
 */
public final class TraceContext {

    private final ObjectProvider<Tracer> tracer;
    private final ObjectProvider<Propagator> propagator;

    public TraceContext(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    Optional<String> current() {
        Tracer active = tracer.getIfAvailable();
        Propagator format = propagator.getIfAvailable();
        if (active == null || format == null || active.currentTraceContext().context() == null) {
            return Optional.empty();
        }
        Map<String, String> headers = new HashMap<>();
        format.inject(active.currentTraceContext().context(), headers, Map::put);
        return Optional.ofNullable(headers.get("traceparent"));
    }
}
