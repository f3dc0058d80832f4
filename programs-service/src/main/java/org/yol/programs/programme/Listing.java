package org.yol.programs.programme;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What lists sort and search by, worked out whenever the programme changes.
 *
 * @param title the English one, or any there is
 * @param closes the latest deadline; far away while it is not known
 * @param text every word of the programme in every language
 */
public record Listing(String title, Instant closes, String text) {

    private static final Instant UNKNOWN = Instant.parse("9999-01-01T00:00:00Z");

    static Listing of(Provider provider, Offer offer, List<Call> calls) {
        var titles = offer.title();
        return new Listing(
                folded(titles.getOrDefault(
                        "en", titles.values().stream().sorted().findFirst().orElse(""))),
                calls.stream()
                        .map(call -> call.terms().closes())
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(UNKNOWN),
                folded(Stream.of(
                                titles.values().stream(),
                                offer.description().values().stream(),
                                Stream.of(provider.name()))
                        .flatMap(words -> words)
                        .collect(Collectors.joining("\n"))));
    }

    /** Text as it is compared: letters of any width and case are the same. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
