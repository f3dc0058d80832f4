package org.yol.programs.call;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yol.contracts.IntakeMode;
import org.yol.contracts.StudyLevel;
import org.yol.programs.call.Place.PlaceHost;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.ProgrammeFixtures;

/** Calls for tests to start from. Nothing here changes: every method answers another one. */
public record CallFixtures(String id, Terms terms) {

    public static final Instant OPENS = Instant.parse("2026-11-01T03:00:00Z");
    public static final Instant CLOSES = Instant.parse("2026-12-15T11:00:00Z");
    public static final Instant BETWEEN = Instant.parse("2026-11-20T00:00:00Z");

    /** The call of the golden event: nothing is missing. */
    public static CallFixtures complete() {
        return new CallFixtures(
                "mext-research-2027-kg",
                new Terms(
                        OPENS,
                        CLOSES,
                        "Asia/Bishkek",
                        IntakeMode.OPEN,
                        List.of("passport", "diploma"),
                        2,
                        2,
                        Map.of(),
                        List.of(
                                place("tsukuba-master", "University of Tsukuba", StudyLevel.MASTER, 4),
                                place("hiroshima-non-degree", "Hiroshima University", StudyLevel.NON_DEGREE, 2)),
                        List.of(new Criterion("academic-record", 40), new Criterion("research-plan", 60))));
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

    /** As it is stored before publication. */
    public Call draft() {
        Programme programme = ProgrammeFixtures.complete().draft();
        Call call = Call.draft(id, programme, terms);
        return new Call(id, 1, call.programmeId(), call.providerId(), call.status(), terms, null);
    }

    /** As it is stored after publication with its programme. */
    public Call published() {
        Call call =
                draft().publish(ProgrammeFixtures.complete().draft(), BETWEEN).state();
        return new Call(
                id, 2, call.programmeId(), call.providerId(), call.status(), call.terms(), call.programmeVersion());
    }

    public static Place place(String id, String host, StudyLevel level, Integer seats) {
        String hostId = "jp-" + host.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new Place(id, new PlaceHost(hostId, host), level, seats);
    }

    private CallFixtures with(
            Instant opens, Instant closes, int rankAtMost, List<Place> places, List<Criterion> rubric) {
        return new CallFixtures(
                id,
                new Terms(
                        opens,
                        closes,
                        terms.zone(),
                        terms.intake(),
                        terms.documents(),
                        terms.references(),
                        rankAtMost,
                        terms.caps(),
                        places,
                        rubric));
    }
}
