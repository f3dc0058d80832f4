package org.yol.programs.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.yol.contracts.EligibilityRule;
import org.yol.contracts.IntakeMode;
import org.yol.contracts.StudyLevel;
import org.yol.programs.call.Particulars.Agreement;
import org.yol.programs.call.Particulars.Category;
import org.yol.programs.call.Particulars.DocumentNote;
import org.yol.programs.call.Particulars.Exams;
import org.yol.programs.call.Particulars.Excludes;
import org.yol.programs.call.Particulars.Name;
import org.yol.programs.call.Particulars.PaperPack;
import org.yol.programs.call.Particulars.Reviewing;
import org.yol.programs.call.Particulars.Team;
import org.yol.programs.validation.CountryKey;
import org.yol.programs.validation.Keyword;
import org.yol.programs.validation.MapKey;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A call as a coordinator states it.
 *
 * @param opens ISO 8601 with an offset, or a wall clock of the zone
 * @param closes likewise; the minute that it names is taken to its end
 * @param graceMinutes for how long after that an application is still taken; none without
 * @param extensions of a draft, which hold from its publication on; one that is published is extended for itself
 * @param answerBy as {@code closes}: until when an offered place is to be answered
 * @param referencesClose as {@code closes}: until when references are taken; null for as long as applications are
 * @param resultsOn the day on which decisions are expected
 * @param nominationsAtMost how many the authority of a country may nominate, by ISO 3166-1 alpha-2; as many as it likes
 *     for a country that is not named
 * @param reason of a change of what is published; not needed for a draft
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CallRequest(
        String opens,
        String closes,
        String zone,

        @Min(0) @Max(1440) Integer graceMinutes,

        @Size(max = 20, message = "{field.items}") List<@NotNull @Valid ExtensionRequest> extensions,

        IntakeMode intake,

        @Size(max = 30, message = "{field.items}") List<@NotNull @Keyword String> documents,

        @Min(0) @Max(5) Integer references,

        @Min(1) @Max(20) Integer rankAtMost,

        @JsonDeserialize(keyUsing = MapKey.class) @Size(max = 10, message = "{field.items}")
        Map<String, @NotNull @Min(1) @Max(10_000) Integer> caps,

        @Size(max = 200, message = "{field.items}") List<@NotNull @Valid PlaceRequest> places,

        @Size(max = 20, message = "{field.items}") List<@NotNull @Valid CriterionRequest> rubric,

        @Size(max = 30, message = "{field.items}") List<@NotNull @Keyword String> stages,

        @Size(max = 20, message = "{field.items}") List<@NotNull @Valid Category> categories,

        @Size(max = 100, message = "{field.items}") List<@NotNull @Valid Name> names,

        @Valid LettersRequest letters,
        @Valid PaperPack paperPack,
        @Valid Exams exams,
        @Valid Team team,
        @Valid Agreement agreement,

        String answerBy,
        LocalDate resultsOn,
        String referencesClose,

        @Size(max = 30, message = "{field.items}") List<@NotNull @Valid DocumentNote> documentNotes,

        @Size(max = 30, message = "{field.items}") List<@NotNull EligibilityRule> eligibility,

        @JsonDeserialize(keyUsing = CountryKey.class) @Size(max = 50, message = "{field.items}")
        Map<String, @NotNull @Min(1) @Max(1_000) Integer> nominationsAtMost,

        @Valid Reviewing reviewing,
        @Valid Excludes excludes,

        @Size(max = 1_000) String reason) {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record PlaceRequest(
            @NotNull String hostId,
            @NotNull StudyLevel level,

            @Min(1) @Max(10_000) Integer seats,

            @Keyword String group,

            @JsonDeserialize(keyUsing = MapKey.class) @Size(max = 10, message = "{field.items}")
            Map<String, @NotNull @Min(1) @Max(10_000) Integer> reserves) {}

    /** @param requestBy as {@code closes} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LettersRequest(
            @Min(1) @Max(50) Integer universitiesAtMost,
            @Min(1) @Max(50) Integer lettersAtMost,
            @Min(1) @Max(50) Integer simultaneousContactsAtMost,
            String requestBy) {

        private static LettersRequest of(Particulars.Letters letters, ZoneId zone) {
            return new LettersRequest(
                    letters.universitiesAtMost(),
                    letters.lettersAtMost(),
                    letters.simultaneousContactsAtMost(),
                    stated(letters.requestBy(), zone));
        }
    }

    record CriterionRequest(
            @NotNull @Keyword String criterion,

            @Min(1) @Max(100) Integer weight) {}

    /** A call in the words in which it could be stated; times with the offset that the clocks of its zone have then. */
    public static CallRequest of(Call call) {
        Terms terms = call.terms();
        ZoneId zone = terms.zone() == null ? ZoneOffset.UTC : ZoneId.of(terms.zone());
        Particulars particulars = terms.particulars();
        return new CallRequest(
                stated(terms.opens(), zone),
                stated(terms.closes(), zone),
                terms.zone(),
                terms.graceMinutes(),
                terms.extensions().stream()
                        .map(extension -> new ExtensionRequest(
                                stated(extension.closes(), zone), extension.countries(), extension.reason()))
                        .toList(),
                terms.intake(),
                terms.documents(),
                terms.references(),
                terms.rankAtMost(),
                terms.caps(),
                terms.places().stream()
                        .map(place -> new PlaceRequest(
                                place.host().id(), place.level(), place.seats(), place.group(), place.reserves()))
                        .toList(),
                terms.rubric().stream()
                        .map(line -> new CriterionRequest(line.criterion(), line.weight()))
                        .toList(),
                particulars.stages(),
                particulars.categories(),
                particulars.names(),
                particulars.letters() == null ? null : LettersRequest.of(particulars.letters(), zone),
                particulars.paperPack(),
                particulars.exams(),
                particulars.team(),
                particulars.agreement(),
                stated(particulars.answerBy(), zone),
                particulars.resultsOn(),
                stated(particulars.referencesClose(), zone),
                particulars.documentNotes(),
                terms.eligibility(),
                particulars.nominationsAtMost(),
                particulars.reviewing(),
                particulars.excludes(),
                null);
    }

    private static String stated(Instant instant, ZoneId zone) {
        return instant == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }

    List<PlaceRequest> statedPlaces() {
        return places == null ? List.of() : places;
    }

    /** Ids of programmes. */
    List<String> statedExclusions() {
        return excludes == null ? List.of() : excludes.programmes();
    }

    List<CriterionRequest> statedRubric() {
        return rubric == null ? List.of() : rubric;
    }
}
