package org.yol.programs.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yol.contracts.ProgrammeKind;
import org.yol.contracts.StudyLevel;
import org.yol.programs.validation.MapKey;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What a programme offers, year after year.
 *
 * @param destination ISO 3166-1 alpha-2, or {@code any}; may be missing in a draft
 * @param origins ISO 3166-1 alpha-2 of the citizens it is for
 * @param fields ISCED-F 2013 codes of four digits
 * @param languages of teaching, ISO 639-1
 * @param sectors priority sectors
 * @param months how long it lasts; null when it depends
 * @param sessions of a training in their order; empty where there are none
 * @param certificate that a training ends with; null without
 * @param website of the programme itself, an https address; null without
 * @param contact e-mail address for questions about it; null without
 * @param title by language tag
 * @param description by language tag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Offer(
        ProgrammeKind kind,
        String destination,
        List<String> origins,
        List<StudyLevel> levels,
        List<String> fields,
        List<String> languages,
        List<String> sectors,
        Integer months,
        Pays pays,
        List<Session> sessions,
        Certificate certificate,
        String website,
        String contact,
        Map<String, String> title,
        Map<String, String> description) {

    public Offer {
        origins = List.copyOf(origins);
        levels = List.copyOf(levels);
        fields = List.copyOf(fields);
        languages = List.copyOf(languages);
        sectors = List.copyOf(sectors);
        sessions = List.copyOf(Objects.requireNonNullElse(sessions, List.of()));
        title = Map.copyOf(title);
        description = Map.copyOf(description);
    }

    /**
     * A part of a training.
     *
     * @param name by language tag
     */
    public record Session(
            @NotNull LocalDate starts,
            @NotNull LocalDate ends,

            @NotNull @JsonDeserialize(keyUsing = MapKey.class) @Size(min = 1, max = 20, message = "{field.items}")
            Map<String, @NotNull @Size(min = 1, max = 200) String> name) {}

    /**
     * What says that a training was completed.
     *
     * @param standard such as {@code Open Badges 3.0}
     * @param expires such as {@code never}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Certificate(
            @NotNull @Size(max = 100) String standard,
            @Size(max = 100) String expires) {}
}
