package org.yol.contracts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The deadlines of a call: the one that was published with it and those that were granted since. The one place that
 * says which of them holds for whom.
 *
 * @param closes as published
 * @param zone IANA zone all are stated in
 * @param graceMinutes after each of them, 0 or more
 * @param extensions granted since
 */
public record Deadlines(Instant closes, String zone, int graceMinutes, List<Extension> extensions) {

    /** The latest that is granted to citizens of that country; null where the citizenship is not known. */
    public Deadline of(String country) {
        return latest(extension -> extension.isFor(country));
    }

    /** The latest that is granted to anybody. */
    public Deadline last() {
        return latest(_ -> true);
    }

    private Deadline latest(Predicate<Extension> granted) {
        Instant latest = Stream.concat(
                        Stream.of(closes), extensions.stream().filter(granted).map(Extension::closes))
                .max(Instant::compareTo)
                .orElseThrow();
        return new Deadline(latest, ZoneId.of(zone), graceMinutes);
    }
}
