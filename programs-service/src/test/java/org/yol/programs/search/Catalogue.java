package org.yol.programs.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yol.contracts.ProgrammeKind;
import org.yol.contracts.StudyLevel;
import org.yol.platform.access.Caller;
import org.yol.platform.document.PageRequest;
import org.yol.programs.call.Call;
import org.yol.programs.call.CallFixtures;
import org.yol.programs.programme.Offer;
import org.yol.programs.programme.Pays;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.ProgrammeProvider;
import org.yol.programs.programme.PublicationStatus;

/** An index with some programmes in it, and people who look for them. */
final class Catalogue implements AutoCloseable {

    static final Caller ANYBODY = new Caller(null, null, null, null, Set.of(), null, null, Set.of());

    private static final CallFixtures CALL = CallFixtures.complete();

    private final ProgrammeIndex index;

    private Catalogue(ProgrammeIndex index) {
        this.index = index;
    }

    static Catalogue of(Listing... listings) {
        try {
            Catalogue catalogue = new Catalogue(new ProgrammeIndex());
            Arrays.stream(listings).forEach(catalogue.index::put);
            catalogue.index.isMade();
            return catalogue;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    ProgrammeIndex index() {
        return index;
    }

    /** The ids of the programmes that somebody finds who is not signed in, in their order. */
    List<String> find(String text) {
        return find(text, Map.of()).ids();
    }

    Found find(String text, Map<Facet, Set<String>> chosen) {
        return find(text, chosen, Sort.RELEVANCE, new PageRequest(PageRequest.MOST, null));
    }

    Found find(String text, Map<Facet, Set<String>> chosen, Sort sort, PageRequest page) {
        return index.find(
                new ProgrammeFilter(text, chosen, null, false, false),
                sort,
                new Moment(CallFixtures.BETWEEN, null),
                ANYBODY,
                page);
    }

    /** How many programmes each value of a facet would leave. */
    static Map<String, Integer> counts(Found found, Facet facet) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        found.facets().get(facet.toString()).forEach(count -> counts.put(count.value(), count.count()));
        return counts;
    }

    @Override
    public void close() {
        try {
            index.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A published programme with an open call. Never changes: every method answers another one. */
    record Written(String id, long version, ProgrammeProvider provider, Offer offer, List<Call> calls) {

        static Written named(String id) {
            return new Written(
                    id,
                    2,
                    provider("Provider"),
                    new Offer(
                            ProgrammeKind.SCHOLARSHIP,
                            "JP",
                            List.of("KZ"),
                            List.of(StudyLevel.MASTER),
                            List.of(),
                            List.of(),
                            List.of(),
                            null,
                            null,
                            List.of(),
                            null,
                            null,
                            null,
                            Map.of(),
                            Map.of()),
                    List.of(CALL.at(List.of()).publishedOnce()));
        }

        Written titled(String language, String text) {
            Map<String, String> title = new HashMap<>(offer.title());
            title.put(language, text);
            return with(offer.kind(), offer.levels(), offer.fields(), offer.pays(), title, offer.description());
        }

        Written described(String language, String text) {
            return with(
                    offer.kind(), offer.levels(), offer.fields(), offer.pays(), offer.title(), Map.of(language, text));
        }

        Written offered(ProgrammeKind kind, List<StudyLevel> levels, List<String> fields, Pays pays) {
            return with(kind, levels, fields, pays, offer.title(), offer.description());
        }

        Written in(Call... newCalls) {
            return new Written(id, version, provider, offer, List.of(newCalls));
        }

        Written by(String name) {
            return new Written(id, version, provider(name), offer, calls);
        }

        private static ProgrammeProvider provider(String name) {
            return new ProgrammeProvider("provider", name, Map.of("en", name), null, null);
        }

        private Written with(
                ProgrammeKind kind,
                List<StudyLevel> levels,
                List<String> fields,
                Pays pays,
                Map<String, String> title,
                Map<String, String> description) {
            return new Written(
                    id,
                    version,
                    provider,
                    new Offer(
                            kind,
                            offer.destination(),
                            offer.origins(),
                            levels,
                            fields,
                            offer.languages(),
                            offer.sectors(),
                            offer.months(),
                            pays,
                            offer.sessions(),
                            offer.certificate(),
                            offer.website(),
                            offer.contact(),
                            title,
                            description),
                    calls);
        }

        Listing listing() {
            return listing(CallFixtures.BETWEEN);
        }

        Listing listing(Instant changed) {
            return Listing.of(
                    new Programme(id, version, PublicationStatus.PUBLISHED, provider, offer, List.of(), null),
                    calls,
                    changed);
        }
    }
}
