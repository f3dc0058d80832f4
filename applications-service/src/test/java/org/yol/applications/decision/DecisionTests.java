package org.yol.applications.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.yol.applications.application.ApplicationProblem;
import org.yol.applications.application.Outcome;
import org.yol.platform.document.Change;
import org.yol.platform.due.Schedule;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

class DecisionTests {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant ANSWER_BY = NOW.plusSeconds(86_400);
    private static final Schedule SEATING = new Schedule(Decision.SEATING, NOW);

    private final Decision none = Decision.none("kz-1", "call-1", "jica-jice");

    @Test
    void standsAtOnceWhereNoSeatIsNeeded() {
        Change<Decision> reserve = choose(none, Outcome.RESERVE, null);

        assertThat(reserve.state().choice().outcome()).isEqualTo(Outcome.RESERVE);
        assertThat(reserve.due()).isEmpty();
    }

    @Test
    void selectionWaitsForItsSeat() {
        Change<Decision> wanted = choose(none, Outcome.SELECTED, "place-1");

        assertThat(wanted.state().choice()).isNull();
        assertThat(wanted.due()).containsExactly(SEATING);
        refused(Decision.MISSING, () -> wanted.state().publish(ANSWER_BY, NOW));
        assertThat(wanted.state().seated().state().choice().placeId()).isEqualTo("place-1");
    }

    @Test
    void whatStoodBeforeStandsOnWhenThereIsNoSeat() {
        Decision reserve = choose(none, Outcome.RESERVE, null).state();

        Decision refused =
                choose(reserve, Outcome.SELECTED, "place-1").state().unseated().state();

        assertThat(refused.choice()).isEqualTo(reserve.choice());
        assertThat(refused.refused()).isEqualTo("place-1");
        assertThat(refused.isSeating()).isFalse();
    }

    @Test
    void givesItsSeatBackWhenTheOutcomeChanges() {
        Decision selected = selected();

        Change<Decision> changed = choose(selected, Outcome.NOT_SELECTED, null);

        assertThat(changed.due()).containsExactly(SEATING);
        assertThat(changed.state().choice()).isEqualTo(selected.choice());
        assertThat(changed.state().seated().state().choice().outcome()).isEqualTo(Outcome.NOT_SELECTED);
    }

    @Test
    void seatOfAChoiceThatWasOvertakenIsGivenBackToo() {
        Decision overtaken = choose(choose(none, Outcome.SELECTED, "place-1").state(), Outcome.SELECTED, "place-2")
                .state();

        assertThat(overtaken.frees()).containsExactly("place-1");
        assertThat(overtaken.wanted().placeId()).isEqualTo("place-2");
    }

    @Test
    void isChangedUntilAnnouncedAndAfterwardsFromTheReserveList() {
        Decision offered = selected().publish(ANSWER_BY, NOW).state();
        refused(ApplicationProblem.STATE_CONFLICT, () -> choose(offered, Outcome.RESERVE, null));

        Decision reserve = choose(none, Outcome.RESERVE, null).state();
        Decision told = reserve.publish(null, NOW).state();
        Decision again = choose(told, Outcome.SELECTED, "place-1").state();

        assertThat(again.isAnnounced()).as("the reserve list still stands").isTrue();
        assertThat(again.seated().state().isAnnounced()).isFalse();
        assertThat(again.unseated().state().isAnnounced()).isTrue();
        refused(Decision.MISSING, () -> told.publish(null, NOW));
    }

    @Test
    void refusesAnOfferUntilThePast() {
        refused(Problem.FIELD_ERRORS, () -> selected().publish(NOW, NOW));
        refused(Problem.FIELD_ERRORS, () -> selected().publish(NOW.plusSeconds(400L * 86_400), NOW));
    }

    @Test
    void endsWithWhatHappenedAfterItAndNotBefore() {
        Decision offered = selected().publish(ANSWER_BY, NOW).state();
        assertThat(offered.ended(7, NOW)).isEqualTo(Change.silent(offered));

        Change<Decision> ended = offered.ended(9, NOW);

        assertThat(ended.state().choice()).isNull();
        assertThat(ended.state().frees()).containsExactly("place-1");
        assertThat(ended.due()).contains(SEATING);
        assertThat(ended.state().seated().state().frees()).isEmpty();
        assertThat(choose(ended.state().seated().state(), Outcome.RESERVE, null)
                        .state()
                        .choice()
                        .outcome())
                .isEqualTo(Outcome.RESERVE);
    }

    private Decision selected() {
        return choose(none, Outcome.SELECTED, "place-1").state().seated().state();
    }

    private static Change<Decision> choose(Decision decision, Outcome outcome, String place) {
        return decision.choose(new Choice(outcome, place, "Strong plan.", "sato", NOW), "receipt-1", 7, NOW);
    }

    private static void refused(Problem problem, ThrowingCallable action) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(action)
                .extracting(Refused::problem)
                .isEqualTo(problem);
    }
}
