package org.yol.applications.pace;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Does the same with many, some of them at once: that takes a fraction of the time, and leaves the store to others. */
public final class SomeAtOnce {

    /** Few of the connections that a process has to the store. */
    private static final int AT_ONCE = 8;

    private SomeAtOnce() {}

    /**
     * Does it with each, and waits until all have been done or have failed.
     *
     * @return what came of each, in their order
     * @throws CompletionException when one has failed, with why
     */
    public static <T, R> List<R> each(Collection<T> all, Function<T, R> step) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<CompletableFuture<R>> results = all.stream()
                    .map(one -> CompletableFuture.supplyAsync(() -> step.apply(one), threads))
                    .toList();
            CompletableFuture.allOf(results.toArray(CompletableFuture[]::new)).join();
            return results.stream().map(CompletableFuture::join).toList();
        }
    }
}
