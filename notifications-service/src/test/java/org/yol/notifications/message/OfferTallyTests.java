package org.yol.notifications.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.EventType;
import org.yol.contracts.GoldenEvents;
import org.yol.platform.due.Schedule;

class OfferTallyTests {

    private static final Instant NOW = Instant.parse("2027-02-10T09:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofMinutes(10));
    private static final OfferAnswers ACCEPTED = new OfferAnswers(1, 0, 0);
    private static final OfferAnswers EXPIRED = new OfferAnswers(0, 0, 1);

    @Test
    void aPlaceThatIsGivenUpForAnotherCountsAsDeclined() {
        ApplicationEvent event = (ApplicationEvent) GoldenEvents.event(EventType.PLACE_GIVEN_UP);

        assertThat(OfferAnswers.of(event)).contains(new OfferAnswers(0, 1, 0));
    }

    @Test
    void firstAnswerSaysWhenAllAreTold() {
        var first = OfferTally.none("call-1").heard(ACCEPTED, NOW);

        assertThat(first.due()).containsExactly(new Schedule(OfferTally.TOGETHER, NOW));
        assertThat(first.state().heard(EXPIRED, LATER).due()).isEmpty();
        assertThat(first.state().heard(EXPIRED, LATER).state().gathered()).isEqualTo(new OfferAnswers(1, 0, 1));
    }

    @Test
    void whatIsBeingToldStaysTheSameHoweverOftenItIsTold() {
        OfferTally telling =
                OfferTally.none("call-1").heard(ACCEPTED, NOW).state().tell().state();
        OfferTally meanwhile = telling.heard(EXPIRED, LATER).state();

        assertThat(meanwhile.tell().state()).isEqualTo(meanwhile);
        assertThat(meanwhile.telling()).isEqualTo(ACCEPTED);
        assertThat(meanwhile.round()).isEqualTo(1);
        var told = meanwhile.told(LATER);
        assertThat(told.due()).containsExactly(new Schedule(OfferTally.TOGETHER, LATER));
        assertThat(told.state().tell().state().telling()).isEqualTo(EXPIRED);
        assertThat(told.state().tell().state().round()).isEqualTo(2);
    }

    @Test
    void nothingIsLeftToTellWhenNothingCame() {
        OfferTally telling =
                OfferTally.none("call-1").heard(ACCEPTED, NOW).state().tell().state();

        assertThat(telling.told(LATER).due()).containsExactly(new Schedule(OfferTally.TOGETHER, null));
    }
}
