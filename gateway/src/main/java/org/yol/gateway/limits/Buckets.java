package org.yol.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.springframework.web.server.ServerWebExchange;
import org.yol.gateway.GatewayProperties.Rate;
import org.yol.gateway.problems.Problem;
import org.yol.gateway.problems.ProblemException;

/** The allowances of one kind of caller, each a bucket of its own, kept in bounded memory. */
class Buckets {

    private final String name;
    private final Rate rate;
    private final Cache<String, Bucket> buckets;

    Buckets(String name, Rate rate, long remembered) {
        this.name = name;
        this.rate = rate;
        // After a whole period without a request a bucket is full again: a new one is the same.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterAccess(rate.period())
                .build();
    }

    /**
     * Takes one request from the caller's allowance and tells how much is left in the {@code RateLimit} headers.
     *
     * @throws ProblemException when nothing is left
     */
    void take(String caller, ServerWebExchange exchange) {
        var probe = buckets.get(caller, _ -> newBucket()).tryConsumeAndReturnRemaining(1);
        var headers = exchange.getResponse().getHeaders();
        headers.set(
                "RateLimit-Policy",
                "\"%s\";q=%d;w=%d"
                        .formatted(name, rate.requests(), rate.period().toSeconds()));
        headers.set("RateLimit", "\"%s\";r=%d;t=%d".formatted(name, probe.getRemainingTokens(), secondsToFull(probe)));
        if (!probe.isConsumed()) {
            throw ProblemException.of(Problem.TOO_MANY_REQUESTS)
                    .retryAfter(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.requests()).refillGreedy(rate.requests(), rate.period()))
                .build();
    }

    private static long secondsToFull(ConsumptionProbe probe) {
        return Duration.ofNanos(probe.getNanosToWaitForReset()).toSeconds();
    }
}
