package org.yol.bench.selection;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How large a market is.
 *
 * @param seats of all places together
 * @param choices of each applicant
 * @param caps how deep caps nest over the places; 0 where seats are reserved for categories instead
 */
public record MarketSize(int applicants, int places, int seats, int choices, int caps) {

    /** With reserves. */
    public static MarketSize withReserves(int applicants, int places, int seats, int choices) {
        return new MarketSize(applicants, places, seats, choices, 0);
    }

    static MarketSize parse(String words) {
        int[] numbers = Stream.of(words.split(":")).mapToInt(Integer::parseInt).toArray();
        return new MarketSize(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }

    /** The same as a parameter of a benchmark. */
    public String words() {
        return IntStream.of(applicants, places, seats, choices, caps)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(":"));
    }

    /** The same with no more applicants than that, and as many fewer places and seats. */
    public MarketSize atMost(int most) {
        if (applicants <= most) {
            return this;
        }
        int fewer = Math.max(choices, (int) ((long) places * most / applicants));
        return new MarketSize(most, fewer, Math.max(fewer, (int) ((long) seats * most / applicants)), choices, caps);
    }

    /** How many choices there are in all. */
    public long allChoices() {
        return (long) applicants * choices;
    }
}
