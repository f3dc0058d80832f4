package org.yol.programs.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.yol.contracts.ProgrammeKind;
import org.yol.contracts.StudyLevel;

/**
 * What a programme offers, year after year.
 *
 * @param destination ISO 3166-1 alpha-2, or {@code any}; may be missing in a draft
 * @param origins ISO 3166-1 alpha-2 of the citizens it is for
 * @param fields ISCED-F 2013 codes of four digits
 * @param languages of teaching, ISO 639-1
 * @param sectors priority sectors
 * @param months how long it lasts; null when it depends
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
        Map<String, String> title,
        Map<String, String> description) {

    public Offer {
        origins = List.copyOf(origins);
        levels = List.copyOf(levels);
        fields = List.copyOf(fields);
        languages = List.copyOf(languages);
        sectors = List.copyOf(sectors);
        title = Map.copyOf(title);
        description = Map.copyOf(description);
    }
}
