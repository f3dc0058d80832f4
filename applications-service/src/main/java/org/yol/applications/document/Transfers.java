package org.yol.applications.document;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * Lets only so many files into memory at once: each is there in full while it goes to the store or comes from it, and
 * in the last hour before a deadline everybody uploads. Who waits, waits with the file on disk.
 */
@Component
class Transfers {

    /** Times 10 MB, two or three times over: far below the smallest heap the service is run with. */
    private static final int AT_ONCE = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Semaphore rooms = new Semaphore(AT_ONCE, true);

    /**
     * Does something with a file in memory.
     *
     * @throws Refused service-unavailable when it does not come to its turn in 20 s
     */
    <T> T inTurn(Callable<T> transfer) {
        boolean admitted = false;
        try {
            admitted = rooms.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!admitted) {
                throw new Refused(Problem.SERVICE_UNAVAILABLE);
            }
            return transfer.call();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refused(Problem.SERVICE_UNAVAILABLE);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("The file could not be read", failure);
        } finally {
            if (admitted) {
                rooms.release();
            }
        }
    }
}
