package org.yol.programs.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param changed when it was worked out, by the clock of the machine; null in what an older release has left
 * @param status published as soon as one of the calls is
 * @param title the English one, or any there is
 * @param closes the latest deadline; far away while it is not known
 * @param levels of the programme and of the places of its calls
 */
public record Listing(
        @BsonId String id,
        long seq,
        Instant changed,
        PublicationStatus status,
        Programme programme,
        List<Call> calls,
        String title,
        Instant closes,
        List<StudyLevel> levels)
        implements Copy {

    private static final Instant UNKNOWN = Instant.parse("9999-01-01T00:00:00Z");

    public Listing {
        calls = List.copyOf(calls);
        levels = List.copyOf(levels);
    }

    /** A draft beside published calls is not looked at: the order of a public list must not tell of it. */
    static Listing of(Programme programme, List<Call> calls, Instant changed) {
        boolean isPublic = calls.stream().anyMatch(Call::isPublished);
        List<Call> found = isPublic ? calls.stream().filter(Call::isPublished).toList() : calls;
        return new Listing(
                programme.id(),
                programme.version() + calls.stream().mapToLong(Call::version).sum(),
                // As the store keeps it.
                changed.truncatedTo(ChronoUnit.MILLIS),
                isPublic ? PublicationStatus.PUBLISHED : programme.status(),
                programme,
                calls,
                title(programme.offer().title()),
                found.stream()
                        .map(Listing::closing)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(UNKNOWN),
                levels(programme.offer(), found));
    }

    /** Whether the two say the same, whenever each was worked out. */
    boolean saysTheSameAs(Listing other) {
        return other.changed != null
                && equals(new Listing(
                        other.id,
                        other.seq,
                        changed,
                        other.status,
                        other.programme,
                        other.calls,
                        other.title,
                        other.closes,
                        other.levels));
    }

    /** When it was put away, itself or call by call; null when it was not, or when a call was open since. */
    Instant archivedAt() {
        Instant itself = programme.archived();
        List<Call> published = calls.stream().filter(Call::isPublished).toList();
        boolean isPutAway =
                published.stream().allMatch(call -> call.isArchived() || itself != null && call.isOverBy(itself));
        return !isPutAway
                ? null
                : Stream.concat(Stream.ofNullable(itself), published.stream().map(Call::archived))
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null);
    }

    /** Whether the programme or one of its calls is a draft that was not put away. */
    boolean hasDraft() {
        return status == PublicationStatus.DRAFT
                ? programme.archived() == null
                : calls.stream().anyMatch(call -> !call.isPublished() && !call.isArchived());
    }

    /** The calls that a list may speak of to everybody who sees it. */
    List<Call> shownCalls() {
        return status == PublicationStatus.PUBLISHED
                ? calls.stream().filter(Call::isPublished).toList()
                : calls;
    }

    /** When it closes for the last of those it takes applications from; null in a draft that does not say. */
    private static Instant closing(Call call) {
        return call.isPublished()
                ? call.deadlines().last().stated()
                : call.terms().closes();
    }

    /** The English one, or any there is. */
    static String title(Map<String, String> titles) {
        return titles.getOrDefault(
                "en", titles.values().stream().sorted().findFirst().orElse(""));
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
}
