package org.yol.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.yol.bench.CommandLine.Flag;
import org.yol.bench.CommandLine.Option;
import org.yol.bench.selection.MarketSize;
import org.yol.bench.selection.SelectionBenchmark;
import org.yol.bench.selection.TimePlot;

/** The selection's engine, measured by JMH: each market in a JVM of its own, which has come to its best before. */
final class Selections {

    /** All of the process is to fit into 2 GB. */
    private static final String HEAP = "-Xmx1800m";

    private static final String ENGINE = "engine";
    private static final String WHOLE = "whole";
    private static final String CHECKED = "checked";
    private static final Path PICTURE = Path.of("docs", "pictures", "selection-time.svg");

    private final CommandLine asked;

    Selections(CommandLine asked) {
        this.asked = asked;
    }

    /** Prints all figures, draws the picture, and returns what is bounded. */
    List<Row> measure() {
        List<Row> rows = new ArrayList<>();
        MarketSize call = size(10_000, 500, 8_000, 10);
        rows.add(Row.atMost("selection, " + words(call) + ", engine", "ms", time(ENGINE, call), 25, 10));
        MarketSize capped = new MarketSize(call.applicants(), call.places(), call.seats(), call.choices(), 3);
        rows.add(Row.atMost("the same under caps three deep instead of reserves", "ms", time(ENGINE, capped), 25, 10));
        MarketSize residency = size(50_413, 6_395, 41_503, 12);
        rows.add(Row.atMost(
                "selection, " + words(residency) + ", from bare arrays on, and checked",
                "ms",
                time(CHECKED, residency),
                200,
                100));
        MarketSize million = size(1_000_000, 5_000, 800_000, 10);
        rows.add(Row.atMost(
                "selection, " + words(million) + ", from bare arrays on, in 2 GB",
                "s",
                time(WHOLE, million) / 1e3,
                3,
                1.5));
        rows.add(growth());
        return rows;
    }

    private MarketSize size(int applicants, int places, int seats, int choices) {
        return MarketSize.withReserves(applicants, places, seats, choices).atMost(asked.number(Option.COUNT));
    }

    private static String words(MarketSize size) {
        return "%d applicants, %d places, %d seats, %d choices"
                .formatted(size.applicants(), size.places(), size.seats(), size.choices());
    }

    private Row growth() {
        SortedMap<Long, Double> times = new TreeMap<>();
        for (int share : List.of(100, 30, 10, 3, 1)) {
            int applicants = Math.max(20, asked.number(Option.COUNT) / share);
            int places = Math.max(10, applicants / 200);
            MarketSize size = MarketSize.withReserves(applicants, places, Math.max(places, applicants * 4 / 5), 10);
            times.put(size.allChoices(), time(ENGINE, size));
        }
        var plot = new TimePlot(times);
        if (!asked.is(Flag.QUICK)) {
            try {
                Files.writeString(PICTURE, plot.picture());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Row.atMost(
                "selection: time grows by this power of the number of choices", "", plot.exponent(), 1.3, 1.1);
    }

    /** Milliseconds. */
    private double time(String benchmark, MarketSize size) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(SelectionBenchmark.class.getName() + "." + benchmark + "$")
                .param("size", size.words())
                .verbosity(VerboseMode.SILENT)
                .forks(1)
                .jvmArgs(HEAP, "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow")
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1));
        if (asked.is(Flag.QUICK)) {
            TimeValue moment = TimeValue.milliseconds(10);
            options.forks(0).warmupIterations(0).measurementIterations(1).measurementTime(moment);
        }
        try {
            Result<?> result = new Runner(options.build()).runSingle().getPrimaryResult();
            Ground.say(String.format(
                    Locale.ROOT,
                    "allocation, %s, %s: %.2f ms (%.2f to %.2f)",
                    benchmark,
                    words(size),
                    result.getScore(),
                    result.getStatistics().getMin(),
                    result.getStatistics().getMax()));
            return result.getScore();
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH did not come to an end: " + e.getMessage(), e);
        }
    }
}
