package org.yol.programs.search;

import com.ibm.icu.text.CollationKey;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yol.programs.call.Call;
import org.yol.programs.programme.Offer;
import org.yol.programs.programme.PublicationStatus;

/**
 * What the index knows of a listing beside its words: by what it is narrowed, counted and sorted.
 *
 * @param seq of the listing
 * @param changed of the listing; null of one that an older release has left
 * @param hasDraft of the listing
 * @param isArchived of the listing
 * @param values by facet, all but the phase
 * @param closes of the listing, which counts while no call is published
 * @param intakes the published calls
 */
record Entry(
        String id,
        long seq,
        Instant changed,
        String provider,
        boolean isPublished,
        boolean hasDraft,
        boolean isArchived,
        CollationKey title,
        Instant closes,
        Map<Facet, Set<String>> values,
        List<Intake> intakes) {

    private static final int BROAD_FIELD = 2;
    private static final String ANY = "any";

    static Entry of(Listing listing) {
        boolean isPublished = listing.status() == PublicationStatus.PUBLISHED;
        return new Entry(
                listing.id(),
                listing.seq(),
                listing.changed(),
                listing.programme().provider().id(),
                isPublished,
                listing.hasDraft(),
                listing.archivedAt() != null,
                Hit.key(listing.title()),
                listing.closes(),
                values(listing),
                listing.calls().stream()
                        .filter(Call::isPublished)
                        .map(Intake::of)
                        .toList());
    }

    /** Whether there is nothing in a listing of that age that this does not know. */
    boolean isAsNewAs(long otherSeq, Instant otherChanged) {
        return seq != otherSeq
                ? seq > otherSeq
                : changed != null && (otherChanged == null || !otherChanged.isAfter(changed));
    }

    boolean is(Timing timing, Moment moment) {
        if (timing == Timing.DRAFT) {
            return hasDraft;
        }
        for (Intake intake : intakes) {
            if (timing.holds(intake, moment)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Found with that score.
     *
     * @param moment says what is over, and for whom
     */
    Hit hit(float score, Moment moment) {
        Instant end = intakes.isEmpty() ? closes : Instant.MIN;
        for (Intake intake : intakes) {
            Instant own = intake.end(moment.country());
            end = own.isAfter(end) ? own : end;
        }
        return new Hit(id, score, Hit.urgencyOf(end, moment.now()), title);
    }

    private static Map<Facet, Set<String>> values(Listing listing) {
        Offer offer = listing.programme().offer();
        Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);
        values.put(Facet.KIND, Set.of(offer.kind().toString()));
        values.put(Facet.COUNTRY, countries(offer));
        values.put(Facet.LEVEL, words(listing.levels()));
        values.put(
                Facet.FIELD,
                offer.fields().stream()
                        .flatMap(code -> code.length() > BROAD_FIELD
                                ? Stream.of(code.substring(0, BROAD_FIELD), code)
                                : Stream.of(code))
                        .collect(Collectors.toSet()));
        values.put(Facet.SECTOR, Set.copyOf(offer.sectors()));
        values.put(Facet.LANGUAGE, Set.copyOf(offer.languages()));
        values.put(Facet.FUNDING, words(Funding.of(offer.pays())));
        return values;
    }

    private static Set<String> countries(Offer offer) {
        Set<String> countries = new HashSet<>(offer.origins());
        if (offer.destination() != null && !offer.destination().equals(ANY)) {
            countries.add(offer.destination());
        }
        return countries;
    }

    private static Set<String> words(Collection<?> constants) {
        return constants.stream().map(Object::toString).collect(Collectors.toSet());
    }
}
