package org.yol.bench.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yol.bench.platform.Processes.Spent;

/**
 * What came of a plan, without its warm-up.
 *
 * @param requests by name
 * @param answered how many requests had a success, of all names
 * @param spent by process, the load's own among them as {@value #GENERATOR}
 * @param memory MB by process at the end
 * @param receipts that clients hold
 * @param report folder of the pictures
 */
public record Figures(
        Map<String, Requests> requests,
        int answered,
        Map<String, Spent> spent,
        Map<String, Long> memory,
        List<Receipt> receipts,
        Path report) {

    /** The name of the load's own process. */
    static final String GENERATOR = "load";

    /** What a client was given for a submission. */
    public record Receipt(String account, String application, String id) {}

    /**
     * How requests of one name went.
     *
     * @param answered how many with a success
     * @param refused how many with 429 or 503 and a {@code Retry-After}
     * @param failures how many otherwise, by what was answered
     * @param beganAt when the first was sent, in milliseconds of the epoch
     * @param endedAt when the last was answered, likewise
     * @param milliseconds how many successes took so many milliseconds
     * @param seconds of the run, the warm-up included
     */
    public record Requests(
            int answered,
            int refused,
            Map<String, Integer> failures,
            long beganAt,
            long endedAt,
            TreeMap<Integer, Integer> milliseconds,
            List<Second> seconds) {

        /** How many went wrong. */
        public int failed() {
            return failures.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Successes in a second. */
        public double rate() {
            return answered * 1000.0 / Math.max(1, endedAt - beganAt);
        }

        /**
         * Milliseconds within which so many of a hundred successes were there (nearest rank); 0 without any.
         *
         * @param percent above 0, to 100
         */
        public int percentile(double percent) {
            long rank = (long) Math.ceil(answered * percent / 100);
            long seen = 0;
            for (Map.Entry<Integer, Integer> entry : milliseconds.entrySet()) {
                seen += entry.getValue();
                if (seen >= rank) {
                    return entry.getKey();
                }
            }
            return 0;
        }
    }

    /**
     * One second of a run.
     *
     * @param answered successes that came in it
     * @param troubled how many that were sent in it were refused, failed, or took longer than a second
     */
    public record Second(int answered, int troubled) {}

    Figures pictured(Path pictures) {
        return new Figures(requests, answered, spent, memory, receipts, pictures);
    }

    /** How the requests of a name went; as if none was sent where that is so. */
    public Requests of(String name) {
        return requests.getOrDefault(name, new Requests(0, 0, Map.of(), 0, 0, new TreeMap<>(), List.of()));
    }

    /** CPU milliseconds of a process for each request that had a success. */
    public double cpu(String process) {
        return spent.getOrDefault(process, new Spent(0, 0)).cpuNanos() / 1e6 / Math.max(1, answered);
    }

    /** MB of all processes of the platform at the end. */
    public long megabytes() {
        return memory.values().stream().mapToLong(Long::longValue).sum();
    }
}
