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

    private final Rate rate;
    private final String quoted;
    private final String policy;
    private final Cache<String, Bucket> buckets;

    Buckets(String name, Rate rate, long remembered) {
        this.rate = rate;
        // Written out once: this is said with every answer.
        this.quoted = '"' + name + '"';
        this.policy = quoted + ";q=" + rate.requests() + ";w=" + rate.period().toSeconds();
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
        var probe = of(caller).tryConsumeAndReturnRemaining(1);
        var headers = exchange.getResponse().getHeaders();
        headers.set("RateLimit-Policy", policy);
        headers.set("RateLimit", quoted + ";r=" + probe.getRemainingTokens() + ";t=" + secondsToFull(probe));
        if (!probe.isConsumed()) {
            throw refusal(probe.getNanosToWaitForRefill());
        }
    }

    /** Takes one without a word to the caller, as long as there is one. */
    void take(String caller) {
        of(caller).tryConsume(1);
    }

    /** @throws ProblemException when nothing is left of the caller's allowance */
    void refuseIfEmpty(String caller) {
        var bucket = buckets.getIfPresent(caller);
        if (bucket != null) {
            var probe = bucket.estimateAbilityToConsume(1);
            if (!probe.canBeConsumed()) {
                throw refusal(probe.getNanosToWaitForRefill());
            }
        }
    }

    private Bucket of(String caller) {
        return buckets.get(caller, _ -> newBucket());
    }

    private static ProblemException refusal(long nanosToWait) {
        return ProblemException.of(Problem.TOO_MANY_REQUESTS).retryAfter(Duration.ofNanos(nanosToWait));
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
