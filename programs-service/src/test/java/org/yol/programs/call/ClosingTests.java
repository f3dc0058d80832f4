package org.yol.programs.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.yol.programs.call.CallFixtures.BETWEEN;
import static org.yol.programs.call.CallFixtures.CLOSES;
import static org.yol.programs.call.CallFixtures.complete;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.yol.contracts.CallPublished;
import org.yol.platform.document.Change;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.programs.programme.Amendment;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.ProgrammeFixtures;

/** How a published call ends: before its time, and put away when it is over. */
class ClosingTests {

    private static final Programme PROGRAMME = ProgrammeFixtures.complete().published();
    private static final Amendment AMENDMENT = new Amendment(BETWEEN, "sato", "The budget was cut");
    private static final Instant IN_A_WEEK = BETWEEN.plus(7, ChronoUnit.DAYS);
    private static final Instant OVER = CLOSES.plus(1, ChronoUnit.DAYS);

    private final Call published = complete().published();

    @Test
    void itClosesEarlierForEverybodyForThoseTooWhoHadLonger() {
        Call extended = complete().extended("KG", CLOSES.plus(30, ChronoUnit.DAYS));

        Change<Call> change = extended.closeEarly(IN_A_WEEK, AMENDMENT, true, PROGRAMME);

        assertThat(change.state().deadlines().of("KG").stated()).isEqualTo(IN_A_WEEK);
        assertThat(change.state().deadlines().last().stated()).isEqualTo(IN_A_WEEK);
        assertThat(change.state().amendments())
                .last()
                .extracting(Amendment::reason)
                .isEqualTo(AMENDMENT.reason());
        assertThat(change.events())
                .singleElement()
                .satisfies(event -> assertThat(
                                ((CallPublished) event).deadlines().last().stated())
                        .isEqualTo(IN_A_WEEK));
    }

    @Test
    void whoHasBegunKnowsItAWeekBefore() {
        Instant soon = IN_A_WEEK.minusSeconds(60);

        assertThat(pointers(() -> published.closeEarly(soon, AMENDMENT, true, PROGRAMME)))
                .containsExactly("/closes");
        assertThat(published.closeEarly(soon, AMENDMENT, false, PROGRAMME).events())
                .hasSize(1);
    }

    @Test
    void itClosesNeitherLaterNorInThePastNorWithoutAReason() {
        assertThat(pointers(() -> published.closeEarly(CLOSES, AMENDMENT, false, PROGRAMME)))
                .containsExactly("/closes");
        assertThat(pointers(() -> published.closeEarly(BETWEEN.minusSeconds(60), AMENDMENT, false, PROGRAMME)))
                .containsExactly("/closes");
        assertThat(pointers(() ->
                        published.closeEarly(IN_A_WEEK, new Amendment(OVER, "sato", "Too late"), false, PROGRAMME)))
                .containsExactly("/closes");
        assertThat(pointers(() -> published.closeEarly(IN_A_WEEK, new Amendment(BETWEEN, "sato", ""), true, PROGRAMME)))
                .containsExactly("/reason");
        assertThat(problem(() -> complete().draft().closeEarly(IN_A_WEEK, AMENDMENT, false, PROGRAMME)))
                .isEqualTo(Call.NOT_PUBLISHED);
    }

    @Test
    void whatIsOverAndDecidedIsPutAway() {
        Amendment over = new Amendment(OVER, "sato", "It is over");

        Change<Call> change = published.archive(over, 0);

        assertThat(change.state().isArchived()).isTrue();
        assertThat(change.state().isPublished()).isTrue();
        assertThat(change.state().amendments()).containsExactly(over);
        assertThat(change.events()).isEmpty();
        assertThat(published.isArchived()).isFalse();
    }

    @Test
    void whatIsOpenOrUndecidedIsNotPutAway() {
        assertThat(problem(() -> published.archive(AMENDMENT, 0))).isEqualTo(Call.NOT_OVER);
        assertThat(problem(() -> published.archive(new Amendment(OVER, "sato", "It is over"), 1)))
                .isEqualTo(Call.UNDECIDED);
        assertThat(pointers(() -> published.archive(new Amendment(OVER, "sato", null), 0)))
                .containsExactly("/reason");
    }

    @Test
    void oneThatIsExtendedAfterItWasPutAwayIsThereAgain() {
        Call archived =
                published.archive(new Amendment(OVER, "sato", "It is over"), 0).state();
        Call reopened = new Call(
                archived.id(),
                archived.version(),
                archived.programmeId(),
                archived.providerId(),
                archived.status(),
                complete().extended("KG", OVER.plus(2, ChronoUnit.DAYS)).terms(),
                archived.amendments(),
                archived.programmeVersion(),
                archived.archived());

        assertThat(reopened.isArchived()).isFalse();
    }

    @Test
    void isTakenBackAsItWas() {
        Amendment over = new Amendment(OVER, "sato", "It is over");
        Amendment back = new Amendment(OVER, "sato", "Put away by mistake");
        Programme programme = ProgrammeFixtures.complete().published();

        Call taken =
                published.archive(over, 0).state().takeBack(back, programme).state();

        assertThat(taken.isArchived()).isFalse();
        assertThat(taken.terms()).isEqualTo(published.terms());
        assertThat(taken.amendments()).containsExactly(over, back);
        assertThat(problem(() -> published.takeBack(back, programme))).isEqualTo(Programme.NOT_ARCHIVED);
        assertThat(pointers(() ->
                        published.archive(over, 0).state().takeBack(new Amendment(OVER, "sato", null), programme)))
                .containsExactly("/reason");
    }

    @Test
    void aDraftIsPutAwayAtAnyTimeWithoutAWord() {
        Change<Call> change = complete().draft().archive(new Amendment(BETWEEN, "sato", null), 0);

        assertThat(change.state().isArchived()).isTrue();
        assertThat(change.state().amendments()).isEmpty();
    }

    @Test
    void whatStopsAPublicationIsKnownBefore() {
        Call incomplete = complete().at(List.of()).draft();
        Programme nameless =
                ProgrammeFixtures.complete().forCitizensOf(List.of()).draft();

        assertThat(incomplete.faults(nameless, BETWEEN))
                .extracting(FieldError::pointer)
                .containsExactly("/origins", "/places");
        assertThat(complete().draft().faults(PROGRAMME, BETWEEN)).isEmpty();
    }

    private static Problem problem(ThrowingCallable action) {
        return catchThrowableOfType(Refused.class, action).problem();
    }

    private static List<String> pointers(ThrowingCallable action) {
        return catchThrowableOfType(Refused.class, action).errors().stream()
                .map(FieldError::pointer)
                .toList();
    }
}
