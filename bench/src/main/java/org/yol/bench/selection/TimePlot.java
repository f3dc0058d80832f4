package org.yol.bench.selection;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** A picture of time against the number of choices, both in powers of ten, with a straight line to compare with. */
public final class TimePlot {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 420;
    private static final int MARGIN = 70;

    private final SortedMap<Long, Double> times;
    private final double left;
    private final double right;
    private final double bottom;
    private final double top;

    /** @param times milliseconds by the number of choices */
    public TimePlot(SortedMap<Long, Double> times) {
        this.times = times;
        left = Math.floor(Math.log10(times.firstKey()));
        right = Math.max(left + 1, Math.ceil(Math.log10(times.lastKey())));
        bottom = Math.floor(Math.log10(times.get(times.firstKey())));
        top = Math.max(bottom + 1, Math.ceil(Math.log10(times.get(times.lastKey()))));
    }

    /** By which power of the number of choices time grows: the slope of the line that fits best. */
    public double exponent() {
        double meanChoices =
                times.keySet().stream().mapToDouble(Math::log10).average().orElseThrow();
        double meanTime =
                times.values().stream().mapToDouble(Math::log10).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (Map.Entry<Long, Double> point : times.entrySet()) {
            double aside = Math.log10(point.getKey()) - meanChoices;
            above += aside * (Math.log10(point.getValue()) - meanTime);
            below += aside * aside;
        }
        return above / below;
    }

    /** As SVG. */
    public String picture() {
        var picture = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="title" \
                font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif" font-size="14">
                <title id="title">Time of a selection against the number of choices in all</title>
                <style>
                  .panel { fill: #ffffff; stroke: #d0d7de; }
                  .grid { stroke: #d0d7de; }
                  .linear { stroke: #57606a; stroke-dasharray: 6 5; }
                  .measured { fill: none; stroke: #0969da; stroke-width: 2; }
                  circle { fill: #0969da; }
                  text { fill: #1f2328; text-anchor: middle; }
                  .value { text-anchor: end; }
                </style>
                <rect class="panel" x="1" y="1" width="%d" height="%d" rx="12"/>
                """.formatted(WIDTH, HEIGHT, WIDTH - 2, HEIGHT - 2));
        for (int power = (int) left; power <= right; power++) {
            line(picture, "grid", x(power), y(bottom), x(power), y(top));
            text(picture, "", x(power), HEIGHT - MARGIN + 22, "%,.0f".formatted(Math.pow(10, power)));
        }
        for (int power = (int) bottom; power <= top; power++) {
            line(picture, "grid", x(left), y(power), x(right), y(power));
            text(picture, "value", MARGIN - 8, y(power) + 5, words(Math.pow(10, power)));
        }
        text(picture, "", WIDTH / 2.0, HEIGHT - 18, "choices in all");
        text(picture, "", WIDTH / 2.0, 34, "Milliseconds; dashed: twice the choices, twice the time");
        double first = Math.log10(times.get(times.firstKey())) - Math.log10(times.firstKey());
        double from = Math.log10(times.firstKey());
        double to = Math.min(Math.log10(times.lastKey()), top - first);
        line(picture, "linear", x(from), y(first + from), x(to), y(first + to));
        var points = new StringBuilder();
        times.forEach((choices, time) -> {
            double x = x(Math.log10(choices));
            double y = y(Math.log10(time));
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
            picture.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>%n", x, y));
            text(picture, "value", x - 8, y - 8, words(time));
        });
        return picture.append("<polyline class=\"measured\" points=\"")
                .append(points.toString().strip())
                .append("\"/>\n</svg>\n")
                .toString();
    }

    private double x(double power) {
        return MARGIN + (power - left) / (right - left) * (WIDTH - 2 * MARGIN);
    }

    private double y(double power) {
        return HEIGHT - MARGIN - (power - bottom) / (top - bottom) * (HEIGHT - 2 * MARGIN);
    }

    private static String words(double milliseconds) {
        return String.format(Locale.ROOT, milliseconds < 10 ? "%.1f" : "%.0f", milliseconds);
    }

    private static void line(StringBuilder picture, String kind, double x1, double y1, double x2, double y2) {
        picture.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                kind,
                x1,
                y1,
                x2,
                y2));
    }

    private static void text(StringBuilder picture, String kind, double x, double y, String words) {
        picture.append(
                String.format(Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n", kind, x, y, words));
    }
}
