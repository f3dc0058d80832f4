package org.yol.applications.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.yol.applications.application.ApplicationFixtures.NOW;
import static org.yol.applications.application.ApplicationFixtures.submit;
import static org.yol.applications.application.ApplicationFixtures.submitted;
import static org.yol.applications.application.ApplicationFixtures.submittedToBeNominated;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallFixtures;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.ApplicationState;
import org.yol.platform.access.Role;
import org.yol.platform.problem.Refused;

class NominatedApplicationTests {

    private static final Call CALL = CallFixtures.openForNominated();

    @Test
    void isConsideredOnceItIsNominated() {
        Application waiting = submittedToBeNominated();
        assertThat(waiting.isReviewable()).isFalse();
        assertThat(waiting.isDecidable()).isFalse();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> waiting.refuseUnlessConsidered(waiting.isDecidable()))
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(ApplicationProblem.NOT_NOMINATED));

        var nominated = waiting.nominate(NOW);

        assertThat(nominated.state().state()).isEqualTo(ApplicationState.NOMINATED);
        assertThat(nominated.events()).singleElement().isInstanceOf(ApplicationEvent.Nominated.class);
        assertThat(nominated.state().isReviewable()).isTrue();
        assertThat(nominated.state().isDecidable()).isTrue();
        assertThat(nominated.state().reviewBegun(NOW).state().isDecidable()).isTrue();
    }

    @Test
    void staysSubmittedAndIsNotConsideredWhenItIsDeclined() {
        var declined = submittedToBeNominated().declineNomination("No funds for travel.", NOW);

        assertThat(declined.state().state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(declined.events()).singleElement().isInstanceOf(ApplicationEvent.NominationDeclined.class);
        assertThat(declined.state().life().timeline().getLast())
                .isEqualTo(new Step(ApplicationState.SUBMITTED, NOW, Role.AUTHORITY, "No funds for travel."));
        assertThat(declined.state().isDecidable()).isFalse();
        assertThat(declined.state().reviewBegun(NOW).events()).isEmpty();
        assertThat(declined.state().withdraw(null, NOW).state().state()).isEqualTo(ApplicationState.WITHDRAWN);
    }

    @Test
    void isNotConsideredWhenItIsOnNeitherList() {
        var passed = submittedToBeNominated().passOver(NOW);

        assertThat(passed.events()).singleElement().isInstanceOf(ApplicationEvent.PassedOver.class);
        assertThat(passed.state().life().nominated()).isFalse();
        assertThat(passed.state().life().timeline().getLast())
                .isEqualTo(new Step(ApplicationState.SUBMITTED, NOW, Role.AUTHORITY, null));
        assertThat(passed.state().isDecidable()).isFalse();
        assertThat(passed.state().passOver(NOW).events()).isEmpty();
        assertThat(submittedToBeNominated().nominate(NOW).state().passOver(NOW).events())
                .isEmpty();
    }

    @Test
    void isToldOnceOnly() {
        Application nominated = submittedToBeNominated().nominate(NOW).state();

        assertThat(nominated.nominate(NOW).events()).isEmpty();
        assertThat(nominated.declineNomination("Too late.", NOW).events()).isEmpty();
    }

    @Test
    void isLeftOutWhenItIsWithdrawnInTheMeantime() {
        Application withdrawn = submittedToBeNominated().withdraw(null, NOW).state();

        assertThat(withdrawn.nominate(NOW).events()).isEmpty();
        assertThat(withdrawn.declineNomination("No.", NOW).events()).isEmpty();
    }

    @Test
    void mayBeWithdrawnButNotCorrectedOnceItIsNominated() {
        Application nominated = submittedToBeNominated().nominate(NOW).state();

        assertThat(nominated.isCorrectable(CALL, NOW)).isFalse();
        assertThat(nominated.withdraw(null, NOW).state().state()).isEqualTo(ApplicationState.WITHDRAWN);
    }

    @Test
    void isStillNominatedWhenACorrectionIsAskedForAndComes() {
        CorrectionRequest asked = new CorrectionRequest("Sign it.", NOW.plus(Duration.ofDays(3)), NOW);
        Application returned =
                submittedToBeNominated().nominate(NOW).state().giveBack(asked).state();
        Application correcting = returned.beginCorrection(CALL, NOW).state();

        assertThat(submit(correcting, CALL, NOW).state().state()).isEqualTo(ApplicationState.NOMINATED);
        assertThat(returned.expireCorrection(asked.end()).state().state()).isEqualTo(ApplicationState.NOMINATED);
    }

    @Test
    void isNominatedWhileItIsReturnedAndShowsWhenItComesBack() {
        CorrectionRequest asked = new CorrectionRequest("Sign it.", NOW.plus(Duration.ofDays(3)), NOW);
        Application returned =
                submittedToBeNominated().giveBack(asked).state().nominate(NOW).state();

        assertThat(returned.state()).isEqualTo(ApplicationState.RETURNED);
        assertThat(returned.life().asked()).isEqualTo(asked);
        assertThat(returned.expireCorrection(asked.end()).state().state()).isEqualTo(ApplicationState.NOMINATED);
    }

    @Test
    void needsNoNominationWhereAnybodyMayApply() {
        assertThat(submitted().isDecidable()).isTrue();
        assertThat(submitted().lacksNomination()).isFalse();
    }
}
