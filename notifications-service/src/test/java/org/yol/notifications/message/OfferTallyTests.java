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
    private static final OfferAnswers TWO = new OfferAnswers(1, 0, 1);

    @Test
    void aPlaceThatIsGivenUpForAnotherCountsAsDeclined() {
        ApplicationEvent event = (ApplicationEvent) GoldenEvents.event(EventType.PLACE_GIVEN_UP);

        assertThat(OfferAnswers.Kind.of(event)).contains(OfferAnswers.Kind.DECLINED);
    }

    @Test
    void firstAnswerSaysWhenAllAreTold() {
        var first = OfferTally.none("call-1").heard(NOW);

        assertThat(first.due()).containsExactly(new Schedule(OfferTally.TOGETHER, NOW));
        assertThat(first.state().heard(LATER).due()).isEmpty();
    }

    @Test
    void whatIsBeingToldStaysTheSameHoweverOftenItIsTold() {
        OfferTally telling = heardOnce().tell(ACCEPTED, 1).state();
        OfferTally meanwhile = telling.heard(LATER).state();

        assertThat(meanwhile.tell(TWO, 2).state()).isEqualTo(meanwhile);
        assertThat(meanwhile.telling()).isEqualTo(ACCEPTED);
        assertThat(meanwhile.round()).isEqualTo(1);
        var told = meanwhile.told(LATER);
        assertThat(told.due()).containsExactly(new Schedule(OfferTally.TOGETHER, LATER));
        OfferTally next = told.state().tell(TWO, 2).state();
        assertThat(next.telling()).isEqualTo(new OfferAnswers(0, 0, 1));
        assertThat(next.round()).isEqualTo(2);
    }

    @Test
    void nothingIsLeftToTellWhenNothingCame() {
        OfferTally telling = heardOnce().tell(ACCEPTED, 1).state();

        assertThat(telling.told(LATER).due()).containsExactly(new Schedule(OfferTally.TOGETHER, null));
    }

    @Test
    void whatComesAgainAMonthLaterIsNoNews() {
        OfferTally told = heardOnce().tell(ACCEPTED, 1).state().told(LATER).state();
        OfferTally again = told.heard(LATER).state().tell(ACCEPTED, 2).state();

        assertThat(again.telling()).isEqualTo(OfferAnswers.NONE);
        assertThat(again.told(LATER).due()).containsExactly(new Schedule(OfferTally.TOGETHER, null));
    }

    /** It was kept, maybe, after the others were counted. */
    @Test
    void whatComesWhileTheOthersAreCountedIsLookedForOnceMore() {
        OfferTally before = heardOnce();
        OfferTally meanwhile = before.heard(NOW).state();
        OfferTally telling = meanwhile.tell(ACCEPTED, before.heard()).state();

        var told = telling.told(LATER);

        assertThat(told.due()).containsExactly(new Schedule(OfferTally.TOGETHER, LATER));
        assertThat(told.state().tell(TWO, 2).state().telling()).isEqualTo(new OfferAnswers(0, 0, 1));
    }

    @Test
    void whatAnEarlierReleaseHadGatheredIsToldWithTheRest() {
        OfferTally gathered = new OfferTally("call-1", 3, TWO, null, 4, 0, 0, null);

        assertThat(gathered.heard(LATER).due()).as("it had scheduled it").isEmpty();
        assertThat(gathered.heard(LATER).state().tell(ACCEPTED, 1).state().telling())
                .isEqualTo(new OfferAnswers(2, 0, 1));
    }

    private static OfferTally heardOnce() {
        return OfferTally.none("call-1").heard(NOW).state();
    }
}
