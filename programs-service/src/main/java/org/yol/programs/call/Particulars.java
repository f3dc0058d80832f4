package org.yol.programs.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.yol.contracts.EligibilityRule;
import org.yol.contracts.SelectionTerms.Feedback;
import org.yol.contracts.StudyLevel;
import org.yol.platform.text.PlainText;
import org.yol.programs.validation.CountryCode;
import org.yol.programs.validation.Keyword;
import org.yol.programs.validation.MapKey;
import org.yol.programs.validation.WebAddress;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What only some calls state.
 *
 * @param stages of the selection in their order, as keywords
 * @param categories whose members seats may be reserved for
 * @param names by keyword, of stages, documents, criteria and categories that are in no catalogue
 * @param letters of acceptance that applicants ask universities for; null without
 * @param paperPack what is handed in on paper besides; null without
 * @param exams null without
 * @param team of a joint research; null elsewhere
 * @param agreement of an exchange; null elsewhere
 * @param answerBy until when an offered place is to be answered; null while it is not known
 * @param resultsOn the day on which decisions are expected, in the zone of the call; null while it is not known
 * @param documentNotes of documents that are asked for, one of each at most
 * @param referencesClose until when references are taken; null where they are taken as long as applications are
 * @param nominationsAtMost how many the authority of a country may nominate, by ISO 3166-1 alpha-2, each 1 or more; as
 *     many as it likes for a country that is not named
 * @param reviewing how applications are reviewed; null where as usual
 * @param excludes what whoever holds one of its places may not hold besides; null where a call excludes nothing
 */
public record Particulars(
        List<String> stages,
        List<Category> categories,
        List<Name> names,
        Letters letters,
        PaperPack paperPack,
        Exams exams,
        Team team,
        Agreement agreement,
        Instant answerBy,
        LocalDate resultsOn,
        List<DocumentNote> documentNotes,
        Instant referencesClose,
        Map<String, Integer> nominationsAtMost,
        Reviewing reviewing,
        Excludes excludes) {

    public Particulars {
        stages = List.copyOf(Objects.requireNonNullElse(stages, List.of()));
        categories = List.copyOf(Objects.requireNonNullElse(categories, List.of()));
        names = List.copyOf(Objects.requireNonNullElse(names, List.of()));
        documentNotes = List.copyOf(Objects.requireNonNullElse(documentNotes, List.of()));
        nominationsAtMost = Map.copyOf(Objects.requireNonNullElse(nominationsAtMost, Map.of()));
        // The same said in two ways would be an amendment.
        reviewing = Reviewing.USUAL.equals(reviewing) ? null : reviewing;
        excludes = Excludes.NOTHING.equals(excludes) ? null : excludes;
    }

    static Particulars none() {
        return new Particulars(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * People for whom seats may be reserved.
     *
     * @param level that it is for; null for all
     * @param eligibility what a member fulfils besides
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Category(
            @NotNull @Keyword String id,
            StudyLevel level,

            @Size(max = 30, message = "{field.items}") List<@NotNull EligibilityRule> eligibility) {

        public Category {
            eligibility = List.copyOf(Objects.requireNonNullElse(eligibility, List.of()));
        }
    }

    /**
     * How applications are reviewed.
     *
     * @param reviews how many each application needs at each of its places
     * @param blind whether reviewers are not shown who applies
     * @param spread from how many points (of 100) between two reviewers on a further review may be asked for
     * @param feedback what of the reviews their student reads in the end
     */
    public record Reviewing(
            @NotNull @Min(1) @Max(5) Integer reviews,
            @NotNull Boolean blind,

            @NotNull @DecimalMin("0.01") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal spread,

            Feedback feedback) {

        /** What holds where a call says nothing of it. */
        static final Reviewing USUAL = new Reviewing(1, false, BigDecimal.valueOf(20), null);

        public Reviewing {
            // 20 and 20.00 are the same, also where an amendment is compared with what was promised.
            if (spread != null) {
                BigDecimal shortest = spread.stripTrailingZeros();
                spread = shortest.scale() < 0 ? shortest.setScale(0) : shortest;
            }
            feedback = Objects.requireNonNullElse(feedback, Feedback.NONE);
        }
    }

    /**
     * Places of other calls that nobody may hold at the same time, of those given through this platform.
     *
     * @param all whether those of every other call
     * @param programmes ids of programmes whose calls are meant, where not all are
     */
    public record Excludes(
            @NotNull Boolean all,

            @Size(max = 30, message = "{field.items}") List<@NotNull @Size(max = 100) String> programmes) {

        static final Excludes NOTHING = new Excludes(false, null);

        public Excludes {
            programmes = List.copyOf(Objects.requireNonNullElse(programmes, List.of()));
        }
    }

    /** Ids of the programmes that are excluded by name. */
    List<String> excludedProgrammes() {
        return excludes == null ? List.of() : excludes.programmes();
    }

    /** What people read instead of a keyword, by language. */
    public record Name(
            @NotNull @Keyword String keyword,

            @NotNull @Size(min = 1, max = 20, message = "{field.items}") @JsonDeserialize(keyUsing = MapKey.class)
            Map<String, @NotNull @Size(min = 1, max = 200) String> text) {}

    /**
     * What whoever has to hand in a document reads beside it.
     *
     * @param document its kind
     * @param text what to mind, by language tag; empty without
     * @param template address of a form to fill in; null without
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record DocumentNote(
            @NotNull @Keyword String document,

            @Size(max = 20, message = "{field.items}") @JsonDeserialize(keyUsing = MapKey.class)
            Map<String, @NotNull @PlainText(lines = true) @Size(max = 2_000) String> text,

            @WebAddress String template) {

        public DocumentNote {
            text = text == null ? Map.of() : text;
        }

        /** Without the texts that are empty. */
        DocumentNote tidied() {
            return new DocumentNote(
                    document,
                    text.entrySet().stream()
                            .filter(each -> !each.getValue().isBlank())
                            .collect(Collectors.toUnmodifiableMap(
                                    Map.Entry::getKey, each -> each.getValue().strip())),
                    template);
        }
    }

    /**
     * Letters of acceptance.
     *
     * @param universitiesAtMost that an applicant may ask
     * @param lettersAtMost that an applicant may get
     * @param simultaneousContactsAtMost that an applicant may wait for at once
     * @param requestBy until when they are asked for; null while it is not known
     */
    public record Letters(
            Integer universitiesAtMost, Integer lettersAtMost, Integer simultaneousContactsAtMost, Instant requestBy) {}

    /**
     * Papers.
     *
     * @param numbered where each sheet bears its number; null when it does not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PaperPack(
            @NotNull @Min(0) @Max(20) Integer originals,
            @NotNull @Min(0) @Max(20) Integer copies,
            @Keyword String numbered) {}

    /**
     * Written examinations.
     *
     * @param subjects by course of study
     */
    public record Exams(
            @NotNull LocalDate date,

            @NotNull @Size(max = 10, message = "{field.items}")
            List<@NotNull @Valid Course> courses) {

        /** What is examined in one course of study. */
        public record Course(
                @NotNull @Keyword String course,

                @NotNull @Size(min = 1, max = 20, message = "{field.items}")
                List<@NotNull @Keyword String> subjects) {}
    }

    /**
     * Who applies together, with one of them as the lead.
     *
     * @param mustInclude ISO 3166-1 alpha-2 of countries that somebody has to be from
     */
    public record Team(
            @NotNull @Min(2) @Max(50) Integer membersAtLeast,
            @NotNull @Min(1) @Max(20) Integer countriesAtLeast,

            @NotNull @Size(max = 20, message = "{field.items}")
            List<@NotNull @CountryCode String> mustInclude) {}

    /**
     * What universities have agreed, two by two.
     *
     * @param balanced whether as many go as come
     * @param perDirection how many go each way between any two universities of the call that are in different
     *     countries, 1 or more
     * @param numbers where some have agreed otherwise, all that go at all; empty where all go by the number above
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Agreement(
            @NotNull Boolean balanced,
            @NotNull @Min(1) @Max(1_000) Integer perDirection,

            @Size(max = 400, message = "{field.items}") List<@NotNull @Valid AgreedNumber> numbers) {

        public Agreement {
            numbers = List.copyOf(Objects.requireNonNullElse(numbers, List.of()));
        }

        /**
         * How many go one way.
         *
         * @param from id of the host that they come from
         * @param to id of the host that they go to
         */
        public record AgreedNumber(
                @NotNull String from,
                @NotNull String to,
                @NotNull @Min(0) @Max(1_000) Integer students) {

            boolean isBetween(String home, String host) {
                return from.equals(home) && to.equals(host);
            }
        }
    }
}
