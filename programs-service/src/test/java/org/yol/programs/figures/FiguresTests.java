package org.yol.programs.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.programs.figures.FigureFixtures.NOW;
import static org.yol.programs.figures.FigureFixtures.call;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yol.contracts.ProgrammeKind;
import org.yol.programs.counts.PublicCount;
import org.yol.programs.counts.Tally;

class FiguresTests {

    private static final FigureFilter ALL = new FigureFilter(null, null, null, null, null);

    private static final CallFacts SCHOLARSHIP =
            call("a", ProgrammeKind.SCHOLARSHIP, 2025, List.of("energy", "health"), List.of("KZ", "KG"));
    private static final CallFacts EXCHANGE =
            call("b", ProgrammeKind.EXCHANGE, 2026, List.of("energy"), List.of("KZ", "UZ"));
    private static final CallFacts UNSAID = call("c", ProgrammeKind.EXCHANGE, 2026, List.of(), List.of("TJ"));

    private final Figures figures = Figures.of(
            NOW,
            List.of(UNSAID, EXCHANGE, SCHOLARSHIP),
            List.of(
                    new PublicCount("a", Map.of("KZ", people(40, 10, 5), "KG", people(15, 5, 5)), Map.of()),
                    new PublicCount("b", Map.of("KZ", people(20, 5, 0), "ZZ", people(5, 0, 0)), Map.of()),
                    new PublicCount("not published", Map.of("KZ", people(100, 100, 100)), Map.of())));

    @Test
    void peopleOfPublishedCallsAreAddedUp() {
        FiguresView view = FiguresView.of(figures, ALL, NOW);

        assertThat(view.total()).isEqualTo(new People(80, 20, 10));
        assertThat(view.calls()).isEqualTo(3);
        assertThat(view.countries())
                .containsExactly(
                        new Row("KZ", new People(60, 15, 5)),
                        new Row("KG", new People(15, 5, 5)),
                        new Row("ZZ", new People(5, 0, 0)),
                        new Row("TJ", People.NOBODY),
                        new Row("UZ", People.NOBODY));
        assertThat(view.years())
                .containsExactly(new Row("2025", new People(55, 15, 10)), new Row("2026", new People(25, 5, 0)));
        assertThat(view.kinds())
                .containsExactly(
                        new Row("scholarship", new People(55, 15, 10)), new Row("exchange", new People(25, 5, 0)));
    }

    @Test
    void aProgrammeCountsForEachOfItsSectorsAndOneWithoutAnyForNone() {
        assertThat(FiguresView.of(figures, ALL, NOW).sectors())
                .containsExactly(
                        new Row("energy", new People(80, 20, 10)),
                        new Row("health", new People(55, 15, 10)),
                        new Row("none", People.NOBODY));
    }

    @Test
    void figuresAreNarrowedByAllThatIsAskedFor() {
        FiguresView view = FiguresView.of(
                figures, new FigureFilter(ProgrammeKind.EXCHANGE, "KZ", 2026, "provider-exchange", "energy"), NOW);

        assertThat(view.total()).isEqualTo(new People(20, 5, 0));
        assertThat(view.calls()).isEqualTo(1);
        assertThat(view.choices()).isEqualTo(FiguresView.of(figures, ALL, NOW).choices());
        assertThat(FiguresView.of(figures, new FigureFilter(null, null, 1999, "", ""), NOW)
                        .countries())
                .isEmpty();
    }

    @Test
    void theYearIsThatOfTheCloseByTheCallsOwnClock() {
        CallFacts newYear =
                call("d", ProgrammeKind.SCHOLARSHIP, Instant.parse("2026-12-31T15:30:00Z"), List.of(), List.of("KZ"));

        assertThat(newYear.year()).isEqualTo(2027);
    }

    @Test
    void callsThatTakeApplicationsAreOpen() {
        CallFacts open = call("e", ProgrammeKind.SCHOLARSHIP, NOW, List.of(), List.of("KZ"));
        Figures live = Figures.of(NOW, List.of(SCHOLARSHIP, open), List.of());

        assertThat(FiguresView.of(live, ALL, NOW).open()).isEqualTo(1);
        assertThat(FiguresView.of(live, ALL, NOW.plusSeconds(60)).open()).isZero();
        assertThat(FiguresView.of(live, new FigureFilter(null, null, 2025, null, null), NOW)
                        .open())
                .isZero();
    }

    @Test
    void theTagChangesWithTheNumbersAndNotWithTheTime() {
        String tag = FiguresView.of(figures, ALL, NOW).tag();
        Figures later = Figures.of(NOW.plusSeconds(60), List.of(UNSAID, EXCHANGE, SCHOLARSHIP), List.of());

        assertThat(FiguresView.of(Figures.of(NOW.plusSeconds(60), figures.calls(), counts()), ALL, NOW)
                        .tag())
                .isEqualTo(tag);
        assertThat(FiguresView.of(later, ALL, NOW).tag()).isNotEqualTo(tag);
    }

    private static List<PublicCount> counts() {
        return List.of(
                new PublicCount("a", Map.of("KZ", people(40, 10, 5), "KG", people(15, 5, 5)), Map.of()),
                new PublicCount("b", Map.of("KZ", people(20, 5, 0), "ZZ", people(5, 0, 0)), Map.of()));
    }

    private static Tally people(int applied, int selected, int went) {
        return new Tally(applied, applied, selected, went);
    }
}
