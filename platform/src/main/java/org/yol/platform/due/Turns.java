package org.yol.platform.due;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Those who wait in this process for one kind of work to be done: some at once, the others in line. */
final class Turns {

    /** So many may wait; whoever comes then is left to the sweep. */
    private static final int WAITING_AT_MOST = 10_000;

    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();

    Turns(int atOnce) {
        this.free = new Semaphore(atOnce);
    }

    /**
     * Has it done when its turn comes.
     *
     * @param threads starts it, or says that it does not
     * @return whether it will be done
     */
    boolean take(Predicate<Runnable> threads, Runnable work) {
        if (waiting.incrementAndGet() <= WAITING_AT_MOST && threads.test(() -> afterTheOthers(work))) {
            return true;
        }
        waiting.decrementAndGet();
        return false;
    }

    private void afterTheOthers(Runnable work) {
        free.acquireUninterruptibly();
        try {
            work.run();
        } finally {
            free.release();
            waiting.decrementAndGet();
        }
    }
}
