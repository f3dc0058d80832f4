package org.yol.applications.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yol.applications.panel.Conflicts.Judge;
import org.yol.applications.panel.Conflicts.Judged;
import org.yol.applications.panel.Conflicts.Kind;

class ConflictsTests {

    private static final List<String> TSUKUBA = List.of("University of Tsukuba", "筑波大学");

    @ParameterizedTest
    @CsvSource({
        "tsukuba.ac.jp, tsukuba.ac.jp, REFEREE",
        "cs.tsukuba.ac.jp, tsukuba.ac.jp, REFEREE",
        "tsukuba.ac.jp, cs.tsukuba.ac.jp, REFEREE",
        "not-tsukuba.ac.jp, tsukuba.ac.jp, NONE",
        "gmail.com, gmail.com, NONE",
        "mail.ru, mail.ru, NONE",
        "kaznu.kz, tsukuba.ac.jp, NONE"
    })
    void colleagueOfARefereeHasAConflict(String referee, String reviewer, Kind expected) {
        Judge judge = Judge.of("Tanaka Ken", TSUKUBA, "jp-university-of-tsukuba", reviewer);

        assertThat(Conflicts.between(judge, Judged.of(List.of("Bekova"), List.of("KazNU"), null, Set.of(referee))))
                .isEqualTo(expected);
    }

    @Test
    void nobodyIsSuspectedOfAnAddressThatIsNotKnown() {
        Judge judge = Judge.of("Tanaka Ken", TSUKUBA, "jp-university-of-tsukuba", null);

        assertThat(Conflicts.between(judge, Judged.of(List.of("Bekova"), List.of(), null, Set.of("tsukuba.ac.jp"))))
                .isEqualTo(Kind.NONE);
    }

    @Test
    void namesakeFromTheSameUniversityIsForAPersonToJudge() {
        assertThat(between("Rustam BEKOV", List.of("Bekov"), "university of tsukuba", null))
                .isEqualTo(Kind.FLAGGED);
        assertThat(between("田中 健", List.of("Tanaka", "田中"), "筑波大学", null)).isEqualTo(Kind.FLAGGED);
        assertThat(between("Ken Tanaka", List.of("TANAKA"), null, "jp-university-of-tsukuba"))
                .isEqualTo(Kind.FLAGGED);
    }

    @Test
    void eitherOfBothAloneIsNothing() {
        assertThat(between("Ken Tanaka", List.of("Tanaka"), "KazNU", null)).isEqualTo(Kind.NONE);
        assertThat(between("Ken Tanaka", List.of("Bekova"), "University of Tsukuba", null))
                .isEqualTo(Kind.NONE);
        assertThat(between("Ken Tanaka", List.of("", " "), "University of Tsukuba", null))
                .isEqualTo(Kind.NONE);
    }

    private static Kind between(String name, List<String> families, String institution, String home) {
        return Conflicts.between(
                Judge.of(name, TSUKUBA, "jp-university-of-tsukuba", "tsukuba.ac.jp"),
                Judged.of(families, institution == null ? List.of() : List.of(institution), home, Set.of()));
    }
}
