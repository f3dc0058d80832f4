package org.yol.applications.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.yol.platform.problem.Refused;

class SeatsTests {

    private static final Seats EMPTY = Seats.none("call-1", "place-1");

    @Test
    void givesTheLastSeatOnce() {
        Seats one = EMPTY.take("kz-1", 1, 1).state();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> one.take("kz-2", 1, 1))
                .extracting(Refused::problem)
                .isEqualTo(Seats.NO_SEATS_LEFT);
        assertThat(one.take("kz-2", 1, 2).state().holders()).hasSize(2);
    }

    @Test
    void takingTwiceIsTakingOnce() {
        Seats one = EMPTY.take("kz-1", 1, 1).state();

        assertThat(one.take("kz-1", 1, 1).state()).isEqualTo(one);
        assertThat(one.take("kz-1", 4, 1).state().holders()).hasSize(1);
    }

    @Test
    void aSeatThatIsGivenBackIsFree() {
        Seats free = EMPTY.take("kz-1", 1, 1).state().release("kz-1", 2).state();

        assertThat(free.take("kz-2", 1, 1).state().holders())
                .filteredOn(Seats.Holder::held)
                .singleElement()
                .extracting(Seats.Holder::applicationId)
                .isEqualTo("kz-2");
    }

    @Test
    void whatComesLateFromAnOlderDecisionChangesNothing() {
        Seats released = EMPTY.release("kz-1", 5).state();
        assertThat(released.take("kz-1", 3, 1).state()).isEqualTo(released);

        Seats taken = EMPTY.take("kz-1", 7, 1).state();
        assertThat(taken.release("kz-1", 6).state()).isEqualTo(taken);
    }
}
