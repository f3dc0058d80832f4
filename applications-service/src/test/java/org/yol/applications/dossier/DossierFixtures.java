package org.yol.applications.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yol.contracts.StudyLevel;

/** What students have said of themselves. */
public final class DossierFixtures {

    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    static final Consent CONSENT = new Consent(Consent.Kind.HAND_OVER_TO_JAPAN, NOW);

    private DossierFixtures() {}

    /** Aigerim's, with what is asked of everybody. */
    public static Particulars complete() {
        return with(new PersonName("Bekova", "Aigerim"), LocalDate.of(1999, 3, 21), "Nazarbayev University");
    }

    /** Somebody's who said nothing but where they study. */
    public static Particulars studyingAt(String institution) {
        Education studies = new Education(institution, null, null, null, null, null, null);
        return new Particulars(
                null, null, null, null, null, List.of(studies), null, null, null, null, null, null, null);
    }

    /** Complete, with these names. */
    public static Particulars named(PersonName passport, PersonName nativeName, PersonName katakana) {
        Particulars complete = complete();
        return new Particulars(
                passport,
                nativeName,
                katakana,
                complete.citizenships(),
                complete.birthDate(),
                complete.education(),
                null,
                null,
                null,
                null,
                complete.consents(),
                null,
                null);
    }

    private static Particulars with(PersonName passport, LocalDate born, String institution) {
        return new Particulars(
                passport,
                null,
                null,
                List.of("KZ"),
                born,
                List.of(new Education(institution, StudyLevel.BACHELOR, null, null, null, null, null)),
                null,
                null,
                null,
                null,
                List.of(CONSENT),
                null,
                null);
    }
}
