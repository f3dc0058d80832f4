package org.yol.programs.opendata;

import static org.yol.programs.opendata.Column.Type.INSTANT;
import static org.yol.programs.opendata.Column.Type.TEXT;
import static org.yol.programs.opendata.Column.Type.WHOLE_NUMBER;
import static org.yol.programs.opendata.Column.Type.WORD;
import static org.yol.programs.opendata.Column.Type.WORDS;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.yol.contracts.Language;
import org.yol.programs.call.CallView;
import org.yol.programs.call.CallView.ExtensionView;
import org.yol.programs.call.PlaceView;
import org.yol.programs.figures.Group;
import org.yol.programs.programme.Offer;
import org.yol.programs.programme.Pays;
import org.yol.programs.programme.Programme;

/** The tables there are. A column stays where it is under its name once it is out; new ones come behind. */
final class OpenTables {

    private static final Pays NOTHING = new Pays(List.of(), List.of(), null, null, null);

    static final Table<Programme> PROGRAMMES = new Table<>(
            "programmes",
            "Every programme that is published.",
            Stream.concat(
                            Stream.of(
                                    new Column<Programme>("id", WORD, "Names the programme", Programme::id),
                                    new Column<Programme>(
                                            "kind",
                                            WORD,
                                            "scholarship, exchange, joint-research or vocational-training",
                                            programme -> offer(programme).kind()),
                                    new Column<Programme>(
                                            "provider",
                                            WORD,
                                            "Names who offers it",
                                            programme -> programme.provider().id()),
                                    new Column<Programme>(
                                            "provider_name",
                                            TEXT,
                                            "Who offers it, as people know them",
                                            programme -> programme.provider().name()),
                                    new Column<Programme>(
                                            "destination",
                                            WORD,
                                            "ISO 3166-1 alpha-2 of the country to go to, or any",
                                            programme -> offer(programme).destination()),
                                    new Column<Programme>(
                                            "origins",
                                            WORDS,
                                            "ISO 3166-1 alpha-2 of the citizens it is for",
                                            programme -> offer(programme).origins()),
                                    new Column<Programme>(
                                            "levels",
                                            WORDS,
                                            "Levels of study",
                                            programme -> offer(programme).levels()),
                                    new Column<Programme>(
                                            "fields",
                                            WORDS,
                                            "ISCED-F 2013 codes of the fields of study",
                                            programme -> offer(programme).fields()),
                                    new Column<Programme>(
                                            "languages",
                                            WORDS,
                                            "ISO 639-1 of the languages of teaching",
                                            programme -> offer(programme).languages()),
                                    new Column<Programme>(
                                            "sectors",
                                            WORDS,
                                            "Priority sectors",
                                            programme -> offer(programme).sectors()),
                                    new Column<Programme>(
                                            "months",
                                            WHOLE_NUMBER,
                                            "How long it lasts; empty where it depends",
                                            programme -> offer(programme).months()),
                                    new Column<Programme>(
                                            "stipend_per_month",
                                            WORDS,
                                            "What is paid each month, several amounts where it depends on the level",
                                            programme -> pays(programme).stipendPerMonth()),
                                    new Column<Programme>(
                                            "currency",
                                            WORD,
                                            "ISO 4217 of the stipend",
                                            programme -> pays(programme).currency()),
                                    new Column<Programme>(
                                            "tuition",
                                            WORD,
                                            "What becomes of the tuition fee, such as waived",
                                            programme -> pays(programme).tuition()),
                                    new Column<Programme>(
                                            "airfare",
                                            WORD,
                                            "What becomes of the airfare, such as paid",
                                            programme -> pays(programme).airfare())),
                            Stream.concat(
                                    Language.locales().stream()
                                            .map(Locale::getLanguage)
                                            .map(language -> new Column<Programme>(
                                                    "title_" + language,
                                                    TEXT,
                                                    "Title in the language with that ISO 639-1 code; empty where there"
                                                            + " is none",
                                                    programme -> offer(programme)
                                                            .title()
                                                            .get(language))),
                                    Stream.of(new Column<Programme>(
                                            "archived",
                                            INSTANT,
                                            "When it was put away with all of its calls; empty where it was not",
                                            Programme::archived))))
                    .toList());

    static final Table<CallView> CALLS = new Table<>(
            "calls",
            "Every call that is published: one intake of a programme.",
            List.of(
                    new Column<>("id", WORD, "Names the call", CallView::id),
                    new Column<>("programme", WORD, "Its programme, by id", CallView::programmeId),
                    new Column<>("phase", WORD, "upcoming, open or closed, when the file was made", CallView::phase),
                    new Column<>("opens", INSTANT, "From when on one may apply", CallView::opens),
                    new Column<>("closes", INSTANT, "Until when one may apply", CallView::closes),
                    new Column<>("zone", WORD, "IANA time zone in which both are stated", CallView::zone),
                    new Column<>(
                            "intake",
                            WORD,
                            "open to everybody eligible, or nominated by an authority",
                            CallView::intake),
                    new Column<>("documents", WORDS, "Kinds of documents an application needs", CallView::documents),
                    new Column<>(
                            "references",
                            WHOLE_NUMBER,
                            "How many references an application needs",
                            CallView::references),
                    new Column<>("rank_at_most", WHOLE_NUMBER, "How many places may be ranked", CallView::rankAtMost),
                    new Column<>("seats", WHOLE_NUMBER, "Seats at all places together", OpenTables::seats),
                    new Column<>("hosts", WORDS, "Universities that receive students, by id", OpenTables::hosts),
                    new Column<>(
                            "applied",
                            WHOLE_NUMBER,
                            "How many people applied, rounded as in the table figures",
                            call -> call.counts().submitted()),
                    new Column<>(
                            "extensions",
                            WORDS,
                            "Later deadlines that were granted: each an instant with its offset, and behind a slash the"
                                    + " countries, with a plus between two, whose citizens it is for; all for everybody",
                            OpenTables::extensions),
                    new Column<>(
                            "archived",
                            INSTANT,
                            "When it was put away; empty where it was not, or takes applications again",
                            CallView::archived)));

    static final Table<Group> FIGURES = new Table<>(
            "figures",
            "How many people of each country applied to each call, were selected and went. Each number is rounded at"
                    + " random to a multiple of five, up or down, always in the same way for the same call and country:"
                    + " 0 may be up to 4 people, 5 may be 1 to 9. Sums over many lines are right on average, and off by"
                    + " up to 4 for each line. Gender is not asked for and so not known.",
            List.of(
                    new Column<>("year", WHOLE_NUMBER, "Year in which the call closes, by its own clock", Group::year),
                    new Column<>("call", WORD, "The call, by id", Group::callId),
                    new Column<>("programme", WORD, "Its programme, by id", Group::programmeId),
                    new Column<>("kind", WORD, "Kind of the programme", Group::kind),
                    new Column<>(
                            "provider",
                            WORD,
                            "Names who offers it",
                            group -> group.provider().id()),
                    new Column<>(
                            "provider_name",
                            TEXT,
                            "Who offers it, as people know them",
                            group -> group.provider().name()),
                    new Column<>(
                            "destination",
                            WORD,
                            "ISO 3166-1 alpha-2 of the country to go to, or any",
                            Group::destination),
                    new Column<>("sectors", WORDS, "Priority sectors of the programme", Group::sectors),
                    new Column<>(
                            "country",
                            WORD,
                            "Citizenship of the people, ISO 3166-1 alpha-2; ZZ where it is not known",
                            Group::country),
                    new Column<>(
                            "applied",
                            WHOLE_NUMBER,
                            "Handed in an application, and had not taken it back when the call closed",
                            group -> group.people().applied()),
                    new Column<>(
                            "selected",
                            WHOLE_NUMBER,
                            "Of these, were offered a place",
                            group -> group.people().selected()),
                    new Column<>(
                            "went",
                            WHOLE_NUMBER,
                            "Of these, accepted it",
                            group -> group.people().went())));

    static final List<Table<?>> ALL = List.of(PROGRAMMES, CALLS, FIGURES);

    private OpenTables() {}

    private static Offer offer(Programme programme) {
        return programme.offer();
    }

    private static Pays pays(Programme programme) {
        return Objects.requireNonNullElse(offer(programme).pays(), NOTHING);
    }

    private static Integer seats(CallView call) {
        return call.places().stream().mapToInt(PlaceView::seats).sum();
    }

    private static List<String> extensions(CallView call) {
        return call.extensions().stream().map(OpenTables::extension).toList();
    }

    private static String extension(ExtensionView granted) {
        String whose = granted.countries().isEmpty() ? "all" : String.join("+", granted.countries());
        return granted.closes() + "/" + whose;
    }

    private static List<String> hosts(CallView call) {
        return call.places().stream().map(place -> place.host().id()).distinct().toList();
    }
}
