package org.yol.programs.call;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yol.contracts.EligibilityRule;
import org.yol.contracts.Extension;
import org.yol.contracts.IntakeMode;
import org.yol.contracts.StudyLevel;
import org.yol.programs.call.Particulars.DocumentNote;
import org.yol.programs.call.Place.PlaceHost;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.ProgrammeFixtures;
import org.yol.programs.programme.PublicationStatus;

/** Calls for tests to start from. Nothing here changes: every method answers another one. */
public record CallFixtures(String id, Terms terms) {

    public static final Instant OPENS = Instant.parse("2026-11-01T03:00:00Z");
    public static final Instant CLOSES = Instant.parse("2026-12-15T11:00:00Z");
    public static final Instant BETWEEN = Instant.parse("2026-11-20T00:00:00Z");

    private static final Programme PROGRAMME = ProgrammeFixtures.complete().published();

    /** The call of the golden event: nothing is missing. */
    public static CallFixtures complete() {
        return new CallFixtures(
                "mext-research-2027-kg",
                new Terms(
                        OPENS,
                        CLOSES,
                        "Asia/Bishkek",
                        5,
                        List.of(),
                        IntakeMode.OPEN,
                        List.of("passport", "diploma"),
                        2,
                        2,
                        List.of(),
                        Map.of(),
                        List.of(
                                place("tsukuba-master", "University of Tsukuba", StudyLevel.MASTER, 4),
                                place("hiroshima-non-degree", "Hiroshima University", StudyLevel.NON_DEGREE, 2)),
                        List.of(new Criterion("academic-record", 40), new Criterion("research-plan", 60)),
                        Particulars.none()));
    }

    public CallFixtures called(String otherId) {
        return new CallFixtures(otherId, terms);
    }

    public CallFixtures open(Instant opens, Instant closes) {
        return with(opens, closes, terms.rankAtMost(), terms.places(), terms.rubric());
    }

    CallFixtures rankingAtMost(int places) {
        return with(terms.opens(), terms.closes(), places, terms.places(), terms.rubric());
    }

    public CallFixtures at(List<Place> places) {
        return with(terms.opens(), terms.closes(), terms.rankAtMost(), places, terms.rubric());
    }

    CallFixtures scoredBy(List<Criterion> rubric) {
        return with(terms.opens(), terms.closes(), terms.rankAtMost(), terms.places(), rubric);
    }

    CallFixtures forThoseWith(EligibilityRule... rules) {
        return new CallFixtures(
                id,
                new Terms(
                        terms.opens(),
                        terms.closes(),
                        terms.zone(),
                        terms.graceMinutes(),
                        terms.extensions(),
                        terms.intake(),
                        terms.documents(),
                        terms.references(),
                        terms.rankAtMost(),
                        List.of(rules),
                        terms.caps(),
                        terms.places(),
                        terms.rubric(),
                        terms.particulars()));
    }

    /** As it is stored before publication. */
    public Call draft() {
        Programme programme = ProgrammeFixtures.complete().draft();
        Call call = Call.draft(id, programme, terms);
        return stored(call, 1);
    }

    /** As it is stored after publication with its programme. */
    public Call published() {
        Call call =
                draft().publish(ProgrammeFixtures.complete().draft(), BETWEEN).state();
        return stored(call, 2);
    }

    /** As it is stored after publication, whenever that was: its times may be over, and places missing. */
    public Call publishedOnce() {
        Call call = draft();
        return new Call(
                call.id(),
                2,
                call.programmeId(),
                call.providerId(),
                PublicationStatus.PUBLISHED,
                call.terms(),
                List.of(),
                1L,
                null);
    }

    /** As it is stored after a later deadline was granted to citizens of a country. */
    public Call extended(String country, Instant closes) {
        Extension granted = new Extension(List.of(country), closes, "Internet access was interrupted", BETWEEN);
        return stored(published().extend(granted, PROGRAMME, "sato").state(), 3);
    }

    private static Call stored(Call call, long version) {
        return new Call(
                call.id(),
                version,
                call.programmeId(),
                call.providerId(),
                call.status(),
                call.terms(),
                call.amendments(),
                call.programmeVersion(),
                call.archived());
    }

    public static Place place(String id, String host, StudyLevel level, Integer seats) {
        String hostId = "jp-" + host.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new Place(id, new PlaceHost(hostId, host, Map.of("en", host)), level, seats, null, Map.of());
    }

    CallFixtures capped(Map<String, Integer> caps) {
        return with(
                terms.opens(),
                terms.closes(),
                terms.rankAtMost(),
                terms.places(),
                terms.rubric(),
                caps,
                terms.particulars());
    }

    /** With nothing but when decisions are expected, and until when offers are to be answered. */
    static Particulars following(Instant answerBy, LocalDate resultsOn) {
        return new Particulars(
                null, null, null, null, null, null, null, null, answerBy, resultsOn, null, null, null, null, null);
    }

    /** With nothing but what to mind of a document. */
    static Particulars noting(String document) {
        DocumentNote note = new DocumentNote(
                document, Map.of("en", "The page with the photograph"), "https://www.example.org/form.pdf");
        return new Particulars(
                null, null, null, null, null, null, null, null, null, null, List.of(note), null, null, null, null);
    }

    /** With nothing but how many may be nominated. */
    static Particulars nominating(Map<String, Integer> atMost) {
        return new Particulars(
                null, null, null, null, null, null, null, null, null, null, null, null, atMost, null, null);
    }

    /** With nothing but how applications are reviewed, and what is excluded. */
    static Particulars promising(Particulars.Reviewing reviewing, Particulars.Excludes excludes) {
        return new Particulars(
                null, null, null, null, null, null, null, null, null, null, null, null, null, reviewing, excludes);
    }

    CallFixtures stating(Particulars particulars) {
        return with(
                terms.opens(),
                terms.closes(),
                terms.rankAtMost(),
                terms.places(),
                terms.rubric(),
                terms.caps(),
                particulars);
    }

    private CallFixtures with(
            Instant opens, Instant closes, int rankAtMost, List<Place> places, List<Criterion> rubric) {
        return with(opens, closes, rankAtMost, places, rubric, terms.caps(), terms.particulars());
    }

    private CallFixtures with(
            Instant opens,
            Instant closes,
            int rankAtMost,
            List<Place> places,
            List<Criterion> rubric,
            Map<String, Integer> caps,
            Particulars particulars) {
        return new CallFixtures(
                id,
                new Terms(
                        opens,
                        closes,
                        terms.zone(),
                        terms.graceMinutes(),
                        terms.extensions(),
                        terms.intake(),
                        terms.documents(),
                        terms.references(),
                        rankAtMost,
                        terms.eligibility(),
                        caps,
                        places,
                        rubric,
                        particulars));
    }
}
