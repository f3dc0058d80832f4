package org.yol.localrun;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What {@code ./run --timings} prints: how long each part took, how long the whole, and the CPU time and memory of all
 * processes.
 */
final class TimingsReport {

    private TimingsReport() {}

    static void print(RunningPlatform platform, Duration untilReady, Console console) {
        console.say("");
        console.say("Start times (from a part's own start until it was ready):");
        platform.startTimes().forEach((name, time) -> line(console, name, Console.seconds(time)));
        line(console, "everything ready", Console.seconds(untilReady) + " after the start of the run");
        console.say("CPU time of a start (steady on a busy machine, where start times are not):");
        Duration computed = Duration.ZERO;
        for (Map.Entry<String, Long> process : platform.processes().entrySet()) {
            Duration own = cpuOf(process.getValue());
            computed = computed.plus(own);
            line(console, process.getKey(), Console.seconds(own));
        }
        line(console, "all processes", Console.seconds(computed));
        console.say("Resident memory (proportional set size, from /proc/<pid>/smaps_rollup):");
        long total = 0;
        for (Map.Entry<String, Long> process : platform.processes().entrySet()) {
            OptionalLong kibibytes = ResidentMemory.ofProcess(process.getValue());
            total += kibibytes.orElse(0);
            line(
                    console,
                    process.getKey(),
                    kibibytes.isPresent() ? megabytes(kibibytes.getAsLong()) : "not known here");
        }
        line(console, "all processes", megabytes(total));
        console.say("");
    }

    private static Duration cpuOf(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    private static void line(Console console, String name, String value) {
        console.say(String.format(Locale.ROOT, "  %-22s %s", name, value));
    }

    private static String megabytes(long kibibytes) {
        return kibibytes / 1024 + " MB";
    }
}
