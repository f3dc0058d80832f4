package org.yol.programs.programme;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yol.contracts.IntakeMode;
import org.yol.contracts.ProgrammeKind;
import org.yol.contracts.StudyLevel;
import org.yol.programs.programme.Place.PlaceHost;

/** Programmes for tests to start from. Nothing here changes: every method answers another one. */
record ProgrammeFixtures(Provider provider, Offer offer, Terms terms) {

    static final Instant OPENS = Instant.parse("2026-11-01T03:00:00Z");
    static final Instant CLOSES = Instant.parse("2026-12-15T11:00:00Z");
    static final Instant BETWEEN = Instant.parse("2026-11-20T00:00:00Z");

    /** The programme of the golden event: nothing is missing. */
    static ProgrammeFixtures complete() {
        return new ProgrammeFixtures(
                new Provider("embassy-of-japan-kyrgyzstan", "Embassy of Japan in the Kyrgyz Republic"),
                new Offer(
                        ProgrammeKind.SCHOLARSHIP,
                        "JP",
                        List.of("KG"),
                        List.of(StudyLevel.MASTER, StudyLevel.NON_DEGREE),
                        List.of("0413"),
                        List.of("en", "ja"),
                        List.of("energy"),
                        null,
                        null,
                        Map.of("en", "Research students 2027", "ja", "研究留学生 2027", "ru", "Студенты-исследователи 2027"),
                        Map.of()),
                new Terms(
                        OPENS,
                        CLOSES,
                        "Asia/Bishkek",
                        IntakeMode.OPEN,
                        List.of("passport", "diploma"),
                        2,
                        2,
                        null,
                        List.of(
                                place("tsukuba-master", "University of Tsukuba", StudyLevel.MASTER, 4),
                                place("hiroshima-non-degree", "Hiroshima University", StudyLevel.NON_DEGREE, 2)),
                        List.of(new Criterion("academic-record", 40), new Criterion("research-plan", 60))));
    }

    ProgrammeFixtures titled(Map<String, String> title) {
        return with(new Offer(
                offer.kind(),
                offer.destination(),
                offer.origins(),
                offer.levels(),
                offer.fields(),
                offer.languages(),
                offer.sectors(),
                offer.months(),
                offer.pays(),
                title,
                offer.description()));
    }

    ProgrammeFixtures forCitizensOf(List<String> origins) {
        return with(new Offer(
                offer.kind(),
                offer.destination(),
                origins,
                offer.levels(),
                offer.fields(),
                offer.languages(),
                offer.sectors(),
                offer.months(),
                offer.pays(),
                offer.title(),
                offer.description()));
    }

    ProgrammeFixtures open(Instant opens, Instant closes) {
        return with(terms(opens, closes, terms.rankAtMost(), terms.places(), terms.rubric()));
    }

    ProgrammeFixtures rankingAtMost(int places) {
        return with(terms(terms.opens(), terms.closes(), places, terms.places(), terms.rubric()));
    }

    ProgrammeFixtures at(List<Place> places) {
        return with(terms(terms.opens(), terms.closes(), terms.rankAtMost(), places, terms.rubric()));
    }

    ProgrammeFixtures scoredBy(List<Criterion> rubric) {
        return with(terms(terms.opens(), terms.closes(), terms.rankAtMost(), terms.places(), rubric));
    }

    /** As it is stored before publication. */
    Programme draft() {
        return Programme.draft("mext-research-2027", provider, offer, Call.draft("mext-research-2027-kg", terms));
    }

    /** As it is stored after publication. */
    Programme published() {
        return draft().publish("mext-research-2027-kg", BETWEEN).state();
    }

    static Place place(String id, String host, StudyLevel level, Integer seats) {
        String hostId = host.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new Place(id, new PlaceHost(hostId, host), level, seats);
    }

    private ProgrammeFixtures with(Offer other) {
        return new ProgrammeFixtures(provider, other, terms);
    }

    private ProgrammeFixtures with(Terms other) {
        return new ProgrammeFixtures(provider, offer, other);
    }

    private Terms terms(Instant opens, Instant closes, int rankAtMost, List<Place> places, List<Criterion> rubric) {
        return new Terms(
                opens,
                closes,
                terms.zone(),
                terms.intake(),
                terms.documents(),
                terms.references(),
                rankAtMost,
                terms.caps(),
                places,
                rubric);
    }
}
