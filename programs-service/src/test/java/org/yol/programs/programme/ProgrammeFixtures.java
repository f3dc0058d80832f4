package org.yol.programs.programme;

import java.util.List;
import java.util.Map;
import org.yol.contracts.ProgrammeKind;
import org.yol.contracts.StudyLevel;
import org.yol.programs.programme.Offer.Certificate;
import org.yol.programs.programme.Offer.Session;

/** Programmes for tests to start from. Nothing here changes: every method answers another one. */
public record ProgrammeFixtures(ProgrammeProvider provider, Offer offer) {

    /** The programme of the golden event: nothing is missing. */
    public static ProgrammeFixtures complete() {
        return new ProgrammeFixtures(
                new ProgrammeProvider(
                        "embassy-of-japan-kyrgyzstan",
                        "Embassy of Japan in the Kyrgyz Republic",
                        Map.of("en", "Embassy of Japan in the Kyrgyz Republic", "ja", "在キルギス日本国大使館"),
                        null,
                        null),
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
                        List.of(),
                        null,
                        null,
                        null,
                        Map.of("en", "Research students 2027", "ja", "研究留学生 2027", "ru", "Студенты-исследователи 2027"),
                        Map.of()));
    }

    public ProgrammeFixtures titled(Map<String, String> title) {
        return with(offer.origins(), title);
    }

    public ProgrammeFixtures forCitizensOf(List<String> origins) {
        return with(origins, offer.title());
    }

    ProgrammeFixtures training(ProgrammeKind kind, List<Session> sessions, Certificate certificate) {
        return new ProgrammeFixtures(
                provider,
                new Offer(
                        kind,
                        offer.destination(),
                        offer.origins(),
                        offer.levels(),
                        offer.fields(),
                        offer.languages(),
                        offer.sectors(),
                        offer.months(),
                        offer.pays(),
                        sessions,
                        certificate,
                        offer.website(),
                        offer.contact(),
                        offer.title(),
                        offer.description()));
    }

    /** As it is stored before publication. */
    public Programme draft() {
        return new Programme("mext-research-2027", 1, PublicationStatus.DRAFT, provider, offer, List.of(), null);
    }

    /** As it is stored after publication. */
    public Programme published() {
        return new Programme("mext-research-2027", 2, PublicationStatus.PUBLISHED, provider, offer, List.of(), null);
    }

    private ProgrammeFixtures with(List<String> origins, Map<String, String> title) {
        return new ProgrammeFixtures(
                provider,
                new Offer(
                        offer.kind(),
                        offer.destination(),
                        origins,
                        offer.levels(),
                        offer.fields(),
                        offer.languages(),
                        offer.sectors(),
                        offer.months(),
                        offer.pays(),
                        offer.sessions(),
                        offer.certificate(),
                        offer.website(),
                        offer.contact(),
                        title,
                        offer.description()));
    }
}
