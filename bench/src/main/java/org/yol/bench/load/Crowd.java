package org.yol.bench.load;

import java.util.List;

/**
 * People who do the same.
 *
 * @param name as it stands in reports
 * @param deed what each visit is
 * @param visitors who comes; none of them twice for what can be done only once, again and again for reading
 * @param arrival how they come
 * @param asks what is read, one after another, where the deed is reading
 */
public record Crowd(String name, Deed deed, List<Visitor> visitors, Arrival arrival, List<Ask> asks) {

    /** What a visit is. */
    public enum Deed {
        /** Sends what is asked for; anybody may come again. */
        READ,
        /** Hands in a complete draft; who is refused waits as told and sends it again under the same key. */
        SUBMIT,
        /** The same, but whoever is refused goes away. */
        SUBMIT_ONCE,
        /** Starts an application, saves it three times, uploads a file of 1 to 3 MB, submits and looks at the inbox. */
        APPLY,
        /** Publishes the decision on an application, as its coordinator. */
        ANNOUNCE,
        /** Listens to the live stream until a message comes. */
        LISTEN
    }

    /**
     * How they come: in a closed number, each of whom goes on as soon as an answer is there, or in the open, where
     * nobody waits for others.
     *
     * @param delay seconds before the first comes
     * @param connections how many there are at once; 0 in open arrival
     * @param seconds how long in a closed number
     * @param steps of open arrival, one after another
     */
    public record Arrival(int delay, int connections, int seconds, List<Step> steps) {

        /** So many at once for so long. */
        public static Arrival closed(int connections, int seconds) {
            return new Arrival(0, connections, seconds, List.of());
        }

        /** The steps of open arrival. */
        public static Arrival open(Step... steps) {
            return new Arrival(0, 0, 0, List.of(steps));
        }

        /** The same, so many seconds later. */
        public Arrival after(int later) {
            return new Arrival(later, connections, seconds, steps);
        }

        /** How long it lasts. */
        int total() {
            return delay + seconds + steps.stream().mapToInt(Step::seconds).sum();
        }
    }

    /**
     * A time in which people arrive evenly.
     *
     * @param aSecond how many in each second
     */
    public record Step(double aSecond, int seconds) {}

    /**
     * Something that is read.
     *
     * @param name as it stands in reports
     * @param path may hold {@code {application}}
     * @param accept media type
     */
    public record Ask(String name, String path, String accept) {

        /** JSON. */
        public static Ask json(String name, String path) {
            return new Ask(name, path, "application/json");
        }
    }
}
