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
    private static final Schedule SEATING = new Schedule(Decision.SEATING, NOW.plusSeconds(3));

    private static final Basis BASIS = new Basis("receipt-1", 7);

    private final Decision none = Decision.none("kz-1", "call-1", "jica-jice");

    @Test
    void standsAtOnceWhereNoSeatIsNeeded() {
        Change<Decision> reserve = choose(none, Outcome.RESERVE, null);

        assertThat(reserve.state().choice().outcome()).isEqualTo(Outcome.RESERVE);
        assertThat(reserve.due()).isEmpty();
    }

    @Test
    void whatWasToldByHandIsNotTakenBackByASelection() {
        Decision offered = selected().publish("receipt-1", ANSWER_BY, NOW).state();
        Decision refused = choose(none, Outcome.NOT_SELECTED, null)
                .state()
                .publish("receipt-1", null, NOW)
                .state();
        Allotment nothing = new Allotment(Outcome.NOT_SELECTED, null, "selection", "sato", NOW, null);
        Allotment place = allotted("place-2");

        assertThat(offered.allot(nothing, BASIS, NOW).state()).isEqualTo(offered);
        assertThat(refused.allot(place, BASIS, NOW).state()).isEqualTo(refused);
        assertThat(offered.allot(place, BASIS, NOW).state().seating().wanted()).isEqualTo(place.choice());
    }

    @Test
    void selectionWaitsForItsSeat() {
        Change<Decision> wanted = choose(none, Outcome.SELECTED, "place-1");

        assertThat(wanted.state().choice()).isNull();
        assertThat(wanted.due()).containsExactly(SEATING);
        refused(Decision.MISSING, () -> wanted.state().publish("receipt-1", ANSWER_BY, NOW));
        assertThat(wanted.state().seated(NOW).state().choice().placeId()).isEqualTo("place-1");
    }

    @Test
    void whatStoodBeforeStandsOnWhenThereIsNoSeat() {
        Decision reserve = choose(none, Outcome.RESERVE, null).state();

        Decision refused =
                choose(reserve, Outcome.SELECTED, "place-1").state().unseated().state();

        assertThat(refused.choice()).isEqualTo(reserve.choice());
        assertThat(refused.seating().refused()).isEqualTo("place-1");
        assertThat(refused.seating().isOver()).isTrue();
    }

    @Test
    void givesItsSeatBackWhenTheOutcomeChanges() {
        Decision selected = selected();

        Change<Decision> changed = choose(selected, Outcome.NOT_SELECTED, null);

        assertThat(changed.due()).containsExactly(SEATING);
        assertThat(changed.state().choice()).isEqualTo(selected.choice());
        assertThat(changed.state().seated(NOW).state().choice().outcome()).isEqualTo(Outcome.NOT_SELECTED);
    }

    @Test
    void seatOfAChoiceThatWasOvertakenIsGivenBackToo() {
        Decision overtaken = choose(choose(none, Outcome.SELECTED, "place-1").state(), Outcome.SELECTED, "place-2")
                .state();

        assertThat(overtaken.seating().frees()).containsExactly("place-1");
        assertThat(overtaken.seating().wanted().placeId()).isEqualTo("place-2");
    }

    @Test
    void keepsTheSeatOfWhatStandsWhenAnotherPlaceIsFull() {
        Decision againForOtherReasons = selected()
                .choose(new Choice(Outcome.SELECTED, "place-1", "Also a strong letter.", "sato", NOW), BASIS, NOW)
                .state();

        Decision moving =
                choose(againForOtherReasons, Outcome.SELECTED, "place-2").state();

        assertThat(moving.freed(false)).as("place-2 is full").isEmpty();
        assertThat(moving.freed(true)).containsExactly("place-1");
        assertThat(moving.unseated().state().choice().placeId()).isEqualTo("place-1");
    }

    @Test
    void saysWhatWasChosenUntilSomethingElseBecomesOfIt() {
        Choice first = new Choice(Outcome.SELECTED, "place-1", "Strong plan.", "sato", NOW);
        Decision wanted = none.choose(first, BASIS, NOW).state();
        Choice later = new Choice(Outcome.SELECTED, "place-1", "Strong plan.", "sato", NOW.plusSeconds(9));

        assertThat(wanted.says(later)).isTrue();
        assertThat(wanted.seated(NOW).state().says(later)).isTrue();
        assertThat(wanted.unseated().state().says(later)).isFalse();
        assertThat(choose(wanted.seated(NOW).state(), Outcome.RESERVE, null)
                        .state()
                        .says(later))
                .isFalse();
    }

    @Test
    void publishesNothingThatWasDecidedOnWhatWasTakenBack() {
        refused(Decision.MISSING, () -> selected().publish("receipt-2", ANSWER_BY, NOW));
    }

    @Test
    void isChangedUntilAnnouncedAndAfterwardsFromTheReserveList() {
        Decision offered = selected().publish("receipt-1", ANSWER_BY, NOW).state();
        refused(ApplicationProblem.STATE_CONFLICT, () -> choose(offered, Outcome.RESERVE, null));

        Decision reserve = choose(none, Outcome.RESERVE, null).state();
        Decision told = reserve.publish("receipt-1", null, NOW).state();
        Decision again = choose(told, Outcome.SELECTED, "place-1").state();

        assertThat(again.publication()).as("the reserve list still stands").isNotNull();
        assertThat(again.seated(NOW).state().publication()).isNull();
        assertThat(again.unseated().state().publication()).isNotNull();
        refused(Decision.MISSING, () -> told.publish("receipt-1", null, NOW));
    }

    @Test
    void refusesAnOfferUntilThePast() {
        refused(Problem.FIELD_ERRORS, () -> selected().publish("receipt-1", NOW, NOW));
        refused(Problem.FIELD_ERRORS, () -> selected().publish("receipt-1", NOW.plusSeconds(400L * 86_400), NOW));
    }

    @Test
    void endsWithWhatHappenedAfterItAndNotBefore() {
        Decision offered = selected().publish("receipt-1", ANSWER_BY, NOW).state();
        assertThat(offered.ended(7, NOW)).isEqualTo(Change.silent(offered));

        Change<Decision> ended = offered.ended(9, NOW);

        assertThat(ended.state().choice()).isNull();
        assertThat(ended.state().seating().frees()).containsExactly("place-1");
        assertThat(ended.due()).contains(new Schedule(Decision.SEATING, NOW));
        assertThat(ended.state().seated(NOW).state().seating().frees()).isEmpty();
        assertThat(choose(ended.state().seated(NOW).state(), Outcome.RESERVE, null)
                        .state()
                        .choice()
                        .outcome())
                .isEqualTo(Outcome.RESERVE);
    }

    @Test
    void whatASelectionGivesIsOfferedWithItsSeat() {
        Decision offered =
                none.allot(allotted("place-1"), BASIS, NOW).state().seated(NOW).state();

        assertThat(offered.publication()).isEqualTo(new Publication(NOW, ANSWER_BY));
        assertThat(offered.seating().isOver()).isTrue();
    }

    @Test
    void aSeatThatIsOfferedIsGivenBackOnlyOnceItsStudentKnowsOfAnother() {
        Decision moving = selected()
                .publish("receipt-1", ANSWER_BY, NOW)
                .state()
                .allot(allotted("place-2"), BASIS, NOW)
                .state();
        assertThat(moving.freed(true)).as("it may still be accepted").isEmpty();
        assertThat(moving.kept(true)).containsExactlyInAnyOrder("place-1", "place-2");

        Decision seated = moving.seated(NOW).state();
        assertThat(seated.choice().placeId()).isEqualTo("place-2");
        assertThat(seated.givesWay()).isTrue();
        assertThat(seated.allot(allotted("place-3"), BASIS, NOW).state()).isEqualTo(seated);

        Change<Decision> told = seated.told("place-2", NOW);
        assertThat(told.due()).contains(SEATING);
        assertThat(told.state().freed(true)).containsExactly("place-1");
        assertThat(told.state().kept(true)).containsExactly("place-2");

        Decision accepted = seated.told("place-1", NOW).state();
        assertThat(accepted.choice().placeId())
                .as("what was accepted meanwhile")
                .isEqualTo("place-1");
        assertThat(accepted.freed(true)).containsExactly("place-2");
    }

    @Test
    void whoAcceptsBeforeThereIsASeatOfABetterPlaceKeepsTheirOwn() {
        Decision moving = selected()
                .publish("receipt-1", ANSWER_BY, NOW)
                .state()
                .allot(allotted("place-2"), BASIS, NOW)
                .state();

        Change<Decision> accepted = moving.accepted(NOW);

        assertThat(accepted.state().choice().placeId()).isEqualTo("place-1");
        assertThat(accepted.state().publication()).isEqualTo(moving.publication());
        assertThat(accepted.state().seating().wanted()).isNull();
        assertThat(accepted.state().freed(true))
                .as("which may have been taken by a step that nobody finished")
                .containsExactly("place-2");
        assertThat(accepted.state().kept(true)).containsExactly("place-1");
        assertThat(accepted.due()).contains(new Schedule(Decision.SEATING, NOW));
    }

    private static Allotment allotted(String place) {
        return new Allotment(Outcome.SELECTED, place, "selection", "sato", NOW, ANSWER_BY);
    }

    private Decision selected() {
        return choose(none, Outcome.SELECTED, "place-1").state().seated(NOW).state();
    }

    private static Change<Decision> choose(Decision decision, Outcome outcome, String place) {
        return decision.choose(new Choice(outcome, place, "Strong plan.", "sato", NOW), BASIS, NOW);
    }

    private static void refused(Problem problem, ThrowingCallable action) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(action)
                .extracting(Refused::problem)
                .isEqualTo(problem);
    }
}
