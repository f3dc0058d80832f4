package org.yol.platform.event;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Says whether the broker answers. Without it a service is degraded, not down: commands are still taken, their events
 * wait in the outbox, and taking the service out of the load balancer would help nobody.
 */
final class KafkaHealth implements HealthIndicator, AutoCloseable {

    static final Status DEGRADED = new Status("DEGRADED", "works, but events wait");

    private final Map<String, Object> configuration;
    private Admin admin;

    KafkaHealth(Map<String, Object> configuration) {
        this.configuration = configuration;
    }

    @Override
    public synchronized Health health() {
        try {
            if (admin == null) {
                admin = Admin.create(configuration);
            }
            int nodes = admin.describeCluster()
                    .nodes()
                    .get(1_500, TimeUnit.MILLISECONDS)
                    .size();
            return Health.up().withDetail("nodes", nodes).build();
        } catch (ExecutionException | TimeoutException | RuntimeException unreachable) {
            return Health.status(DEGRADED).withDetail("kafka", "no answer").build();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Health.status(DEGRADED).withDetail("kafka", "interrupted").build();
        }
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(java.time.Duration.ZERO);
        }
    }
}
