package org.yol.programs.search;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.StudyLevel;
import org.yol.platform.document.Copy;
import org.yol.programs.call.Call;
import org.yol.programs.call.Place;
import org.yol.programs.programme.Offer;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.PublicationStatus;

/**
 * A programme together with its calls, and what lists sort and search by.
 *
 * @param seq the versions of the programme and of its calls added up: every write of one of them raises it
 * @param status published as soon as one of the calls is
 * @param title the English one, or any there is
 * @param closes the latest deadline; far away while it is not known
 * @param levels of the programme and of the places of its calls
 * @param text every word of the programme in every language
 */
public record Listing(
        @BsonId String id,
        long seq,
        PublicationStatus status,
        Programme programme,
        List<Call> calls,
        String title,
        Instant closes,
        List<StudyLevel> levels,
        String text)
        implements Copy {

    private static final Instant UNKNOWN = Instant.parse("9999-01-01T00:00:00Z");

    public Listing {
        calls = List.copyOf(calls);
        levels = List.copyOf(levels);
    }

    /** A draft beside published calls is not looked at: the order of a public list must not tell of it. */
    static Listing of(Programme programme, List<Call> calls) {
        boolean isPublic = calls.stream().anyMatch(Call::isPublished);
        List<Call> found = isPublic ? calls.stream().filter(Call::isPublished).toList() : calls;
        return new Listing(
                programme.id(),
                programme.version() + calls.stream().mapToLong(Call::version).sum(),
                isPublic ? PublicationStatus.PUBLISHED : programme.status(),
                programme,
                calls,
                title(programme.offer().title()),
                found.stream()
                        .map(call -> call.terms().closes())
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(UNKNOWN),
                levels(programme.offer(), found),
                text(programme));
    }

    private static String title(Map<String, String> titles) {
        return folded(titles.getOrDefault(
                "en", titles.values().stream().sorted().findFirst().orElse("")));
    }

    private static List<StudyLevel> levels(Offer offer, Collection<Call> calls) {
        return Stream.concat(
                        offer.levels().stream(),
                        calls.stream()
                                .flatMap(call -> call.terms().places().stream())
                                .map(Place::level))
                .distinct()
                .toList();
    }

    private static String text(Programme programme) {
        Offer offer = programme.offer();
        return folded(Stream.of(
                        offer.title().values().stream(),
                        offer.description().values().stream(),
                        Stream.of(programme.provider().name()))
                .flatMap(words -> words)
                .collect(Collectors.joining("\n")));
    }

    /** Text as it is compared: letters of any width and case are the same. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
