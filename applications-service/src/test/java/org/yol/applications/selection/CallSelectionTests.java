package org.yol.applications.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.yol.applications.selection.CallSelection.Follower;
import org.yol.platform.problem.Refused;

class CallSelectionTests {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void whoeverPublishesSecondMeetsTheFirst() {
        CallSelection decided = CallSelection.none("call").decidedBy("run-1").state();

        assertThat(decided.decidedBy("run-1").state().run()).isEqualTo("run-1");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> decided.decidedBy("run-2"))
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(CallSelection.ANOTHER));
        assertThat(decided.givenUp("run-2").state().run())
                .as("only that run can be given up")
                .isEqualTo("run-1");
        assertThat(decided.givenUp("run-1").state().run()).isNull();
    }

    @Test
    void seatThatIsMeantForSomebodyAgainIsNotedOnce() {
        CallSelection selection = CallSelection.none("call")
                .with(new Follower("a", "tsukuba", "rural", NOW))
                .with(new Follower("b", "tsukuba", "open", NOW))
                .with(new Follower("a", "hiroshima", "open", NOW))
                .with(new Follower("a", "tsukuba", "open", NOW.plusSeconds(1)));

        assertThat(selection.followers())
                .extracting(Follower::number, Follower::place, Follower::seat)
                .containsExactly(
                        tuple("b", "tsukuba", "open"), tuple("a", "hiroshima", "open"), tuple("a", "tsukuba", "open"));
    }
}
