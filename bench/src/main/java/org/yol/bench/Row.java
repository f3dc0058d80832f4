package org.yol.bench;

import java.util.Locale;

/**
 * A line of the table of bounds.
 *
 * @param what is bounded
 * @param must what is to be reached
 * @param aim what would be good
 * @param reached whether what was measured is as good as that
 */
record Row(String what, String must, String aim, String measured, Reached reached) {

    /** How good something is. */
    enum Reached {
        /** As good as it would be good to be. */
        AIM,
        /** As good as it must be. */
        MUST,
        /** Neither. */
        MISSED,
        /** Nothing could be measured. */
        UNKNOWN
    }

    static final String HEADER = "| | must | aim | measured | reached |\n|---|---|---|---|---|";

    /** Something that is better the more of it there is. */
    static Row atLeast(String what, String unit, double measured, double must, double aim) {
        return new Row(
                what,
                words(must, unit),
                words(aim, unit),
                words(measured, unit),
                measured >= aim ? Reached.AIM : measured >= must ? Reached.MUST : Reached.MISSED);
    }

    /** Something that is better the less of it there is. */
    static Row atMost(String what, String unit, double measured, double must, double aim) {
        return new Row(
                what,
                "≤ " + words(must, unit),
                "≤ " + words(aim, unit),
                words(measured, unit),
                measured <= aim ? Reached.AIM : measured <= must ? Reached.MUST : Reached.MISSED);
    }

    /** Something that must not happen. */
    static Row never(String what, int measured) {
        return new Row(what, "0", "", Integer.toString(measured), measured == 0 ? Reached.AIM : Reached.MISSED);
    }

    /** In Markdown. */
    String line() {
        return "| %s | %s | %s | %s | %s |"
                .formatted(what, must, aim, measured, reached.name().toLowerCase(Locale.ROOT));
    }

    private static String words(double number, String unit) {
        String digits = number == Math.rint(number) && Math.abs(number) < 1e9
                ? Long.toString((long) number)
                : String.format(Locale.ROOT, number < 10 ? "%.2f" : "%.0f", number);
        return unit.isEmpty() ? digits : digits + " " + unit;
    }
}
