package org.yol.applications.dossier;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a student says of themselves. Anything may be missing until it is submitted; {@link ParticularsRules} says what
 * must be there. Public, as its parts, because the record codec can read no other.
 *
 * @param passportName in the Latin letters of the passport: the one that counts
 * @param nativeName as the student writes it at home, in whatever letters
 * @param katakanaName as it is read in Japanese
 * @param citizenships ISO 3166-1 alpha-2; the first is that of the account, where it states one
 * @param programmesHeld ids of programmes that were held, and {@code any-scholarship-abroad} for others
 * @param none lists that are empty because there is nothing to state
 */
public record Particulars(
        @Valid PersonName passportName,
        @Valid PersonName nativeName,
        @Valid PersonName katakanaName,
        @Size(max = 5, message = "{field.items}") List<String> citizenships,
        LocalDate birthDate,
        @Valid @Size(max = 10, message = "{field.items}") List<Education> education,
        @Valid @Size(max = 10, message = "{field.items}") List<LanguageSkill> languages,
        @Valid @Size(max = 20, message = "{field.items}") List<Employment> work,
        @Valid Home home,
        @Valid Contacts contacts,
        @Size(max = 10, message = "{field.items}") List<Consent> consents,
        @Size(max = 10, message = "{field.items}") List<@Size(max = 100) String> programmesHeld,
        @Size(max = 10, message = "{field.items}") List<Section> none) {

    /** How many parts have something that has to be said: names, the person, education, consents. */
    public static final int REQUIRED_PARTS = 4;

    /** Of somebody who has said nothing yet. */
    public static final Particulars NOTHING =
            new Particulars(null, null, null, null, null, null, null, null, null, null, null, null, null);

    public Particulars {
        citizenships = known(citizenships);
        education = known(education);
        languages = known(languages);
        work = known(work);
        consents = known(consents);
        programmesHeld = known(programmesHeld);
        none = known(none);
    }

    private static <T> List<T> known(List<T> all) {
        return all == null
                ? List.of()
                : all.stream().filter(Objects::nonNull).distinct().toList();
    }

    /** Those of an account: its citizenship is one truth for everybody, and comes first. */
    Particulars ofCitizen(String country) {
        if (country == null) {
            return this;
        }
        List<String> all = Stream.concat(Stream.of(country), citizenships.stream())
                .distinct()
                .toList();
        return new Particulars(
                passportName,
                nativeName,
                katakanaName,
                all,
                birthDate,
                education,
                languages,
                work,
                home,
                contacts,
                consents,
                programmesHeld,
                none);
    }

    /** With consents that were given before at their time, and those that are new now. */
    Particulars agreedAt(List<Consent> before, Instant now) {
        List<Consent> dated = consents.stream()
                .filter(consent -> consent.kind() != null)
                .map(Consent::kind)
                .distinct()
                .map(kind -> before.stream()
                        .filter(earlier -> earlier.kind() == kind)
                        .findFirst()
                        .orElseGet(() -> new Consent(kind, now)))
                .toList();
        return new Particulars(
                passportName,
                nativeName,
                katakanaName,
                citizenships,
                birthDate,
                education,
                languages,
                work,
                home,
                contacts,
                dated,
                programmesHeld,
                none);
    }

    /** Without names and what else says who it is, for readers who are not to know: what they have learnt and done. */
    public Particulars unnamed() {
        return new Particulars(
                null, null, null, null, null, education, languages, work, null, null, consents, programmesHeld, none);
    }

    /** Whether the student has agreed to that. */
    boolean agreesTo(Consent.Kind kind) {
        return consents.stream().anyMatch(consent -> consent.kind() == kind);
    }

    /** In how many of the {@link #REQUIRED_PARTS} that has been said. */
    public int requiredPartsGiven() {
        boolean named = passportName != null && !passportName.isBlank();
        boolean born = !citizenships.isEmpty() && birthDate != null;
        boolean educated = !education.isEmpty() && education.stream().allMatch(Education::isNamed);
        return (int) Stream.of(named, born, educated, agreesTo(Consent.Kind.HAND_OVER_TO_JAPAN))
                .filter(given -> given)
                .count();
    }

    /** Where the student studies, or has studied last. */
    public Optional<String> institution() {
        return Education.last(education).map(Education::institution);
    }

    /** All names there are, each with the family name first. */
    public List<String> names() {
        return Stream.of(passportName, nativeName, katakanaName)
                .filter(Objects::nonNull)
                .map(PersonName::whole)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
