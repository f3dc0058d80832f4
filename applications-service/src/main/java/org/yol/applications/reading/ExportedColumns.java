package org.yol.applications.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yol.applications.application.ApplicationSummary;
import org.yol.applications.application.ApplicationSummary.Stated;
import org.yol.applications.application.CallFacts.PlaceView;
import org.yol.applications.application.Outcome;
import org.yol.applications.dossier.Education;
import org.yol.applications.dossier.PersonName;

/** The columns of exported applications: what letters to applicants need has one column each. */
final class ExportedColumns {

    private static final List<String> FIXED = List.of(
            "id",
            "student",
            "country",
            "state",
            "programme",
            "choices",
            "scores",
            "decision",
            "nomination",
            "nomination_rank",
            "submitted",
            "receipt",
            "passport_family_name",
            "passport_given_name",
            "native_name",
            "katakana_name",
            "birth_date",
            "citizenships",
            "institution",
            "degree",
            "field",
            "begun",
            "changed");

    private final int ranked;

    /** @param ranked how many places may be ranked, each of which has a column */
    ExportedColumns(int ranked) {
        this.ranked = ranked;
    }

    List<String> names() {
        List<String> names = new ArrayList<>(FIXED);
        IntStream.rangeClosed(1, ranked).forEach(rank -> names.add("choice_" + rank));
        return names;
    }

    /** The cells of a row, in that order: text, dates, instants, or null. */
    List<Object> cells(ApplicationSummary application, ListedApplication listed) {
        List<Object> cells = new ArrayList<>();
        cells.add(listed.id());
        cells.add(listed.student().name());
        cells.add(listed.student().country());
        cells.add(listed.state().toString());
        cells.add(listed.programmeTitle().get("en"));
        cells.add(String.join(" ", listed.choices()));
        cells.add(
                listed.scores() == null || listed.scores().isEmpty()
                        ? null
                        : listed.scores().toString());
        cells.add(
                listed.decision() == null || listed.decision().outcome() == null
                        ? null
                        : word(listed.decision().outcome()));
        cells.add(listed.nomination() == null ? null : listed.nomination().toString());
        cells.add(listed.nominationRank());
        cells.add(listed.submittedAt());
        cells.add(listed.receiptId());
        Optional<Stated> stated = Optional.ofNullable(application.form().dossier());
        Optional<PersonName> passport = stated.map(Stated::passportName);
        cells.add(orNull(passport.map(PersonName::family)));
        cells.add(orNull(passport.map(PersonName::given)));
        cells.add(orNull(stated.map(Stated::nativeName).map(PersonName::whole)));
        cells.add(orNull(stated.map(Stated::katakanaName).map(PersonName::whole)));
        cells.add(orNull(stated.map(Stated::birthDate)));
        cells.add(orNull(stated.map(Stated::citizenships).map(all -> String.join(" ", all))));
        Optional<Education> education = stated.flatMap(known -> Education.last(known.education()));
        cells.add(orNull(education.map(Education::institution)));
        cells.add(orNull(education.map(Education::level).map(Object::toString)));
        cells.add(orNull(education.map(Education::field)));
        cells.add(listed.createdAt());
        cells.add(listed.updatedAt());
        places(listed, cells);
        return cells;
    }

    private void places(ListedApplication listed, List<Object> cells) {
        Map<String, PlaceView> places = listed.places() == null
                ? Map.of()
                : listed.places().stream().collect(Collectors.toMap(PlaceView::id, Function.identity()));
        for (int rank = 0; rank < ranked; rank++) {
            PlaceView place =
                    rank < listed.choices().size() ? places.get(listed.choices().get(rank)) : null;
            cells.add(place == null ? null : place.host().name() + " (" + place.level() + ")");
        }
    }

    private static Object orNull(Optional<?> value) {
        return value.orElse(null);
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
