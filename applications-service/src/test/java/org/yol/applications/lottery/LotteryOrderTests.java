package org.yol.applications.lottery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.yol.applications.log.Statement;
import org.yol.contracts.LotteryEvent;
import org.yol.platform.digest.Sha256;

/** What breaks the order of the log: of a lottery with the operator and one authority. */
class LotteryOrderTests {

    private static final Instant NOW = Instant.parse("2026-12-01T09:02:00Z");
    private static final String OWN = "0f".repeat(32);
    private static final String KAZAKH = "1e".repeat(32);
    private static final Lottery BEGUN = new Lottery(
            "call-1",
            1,
            1,
            null,
            List.of(part("operator", OWN, null), part("KZ", KAZAKH, null)),
            null,
            null,
            null,
            null);
    private static final Lottery DRAWN = BEGUN.enter(new Lottery.Frozen(1, 0, Sha256.hex("a"), NOW))
            .state()
            .openOwn(OWN, NOW, NOW.plusSeconds(60))
            .state()
            .draw(NOW)
            .state();

    private static Lottery.Part part(String by, String secret, String opened) {
        return new Lottery.Part(by, LotterySeed.commitment(secret), NOW, opened, opened == null ? null : NOW);
    }

    @Test
    void allIsWellInTheOrderOfTheLogAndAPartThatStayedShutIsNoFault() {
        assertThat(order(DRAWN, 2, 0, 1, 3, 4).problems()).isEmpty();
    }

    @Test
    void whoIsBoundAfterTheFirstSubmissionIsFound() {
        assertThat(order(DRAWN, 1, 0, 2, 3, 4).problems()).containsExactly(LotteryOrder.COMMITMENT_AFTER_SUBMISSION);
    }

    @Test
    void whatTheLogDoesNotSayIsFound() {
        assertThat(new LotteryOrder(DRAWN, Map.of(), OptionalLong.empty()).problems())
                .containsExactly(
                        LotteryOrder.COMMITMENT_MISSING, LotteryOrder.ENTRANTS_MISSING, LotteryOrder.OPENING_MISSING);
    }

    @Test
    void whatWasOpenedAMomentAgoIsOnItsWayIntoTheLogAndLaterItIsMissing() {
        assertThat(order(DRAWN, 2, 0, 1, 3).problems()).containsExactly(LotteryOrder.OPENING_MISSING);
        assertThat(order(DRAWN, 2, 0, 1, 3).isBeingEntered(NOW.plusSeconds(59))).isTrue();
        assertThat(order(DRAWN, 2, 0, 1, 3).isBeingEntered(NOW.plusSeconds(60))).isFalse();
        assertThat(order(DRAWN, 1, 0, 2, 3).isBeingEntered(NOW))
                .as("where more is wrong")
                .isFalse();
        assertThat(order(DRAWN, 2, 0, 1, 3, 4).isBeingEntered(NOW))
                .as("where nothing is")
                .isFalse();
        assertThat(order(BEGUN, 2, 0, 1).isBeingEntered(NOW))
                .as("before it is drawn")
                .isFalse();
    }

    @Test
    void aPartThatWasOpenBeforeItStoodForWhomIsFound() {
        assertThat(order(DRAWN, 2, 0, 1, 4, 3).problems()).containsExactly(LotteryOrder.OPENING_BEFORE_ENTRANTS);
    }

    @Test
    void anotherPartAndAnotherSeedInTheStoreAreFound() {
        Lottery forged = new Lottery(
                "call-1",
                9,
                1,
                null,
                List.of(part("operator", OWN, KAZAKH), part("KZ", KAZAKH, null)),
                DRAWN.entrants(),
                DRAWN.openBy(),
                DRAWN.seed(),
                NOW);

        assertThat(order(forged, 2, 0, 1, 3, 4).problems())
                .containsExactly(LotteryOrder.WRONG_PART, LotteryOrder.WRONG_SEED);
    }

    @Test
    void oneThatIsNotDrawnSaysSoAndNothingElse() {
        assertThat(order(BEGUN, 2, 0, 1).problems()).containsExactly(LotteryOrder.NOT_DRAWN);
    }

    /** @param indexes numbers of the entries of what was told of it, in that order, the last of which may have none */
    private static LotteryOrder order(Lottery lottery, long firstSubmission, long... indexes) {
        Map<Statement, Long> entries = new HashMap<>();
        List<LotteryEvent> told = lottery.told();
        for (int place = 0; place < indexes.length; place++) {
            entries.put(Statement.of(told.get(place)), indexes[place]);
        }
        return new LotteryOrder(lottery, entries, OptionalLong.of(firstSubmission));
    }
}
