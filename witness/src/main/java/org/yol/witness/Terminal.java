package org.yol.witness;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** What a person sees. */
final class Terminal {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String RED = "\u001b[1;31m";
    private static final String RESET = "\u001b[0m";

    private final PrintStream out;
    private final boolean coloured;
    private final Clock clock;

    Terminal(PrintStream out, boolean coloured, Clock clock) {
        this.out = out;
        this.coloured = coloured;
        this.clock = clock;
    }

    /** The terminal of this process. */
    static Terminal ofProcess() {
        boolean terminal = System.console() != null && System.console().isTerminal();
        return new Terminal(System.out, terminal && System.getenv("NO_COLOR") == null, Clock.systemDefaultZone());
    }

    /** A line, with the time. */
    synchronized void say(String text) {
        out.println(TIME.format(LocalTime.now(clock)) + "  " + visible(text));
    }

    /** Something that has to be acted upon, in red. */
    synchronized void alarm(String text) {
        text.lines().map(Terminal::visible).forEach(line -> out.println(coloured ? RED + line + RESET : line));
    }

    /** Some of it is what the log says: that must not move about on the terminal. */
    private static String visible(String line) {
        return line.replaceAll("[\\p{Cc}\\p{Cf}]", " ");
    }
}
