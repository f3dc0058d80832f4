package org.yol.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.yol.bench.load.Figures;
import org.yol.bench.load.Figures.Requests;
import org.yol.bench.platform.Processes.Spent;

/** Figures in words. */
final class Printout {

    private Printout() {}

    /** All of it, a line for each name of a request and each kind of cost. */
    static List<String> of(String title, Figures figures) {
        List<String> lines = new ArrayList<>();
        figures.requests().forEach((name, requests) -> lines.add(title + ", " + name + ": " + line(requests)));
        lines.add(title + ", CPU: " + cpu(figures.spent(), figures.answered()));
        lines.add(title + ", allocated: "
                + cost(figures.spent(), figures.answered(), "kB", spent -> spent.allocated() / 1e3));
        lines.add(title + ", memory: " + memory(figures));
        lines.add(title + ", pictures: " + figures.report());
        return lines;
    }

    /** How requests went, in a line. */
    static String line(Requests requests) {
        return String.format(
                Locale.ROOT,
                "%d in %.1f s, %.1f /s, p50 %d ms, p95 %d ms, p99 %d ms, %d refused, %d failed%s",
                requests.answered(),
                (requests.endedAt() - requests.beganAt()) / 1e3,
                requests.rate(),
                requests.percentile(50),
                requests.percentile(95),
                requests.percentile(99),
                requests.refused(),
                requests.failed(),
                requests.failures().isEmpty() ? "" : " " + requests.failures());
    }

    /** Milliseconds of CPU of each process for each of so many. */
    static String cpu(Map<String, Spent> spent, int number) {
        return cost(spent, number, "ms", each -> each.cpuNanos() / 1e6);
    }

    private static String cost(Map<String, Spent> spent, int number, String unit, ToDoubleFunction<Spent> of) {
        int atLeastOne = Math.max(1, number);
        return spent.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Spent> entry) -> of.applyAsDouble(entry.getValue()))
                        .reversed())
                .map(entry -> String.format(
                        Locale.ROOT, "%s %.2f", entry.getKey(), of.applyAsDouble(entry.getValue()) / atLeastOne))
                .collect(Collectors.joining(", ", "", " " + unit + " each"));
    }

    /** MB of each process, and of all. */
    private static String memory(Figures figures) {
        return figures.memory().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", ", "", ", together " + figures.megabytes() + " MB"));
    }
}
