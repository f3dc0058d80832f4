package org.yol.programs.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.yol.programs.call.Particulars.Agreement;
import org.yol.programs.call.Particulars.Category;
import org.yol.programs.call.Particulars.DocumentNote;
import org.yol.programs.call.Particulars.Exams;
import org.yol.programs.call.Particulars.Excludes;
import org.yol.programs.call.Particulars.Letters;
import org.yol.programs.call.Particulars.Name;
import org.yol.programs.call.Particulars.PaperPack;
import org.yol.programs.call.Particulars.Reviewing;
import org.yol.programs.call.Particulars.Team;

/** {@link Particulars} as their readers see them, times by the clocks of the call. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ParticularsView(
        List<String> stages,
        List<Category> categories,
        List<Name> names,
        LettersView letters,
        PaperPack paperPack,
        Exams exams,
        Team team,
        Agreement agreement,
        OffsetDateTime answerBy,
        LocalDate resultsOn,
        List<DocumentNote> documentNotes,
        OffsetDateTime referencesClose,
        Map<String, Integer> nominationsAtMost,
        Reviewing reviewing,
        Excludes excludes) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LettersView(
            Integer universitiesAtMost,
            Integer lettersAtMost,
            Integer simultaneousContactsAtMost,
            OffsetDateTime requestBy) {}

    static ParticularsView of(Particulars particulars, ZoneId zone) {
        Letters letters = particulars.letters();
        return new ParticularsView(
                particulars.stages(),
                particulars.categories(),
                particulars.names(),
                letters == null
                        ? null
                        : new LettersView(
                                letters.universitiesAtMost(),
                                letters.lettersAtMost(),
                                letters.simultaneousContactsAtMost(),
                                at(letters.requestBy(), zone)),
                particulars.paperPack(),
                particulars.exams(),
                particulars.team(),
                particulars.agreement(),
                at(particulars.answerBy(), zone),
                particulars.resultsOn(),
                particulars.documentNotes(),
                at(particulars.referencesClose(), zone),
                particulars.nominationsAtMost(),
                particulars.reviewing(),
                particulars.excludes());
    }

    private static OffsetDateTime at(Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }
}
