package org.yol.localrun.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Locale;

/** How often something may be tried by, or with, somebody; in bounded memory. */
final class Attempts {

    private static final int REMEMBERED = 10_000;

    private final int number;
    private final Duration period;
    private final Cache<String, Bucket> buckets;

    /** @param number of attempts that a whole {@code period} brings back */
    Attempts(int number, Duration period) {
        this.number = number;
        this.period = period;
        // After a whole period without an attempt a bucket is full again: a new one is the same.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(period)
                .build();
    }

    /** Takes one attempt; false when there is none left. */
    boolean take(String whose) {
        return of(whose).tryConsume(1);
    }

    boolean areUsedUp(String whose) {
        return of(whose).getAvailableTokens() == 0;
    }

    void forget(String whose) {
        buckets.invalidate(key(whose));
    }

    private Bucket of(String whose) {
        return buckets.get(
                key(whose),
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(number).refillGreedy(number, period))
                        .build());
    }

    private static String key(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
