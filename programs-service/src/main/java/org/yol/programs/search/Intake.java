package org.yol.programs.search;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yol.contracts.Deadlines;
import org.yol.programs.call.Call;
import org.yol.programs.call.Phase;

/**
 * When a published call is open: what {@link Deadlines} says, reckoned once.
 *
 * @param callId of the call
 * @param opens the first instant
 * @param lastEnd the first instant that is too late for everybody
 * @param usualEnd the first that is too late for those to whom nothing else was granted
 * @param ends the same for citizens of countries to whom it was
 */
record Intake(String callId, Instant opens, Instant lastEnd, Instant usualEnd, Map<String, Instant> ends) {

    static Intake of(Call call) {
        Deadlines deadlines = call.deadlines();
        return new Intake(
                call.id(),
                call.terms().opens(),
                deadlines.last().end(),
                deadlines.of(null).end(),
                deadlines.extensions().stream()
                        .flatMap(extension -> extension.countries().stream())
                        .distinct()
                        .collect(Collectors.toUnmodifiableMap(
                                Function.identity(),
                                country -> deadlines.of(country).end())));
    }

    /**
     * The first instant that is too late for a citizen of a country.
     *
     * @param country null where it is not known: then it is open as long as it is for anybody
     */
    Instant end(String country) {
        return country == null ? lastEnd : ends.getOrDefault(country, usualEnd);
    }

    /** When it begins or ceases to stand to the clock in one of the ways that lists are narrowed by. */
    Stream<Instant> turns(String country) {
        Instant end = end(country);
        return Stream.concat(Stream.of(opens, end), Timing.spans().map(end::minus));
    }

    Phase phase(String country, Instant now) {
        return Phase.of(opens, end(country), now);
    }
}
