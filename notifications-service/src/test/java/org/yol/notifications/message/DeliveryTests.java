package org.yol.notifications.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.yol.notifications.message.Delivery.State;

class DeliveryTests {

    private static final Instant NOW = Instant.parse("2026-12-14T05:12:44Z");
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Delivery PENDING = Delivery.startingAt(NOW);
    private static final Delivery TAKEN = PENDING.takenBy("one", NOW, LEASE);

    @Test
    void whoTakesItFirstHasIt() {
        assertThat(TAKEN.isHeldBy("one")).isTrue();
        assertThat(TAKEN.takenBy("two", NOW.plusSeconds(1), LEASE)).isEqualTo(TAKEN);
    }

    @Test
    void leaseOfSomebodyWhoDiedEnds() {
        Delivery again = TAKEN.takenBy("two", NOW.plus(LEASE), LEASE);

        assertThat(again.isHeldBy("two")).isTrue();
        assertThat(again.isHeldBy("one")).isFalse();
        assertThat(again.attempts()).isEqualTo(2);
    }

    @Test
    void settledMailIsNeverTakenAgain() {
        Instant later = NOW.plus(Duration.ofDays(365));

        assertThat(TAKEN.sent().takenBy("two", later, LEASE).state()).isEqualTo(State.SENT);
        assertThat(TAKEN.notWanted().takenBy("two", later, LEASE).state()).isEqualTo(State.NOT_WANTED);
        assertThat(TAKEN.failed().takenBy("two", later, LEASE).state()).isEqualTo(State.FAILED);
    }

    @Test
    void pauseDoublesUpToFiveMinutes() {
        assertThat(TAKEN.postponed(NOW).due()).isEqualTo(NOW.plusSeconds(1));
        assertThat(attempt(2).postponed(NOW).due()).isEqualTo(NOW.plusSeconds(2));
        assertThat(attempt(5).postponed(NOW).due()).isEqualTo(NOW.plusSeconds(16));
        assertThat(attempt(1_000).postponed(NOW).due()).isEqualTo(NOW.plusSeconds(300));
    }

    @Test
    void postponedMailIsNotDueBeforeItsPauseEnds() {
        Delivery postponed = TAKEN.postponed(NOW);

        assertThat(postponed.takenBy("two", NOW.plusMillis(999), LEASE)).isEqualTo(postponed);
        assertThat(postponed.takenBy("two", NOW.plusSeconds(1), LEASE).isHeldBy("two"))
                .isTrue();
    }

    @Test
    void mailWithoutAddressIsReleasedAndHasLostNoAttempt() {
        Delivery waiting = TAKEN.waitingForAddress(NOW);

        assertThat(waiting.takenBy("two", NOW.plusSeconds(60), LEASE)).isEqualTo(waiting);
        assertThat(waiting.released(NOW)).isEqualTo(PENDING);
        assertThat(TAKEN.sent().released(NOW)).isEqualTo(TAKEN.sent());
    }

    private static Delivery attempt(int number) {
        return new Delivery(State.SENDING, number, NOW.plus(LEASE), "one");
    }
}
