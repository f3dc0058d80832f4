package org.yol.bench;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting. */
final class Later {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private Later() {}

    static void seconds(long seconds) {
        sleep(Duration.ofSeconds(seconds));
    }

    static void millis(long millis) {
        sleep(Duration.ofMillis(millis));
    }

    /** Looks again and again until it is so, at most for that long. */
    static boolean until(Duration limit, BooleanSupplier isSo) {
        long end = System.nanoTime() + limit.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            sleep(LOOK_AGAIN);
        }
        return true;
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
