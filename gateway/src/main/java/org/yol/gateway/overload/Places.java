package org.yol.gateway.overload;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.yol.gateway.GatewayProperties;
import org.yol.gateway.problems.ProblemException;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolAcquirePendingLimitException;
import reactor.pool.PoolAcquireTimeoutException;
import reactor.pool.PoolBuilder;
import reactor.pool.PooledRef;

/**
 * The places of one kind of work at one service: so much is under way, so many wait in turn and so long, and everybody
 * else is refused at once.
 */
class Places {

    private static final Object PLACE = new Object();

    private final GatewayProperties.Work limits;
    private final InstrumentedPool<Object> pool;
    private final Map<String, Integer> callers = new ConcurrentHashMap<>();
    private final Timer waited;
    private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);

    Places(Work work, GatewayProperties.Work limits, MeterRegistry meters) {
        this.limits = limits;
        this.pool = PoolBuilder.from(Mono.just(PLACE))
                .sizeBetween(0, limits.atOnce())
                .maxPendingAcquire(limits.waiting())
                .buildPool();
        var tags = Tags.of("service", work.service(), "kind", work.kind().text());
        Gauge.builder("yol.work.under.way", pool, places -> places.metrics().acquiredSize())
                .description("Requests that have a place")
                .tags(tags)
                .register(meters);
        Gauge.builder("yol.work.waiting", pool, places -> places.metrics().pendingAcquireSize())
                .description("Requests that wait for a place")
                .tags(tags)
                .register(meters);
        this.waited = Timer.builder("yol.work.waited")
                .description("How long requests waited for the place they got")
                .tags(tags)
                .register(meters);
        for (var reason : Refusal.values()) {
            refused.put(reason, meters.counter("yol.work.refused", tags.and("reason", reason.text())));
        }
    }

    /**
     * Does the caller's work, unless as much of theirs is under way as may be.
     *
     * @param caller whose requests are counted together
     * @param refused what to do before a refusal is answered
     */
    Mono<Void> counting(String caller, Supplier<Mono<Void>> work, Supplier<Mono<Void>> refused) {
        return Mono.defer(() -> {
            if (!enters(caller)) {
                var refusal = refusal(Refusal.CALLER);
                return refused.get().then(Mono.error(refusal));
            }
            return Mono.defer(work).doFinally(_ -> leave(caller));
        });
    }

    /**
     * Does work once there is a place for it. The place is free again when all of the work is done, or when nobody
     * waits for it any more.
     */
    Mono<Void> during(Supplier<Mono<Void>> work) {
        return Mono.defer(() -> place().flatMap(place -> bounded(work.get())
                // Not usingWhen: it may forget a place that is found while its client goes.
                .doFinally(_ -> place.release().subscribe())));
    }

    /** Whether whoever comes now would be refused at once. */
    boolean isFull() {
        var now = pool.metrics();
        return now.acquiredSize() >= limits.atOnce() && now.pendingAcquireSize() >= limits.waiting();
    }

    /** Counts a refusal. */
    ProblemException refusal(Refusal reason) {
        refused.get(reason).increment();
        return ProblemException.of(reason.problem()).retryAfter(comeBack());
    }

    private Mono<PooledRef<Object>> place() {
        var begin = System.nanoTime();
        return pool.acquire(limits.patience())
                .doOnNext(_ -> waited.record(System.nanoTime() - begin, TimeUnit.NANOSECONDS))
                .onErrorMap(PoolAcquirePendingLimitException.class, _ -> refusal(Refusal.FULL))
                .onErrorMap(PoolAcquireTimeoutException.class, _ -> refusal(Refusal.PATIENCE));
    }

    private Mono<Void> bounded(Mono<Void> work) {
        return limits.atMost().isZero() ? work : work.timeout(limits.atMost());
    }

    private boolean enters(String caller) {
        var isWithin = callers.merge(caller, 1, Integer::sum) <= limits.perCaller();
        if (!isWithin) {
            leave(caller);
        }
        return isWithin;
    }

    private void leave(String caller) {
        callers.computeIfPresent(caller, (_, requests) -> requests == 1 ? null : requests - 1);
    }

    /** Not the same time for all, who would come back as one. */
    private Duration comeBack() {
        var shortest = limits.comeBack().toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(shortest, 3 * shortest + 1));
    }
}
