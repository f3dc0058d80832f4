package org.yol.platform.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Several clients that all begin in the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** What each of so many clients got, numbered from 0. */
    public static <T> List<T> of(int clients, IntFunction<T> request) throws Exception {
        CountDownLatch ready = new CountDownLatch(clients);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> answers = IntStream.range(0, clients)
                    .mapToObj(number -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return request.apply(number);
                    }))
                    .toList();
            List<T> got = new ArrayList<>();
            for (Future<T> answer : answers) {
                got.add(answer.get());
            }
            return got;
        }
    }
}
