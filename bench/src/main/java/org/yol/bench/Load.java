package org.yol.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients who each do the next thing as soon as the one before is done. */
final class Load {

    /** What is done with the so-manieth of many things. */
    interface Deed {

        /** @throws Refusal when it did not go well */
        void perform(int number);
    }

    private Load() {}

    /** Does it {@code count} times, with the numbers from 0. */
    static Figures of(int clients, int count, Deed deed) {
        List<Duration> taken = Collections.synchronizedList(new ArrayList<>(count));
        Map<String, Integer> failures = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                threads.submit(() -> {
                    for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                        long start = System.nanoTime();
                        try {
                            deed.perform(number);
                            taken.add(Duration.ofNanos(System.nanoTime() - start));
                        } catch (RuntimeException e) {
                            failures.merge(Refusal.words(e), 1, Integer::sum);
                        }
                    }
                });
            }
        }
        return new Figures(taken, failures, Duration.ofNanos(System.nanoTime() - began));
    }
}
