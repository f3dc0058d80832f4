package org.yol.localrun;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** What a person at the terminal sees: progress with times, and what went wrong. */
public final class Console {

    private static final String RESET = "\u001b[0m";
    private static final String RED = "\u001b[31m";
    private static final Map<String, String> COLOURS = Map.of(
            "gateway", "\u001b[36m",
            "programs-service", "\u001b[32m",
            "applications-service", "\u001b[35m",
            "notifications-service", "\u001b[34m");

    private final PrintStream out;
    private final boolean coloured;
    private final Instant started;

    /**
     * @param coloured whether the terminal shows colours
     * @param started the instant that times are counted from
     */
    public Console(PrintStream out, boolean coloured, Instant started) {
        this.out = out;
        this.coloured = coloured;
        this.started = started;
    }

    /** The terminal of this process. */
    public static Console ofProcess(Instant started) {
        boolean terminal = System.console() != null && System.console().isTerminal();
        return new Console(System.out, terminal && System.getenv("NO_COLOR") == null, started);
    }

    /** A plain line. */
    public synchronized void say(String text) {
        out.println(text);
    }

    /** Something that happened to a resource, with the time since the start. */
    public void progress(String resource, String text) {
        say(String.format(
                Locale.ROOT, "%7s  %s %s", seconds(sinceStart()), paint(colour(resource), pad(resource)), text));
    }

    /** Something that a person should look at. */
    public void problem(String text) {
        say(paint(RED, "! " + text));
    }

    /** A line that a service wrote. */
    public void log(String resource, String line) {
        say(paint(colour(resource), pad(resource) + " |") + " " + line);
    }

    /** The time since the start of the run. */
    public Duration sinceStart() {
        return Duration.between(started, Instant.now());
    }

    /** A time as a person reads it, such as {@code 3.2 s}. */
    public static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private static String pad(String resource) {
        return String.format(Locale.ROOT, "%-21s", resource);
    }

    private static String colour(String resource) {
        return COLOURS.getOrDefault(resource, "\u001b[33m");
    }

    private String paint(String colour, String text) {
        return coloured ? colour + text + RESET : text;
    }
}
