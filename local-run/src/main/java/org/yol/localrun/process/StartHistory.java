package org.yol.localrun.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has become of the starts of a service until now, and what follows for the next one: whatever has been ready once
 * is always started again, more slowly each time until it is ready and stays so. What never was is given up on after
 * some tries.
 *
 * @param wasEverReady whether one of the starts has led to a ready service
 * @param deathsInARow without a time of being stable between them
 * @param readySince when the running process became ready; null while it is not
 */
record StartHistory(
        boolean wasEverReady, int deathsInARow, @Nullable Instant readySince) {

    static final StartHistory NONE = new StartHistory(false, 0, null);

    private static final int TRIES_TO_BECOME_READY = 3;
    private static final Duration STABLE_AFTER = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    boolean isReady() {
        return readySince != null;
    }

    /** After the process said that it is ready. */
    StartHistory ready(Instant now) {
        return new StartHistory(true, deathsInARow, now);
    }

    /** After the process ended. */
    StartHistory died(Instant now) {
        boolean wasStable = readySince != null && !readySince.plus(STABLE_AFTER).isAfter(now);
        return new StartHistory(wasEverReady, wasStable ? 1 : deathsInARow + 1, null);
    }

    /** How long to wait after a death before the next start; empty when there is to be none. */
    Optional<Duration> pause() {
        if (!wasEverReady && deathsInARow >= TRIES_TO_BECOME_READY) {
            return Optional.empty();
        }
        // From the sixth death in a row on the pause is the longest; a greater exponent would only overflow.
        Duration doubled = Duration.ofSeconds(1L << Math.min(deathsInARow - 1, 5));
        return Optional.of(doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE);
    }
}
