package org.yol.applications.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
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
    void givesSeatsToSeveralInTheirOrderAsFarAsThereAreSome() {
        SequencedMap<String, Long> wanted = new LinkedHashMap<>();
        List.of("kz-3", "kz-1", "kz-2").forEach(application -> wanted.put(application, 1L));

        Seats two = EMPTY.takeAll(wanted, 2);

        assertThat(two.held()).containsExactly("kz-3", "kz-1");
        assertThat(two.takeAll(wanted, 2)).isEqualTo(two);
        assertThat(EMPTY.release("kz-3", 5).state().takeAll(wanted, 2).held())
                .as("given back by a later word")
                .containsExactly("kz-1", "kz-2");
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
