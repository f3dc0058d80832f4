package org.yol.applications.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yol.applications.panel.Progress.Counted;
import org.yol.applications.panel.Progress.Line;
import org.yol.applications.review.ReviewState;

class ProgressTests {

    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");

    @Test
    void showsEachReviewerBesideTheOthersOfTheSameApplications() {
        Progress progress = Progress.of(
                List.of(
                        done("kz-1", "anna", "80.00"),
                        done("kz-1", "ben", "60.00"),
                        done("kz-2", "anna", "90.00"),
                        review("kz-3", "anna", ReviewState.BEGUN, null),
                        review("kz-3", "ben", ReviewState.ASSIGNED, null)),
                NOW);

        assertThat(progress.lines())
                .containsExactly(
                        new Line(
                                "tsukuba",
                                "anna",
                                0,
                                1,
                                2,
                                number("85.00"),
                                number("5.00"),
                                1,
                                number("80.00"),
                                number("60.00")),
                        new Line(
                                "tsukuba",
                                "ben",
                                1,
                                0,
                                1,
                                number("60.00"),
                                number("0.00"),
                                1,
                                number("60.00"),
                                number("80.00")));
    }

    @Test
    void saysNothingOfWhoHasScoredNothing() {
        assertThat(Progress.of(List.of(review("kz-1", "anna", ReviewState.ASSIGNED, null)), NOW)
                        .lines())
                .containsExactly(new Line("tsukuba", "anna", 1, 0, 0, null, null, 0, null, null));
    }

    private static BigDecimal number(String value) {
        return new BigDecimal(value);
    }

    private static Counted done(String application, String reviewer, String score) {
        return review(application, reviewer, ReviewState.DONE, number(score));
    }

    private static Counted review(String application, String reviewer, ReviewState state, BigDecimal score) {
        return new Counted(application + reviewer, application, "tsukuba", reviewer, state, score);
    }
}
