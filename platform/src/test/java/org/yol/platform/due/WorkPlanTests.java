package org.yol.platform.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkPlanTests {

    private static final WorkPlan PLAN = WorkPlan.of("step");

    @Test
    void pauseDoublesWithEveryFailureUpToTheLongest() {
        assertThat(PLAN.pauseAfter(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(PLAN.pauseAfter(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(PLAN.pauseAfter(9)).isEqualTo(Duration.ofSeconds(256));
        assertThat(PLAN.pauseAfter(10)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void pauseStaysTheLongestHoweverManyFailuresThereAre() {
        assertThat(PLAN.pauseAfter(64)).isEqualTo(Duration.ofMinutes(5));
        assertThat(PLAN.pauseAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void firstPauseIsNeverLongerThanTheLongest() {
        WorkPlan impatient =
                new WorkPlan("step", PLAN.lease(), 1, Duration.ofHours(1), Duration.ofMinutes(1), 3, PLAN.sweepEvery());

        assertThat(impatient.pauseAfter(1)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void nothingThatFailedOrIsAtWorkIsOutOfSight() {
        assertThat(PLAN.inSight()).isEqualTo(PLAN.longestPause());
        assertThat(new WorkPlan(
                                "step",
                                Duration.ofHours(1),
                                1,
                                PLAN.firstPause(),
                                PLAN.longestPause(),
                                3,
                                PLAN.sweepEvery())
                        .inSight())
                .isEqualTo(Duration.ofHours(1));
    }
}
