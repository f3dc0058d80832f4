package org.yol.applications.lottery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.yol.applications.call.CallFixtures.CLOSES;
import static org.yol.applications.call.CallFixtures.OPENS;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallFixtures;
import org.yol.contracts.EventType;
import org.yol.contracts.GoldenEvents;
import org.yol.contracts.LotteryEvent.Committed;
import org.yol.contracts.LotteryEvent.Entered;
import org.yol.contracts.LotteryEvent.Opened;
import org.yol.platform.digest.Sha256;
import org.yol.platform.document.Change;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** Of a call for Kazakhstan and Kyrgyzstan that leads to Japan. */
class LotteryTests {

    private static final Call CALL = CallFixtures.open();
    private static final Instant BEFORE = OPENS.minus(Duration.ofDays(9));
    private static final Instant CLOSED = CLOSES.plus(Duration.ofMinutes(2));
    private static final Instant OPEN_BY = CLOSED.plus(Duration.ofDays(7));
    private static final String OWN = "0f".repeat(32);
    private static final String KAZAKH = "1e".repeat(32);
    private static final String JAPANESE = "2d".repeat(32);
    private static final Lottery.Frozen NOBODY = new Lottery.Frozen(0, 0, Sha256.hex(""), CLOSED);

    private static final Lottery BEGUN =
            Lottery.begun("call-1", LotterySeed.commitment(OWN), BEFORE).state();
    private static final Lottery BOUND = contributed(contributed(BEGUN, "KZ", KAZAKH), "JP", JAPANESE);
    private static final Lottery OPEN =
            BOUND.enter(NOBODY).state().openOwn(OWN, CLOSED, OPEN_BY).state();

    private static Lottery contributed(Lottery lottery, String country, String part) {
        return lottery.contribute(country, LotterySeed.commitment(part), CALL, BEFORE)
                .state();
    }

    @Test
    void theOperatorIsBoundFirst() {
        Change<Lottery> begun = Lottery.begun("call-1", LotterySeed.commitment(OWN), BEFORE);

        assertThat(begun.events())
                .containsExactly(new Committed("call-1", "operator", LotterySeed.commitment(OWN), BEFORE));
        assertThat(begun.state().toString()).doesNotContain(OWN);
    }

    @Test
    void secretsAreOfThirtyTwoBytesAndDiffer() {
        assertThat(HexFormat.of().parseHex(LotterySeed.of("call-1").secret())).hasSize(32);
        assertThat(LotterySeed.of("call-1")).isNotEqualTo(LotterySeed.of("call-1"));
    }

    @Test
    void closesAMinuteAfterTheLastDeadlineAndIsPlannedAnewWhenThatIsMoved() {
        Instant later = CLOSES.plus(Duration.ofDays(2));

        assertThat(BEGUN.planned(CALL).due().getFirst().at()).isEqualTo(CLOSED);
        Lottery planned = BEGUN.planned(CALL).state();
        assertThat(planned.planned(CALL).due()).isEmpty();
        assertThat(planned.planned(CallFixtures.extendedFor("KZ", later))
                        .due()
                        .getFirst()
                        .at())
                .isEqualTo(later.plus(Duration.ofMinutes(2)));
        assertThat(OPEN.planned(CallFixtures.extendedFor("KZ", later)).due()).isEmpty();
    }

    @Test
    void anAuthorityIsBoundOnceUntilAMinuteBeforeTheCallOpens() {
        Instant last = OPENS.minus(Duration.ofMinutes(1)).minusMillis(1);
        String commitment = LotterySeed.commitment(KAZAKH);

        Change<Lottery> bound = BEGUN.contribute("KZ", commitment, CALL, last);

        assertThat(bound.events()).containsExactly(new Committed("call-1", "KZ", commitment, last));
        Change<Lottery> again = bound.state().contribute("KZ", commitment, CALL, CLOSES);
        assertThat(again.events()).isEmpty();
        assertThat(again.state()).isEqualTo(bound.state());
        assertRefused(Lottery.MADE, () -> bound.state().contribute("KZ", "ab".repeat(32), CALL, last));
        assertRefused(Lottery.LATE, () -> BEGUN.contribute("KZ", commitment, CALL, last.plusMillis(1)));
    }

    @Test
    void nobodyIsBoundOnceASubmissionHasBeenHeardOfWhateverTheClockSays() {
        Lottery sealed = BEGUN.sealed(BEFORE).state();

        assertRefused(Lottery.LATE, () -> contributed(sealed, "KZ", KAZAKH));
        assertThat(sealed.sealed(CLOSES).state()).isEqualTo(sealed);
    }

    @Test
    void whoTakesPartStandsForGood() {
        Change<Lottery> entered = BOUND.enter(NOBODY);

        assertThat(entered.events()).containsExactly(new Entered("call-1", 0, Sha256.hex(""), CLOSED));
        Lottery.Frozen others = new Lottery.Frozen(1, 0, "ab".repeat(32), OPEN_BY);
        assertThat(entered.state().enter(others).state()).isEqualTo(entered.state());
        assertThat(entered.state().enter(others).events()).isEmpty();
    }

    @Test
    void nothingIsOpenedBeforeTheOperatorsPartIs() {
        assertRefused(Lottery.OPENING_EARLY, () -> BOUND.open("KZ", KAZAKH, CALL, CLOSED));
        assertRefused(Lottery.OPENING_EARLY, () -> BOUND.enter(NOBODY).state().open("KZ", KAZAKH, CALL, CLOSED));
    }

    @Test
    void thePartMustBeTheOneThatWasBound() {
        Refused refused = catchThrowableOfType(Refused.class, () -> OPEN.open("KZ", JAPANESE, CALL, CLOSED));

        assertThat(refused.problem()).isEqualTo(Problem.FIELD_ERRORS);
        assertThat(refused.errors().getFirst().pointer()).isEqualTo("/part");
        assertRefused(Lottery.NONE, () -> OPEN.open("KG", KAZAKH, CALL, CLOSED));
        assertThat(catchThrowableOfType(
                        IllegalStateException.class,
                        () -> BOUND.enter(NOBODY).state().openOwn(KAZAKH, CLOSED, OPEN_BY)))
                .hasMessageContaining("call-1");
    }

    @Test
    void isDrawnWhenAllPartsAreOpenInTheOrderOfCountriesWhicheverCameFirst() {
        Change<Lottery> first = OPEN.open("KZ", KAZAKH, CALL, CLOSED);
        assertThat(first.events()).containsExactly(new Opened("call-1", "KZ", KAZAKH, CLOSED));
        assertThat(first.state().isDrawn()).isFalse();
        assertThat(first.state().open("KZ", KAZAKH, CALL, CLOSED).events()).isEmpty();

        Lottery drawn = first.state().open("JP", JAPANESE, CALL, CLOSED).state();

        assertThat(drawn.seed()).isEqualTo(seed(OWN + JAPANESE + KAZAKH));
        assertThat(drawn.drawnAt()).isEqualTo(CLOSED);
        assertThat(drawn.open("JP", JAPANESE, CALL, OPEN_BY).state()).isEqualTo(drawn);
    }

    @Test
    void whoDoesNotOpenInTimeIsLeftOut() {
        Lottery half = OPEN.open("KZ", KAZAKH, CALL, OPEN_BY.minusMillis(1)).state();
        assertRefused(Lottery.OPENING_LATE, () -> half.open("JP", JAPANESE, CALL, OPEN_BY));

        Lottery drawn = half.draw(OPEN_BY).state();

        assertThat(drawn.seed()).isEqualTo(seed(OWN + KAZAKH));
        assertRefused(Lottery.OPENING_LATE, () -> drawn.open("JP", JAPANESE, CALL, CLOSED));
        assertThat(drawn.draw(OPEN_BY.plusSeconds(1)).state()).isEqualTo(drawn);
    }

    @Test
    void isDrawnAtOnceWhereNobodyElseTakesPart() {
        Change<Lottery> drawn = BEGUN.enter(NOBODY).state().openOwn(OWN, CLOSED, OPEN_BY);

        assertThat(drawn.state().seed())
                .isEqualTo(seed(OWN))
                // Which everybody has known from the first.
                .isNotEqualTo(LotterySeed.commitment(OWN));
        assertThat(drawn.events()).containsExactly(new Opened("call-1", "operator", OWN, CLOSED));
        assertThat(drawn.state().openOwn(OWN, OPEN_BY, OPEN_BY).state()).isEqualTo(drawn.state());
    }

    @Test
    void manyEntrantsAreSeveralDocumentsInTheOrderOfTheirNumbers() {
        List<Entrants.Entrant> all = Entrants.inOrder(IntStream.range(0, Entrants.EACH + 1)
                .mapToObj(number -> new Entrants.Entrant(Sha256.hex("" + number), "kz-" + number))
                .toList());

        List<Entrants> parts = Entrants.of("call-1", all);

        assertThat(parts)
                .extracting(Entrants::id)
                .containsExactly("call-1/" + Entrants.digest(all) + "/0", "call-1/" + Entrants.digest(all) + "/1");
        assertThat(parts.stream().flatMap(part -> part.some().stream())).containsExactlyElementsOf(all);
        assertThat(Entrants.ids("call-1", Sha256.hex(""), 0)).isEmpty();
    }

    @Test
    void whatIsToldIsTheGoldenEvents() {
        Opened opened = (Opened) GoldenEvents.event(EventType.LOTTERY_OPENED);
        Committed committed = (Committed) GoldenEvents.event(EventType.LOTTERY_COMMITTED);
        Entered entered = (Entered) GoldenEvents.event(EventType.LOTTERY_ENTERED);

        assertThat(LotterySeed.commitment(opened.part())).isEqualTo(committed.commitment());
        assertThat(Entrants.digest(List.of(
                        new Entrants.Entrant("ab".repeat(32), "a"), new Entrants.Entrant("cd".repeat(32), "b"))))
                .isEqualTo(entered.digest());
    }

    private static String seed(String parts) {
        String prefix = HexFormat.of().formatHex("yol-lottery-seed/1".getBytes(StandardCharsets.UTF_8));
        return Sha256.hex(HexFormat.of().parseHex(prefix + parts));
    }

    private static void assertRefused(Problem problem, ThrowingCallable operation) {
        assertThat(catchThrowableOfType(Refused.class, operation).problem()).isEqualTo(problem);
    }
}
