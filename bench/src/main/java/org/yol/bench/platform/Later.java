package org.yol.bench.platform;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting. */
public final class Later {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private Later() {}

    /** Does nothing for so long. */
    public static void seconds(long seconds) {
        sleep(Duration.ofSeconds(seconds));
    }

    /** The same. */
    public static void millis(long millis) {
        sleep(Duration.ofMillis(millis));
    }

    /** Looks again and again until it is so, at most for that long. */
    public static boolean until(Duration limit, BooleanSupplier isSo) {
        long end = System.nanoTime() + limit.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            sleep(LOOK_AGAIN);
        }
        return true;
    }

    /**
     * The same.
     *
     * @throws IllegalStateException when somebody ends it
     */
    public static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
