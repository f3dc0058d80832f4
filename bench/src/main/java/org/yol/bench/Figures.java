package org.yol.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How something went that was done many times.
 *
 * @param taken by each time it went well, the shortest first
 * @param failures how often it did not, by what was answered
 * @param elapsed from the first to the last of them
 */
record Figures(List<Duration> taken, Map<String, Integer> failures, Duration elapsed) {

    Figures {
        taken = taken.stream().sorted().toList();
        failures = new TreeMap<>(failures);
    }

    int failed() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many went well in a second. */
    double rate() {
        return taken.size() / (elapsed.toNanos() / 1e9);
    }

    /**
     * The time within which so many of a hundred were done (nearest rank); zero when none was.
     *
     * @param percent 1 to 100
     */
    Duration percentile(int percent) {
        return taken.isEmpty() ? Duration.ZERO : taken.get(Math.ceilDiv(taken.size() * percent, 100) - 1);
    }

    /** All of it in a line. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%d in %.1f s, %.1f /s, p50 %.1f ms, p99 %.1f ms, %d failed%s",
                taken.size(),
                elapsed.toNanos() / 1e9,
                rate(),
                milliseconds(percentile(50)),
                milliseconds(percentile(99)),
                failed(),
                failures.isEmpty() ? "" : " " + failures);
    }

    private static double milliseconds(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
