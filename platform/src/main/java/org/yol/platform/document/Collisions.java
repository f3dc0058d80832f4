package org.yol.platform.document;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What a writer does whose write found the document changed by another, or its events taken up or told. */
final class Collisions {

    /** Then something is wrong, or far too many write the same document. */
    static final int AT_MOST = 20;

    /** Up to 256 ms: as long as a write takes where a processor is shared by many. */
    private static final int MOST_DOUBLINGS = 8;

    private Collisions() {}

    /**
     * Lets the others pass: for a while that is another for each, and grows, as long as it is in vain.
     *
     * @param number of collisions so far; after none it returns at once
     */
    static void stepAside(int number) {
        if (number > 0) {
            long most = 1L << Math.min(number, MOST_DOUBLINGS);
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(TimeUnit.MILLISECONDS.toNanos(most)));
        }
    }
}
