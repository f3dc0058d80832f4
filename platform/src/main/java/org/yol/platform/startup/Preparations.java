package org.yol.platform.startup;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * What has to be done once at start-up but needs the broker or the store: topics, indexes. Each is tried in the
 * background until it works, so that a service starts without them and recovers by itself.
 */
public final class Preparations implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Preparations.class);

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(Long.MAX_VALUE)
            .delay(Duration.ofMillis(500))
            .multiplier(2)
            .maxDelay(Duration.ofSeconds(5))
            .build());

    /**
     * Does something now or as soon as it works.
     *
     * @param name for the log
     * @param action may be called again after a failure
     */
    public void add(String name, Runnable action) {
        executor.submit(() -> prepare(name, action));
    }

    private void prepare(String name, Runnable action) {
        try {
            retry.execute(() -> {
                try {
                    action.run();
                } catch (RuntimeException failure) {
                    LOG.warn(
                            "Not prepared yet: {}: {}",
                            name,
                            NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
                    throw failure;
                }
                return name;
            });
            LOG.debug("Prepared: {}", name);
        } catch (RetryException stopped) {
            LOG.debug("Gave up preparing {}: shutting down", name, stopped);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
