package org.yol.applications.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.yol.applications.application.ApplicationFixtures.NOW;
import static org.yol.applications.application.ApplicationFixtures.accepted;
import static org.yol.applications.application.ApplicationFixtures.offered;

import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.ApplicationState;
import org.yol.platform.document.Change;
import org.yol.platform.problem.Refused;

class AwardedApplicationTests {

    private static final Instant LATER = NOW.plusSeconds(86_400);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    @Test
    void acceptedPlaceIsTakenUpAndDoneToItsEnd() {
        Change<Application> awarded = accepted().award(LATER);
        Change<Application> completed = awarded.state().complete(TODAY, LATER);

        assertThat(awarded.state().state()).isEqualTo(ApplicationState.AWARDED);
        assertThat(awarded.events())
                .containsExactly(new ApplicationEvent.Awarded(awarded.state().subject()));
        assertThat(awarded.due()).extracting("work").containsExactly(Application.CERTIFYING);
        assertThat(completed.state().state()).isEqualTo(ApplicationState.COMPLETED);
        assertThat(completed.events())
                .containsExactly(
                        new ApplicationEvent.Completed(completed.state().subject(), TODAY));
        assertThat(completed.state().life().completedOn()).isEqualTo(TODAY);
        assertThat(completed.state().life().at(ApplicationState.AWARDED)).hasValue(LATER);
        assertThat(completed.due()).extracting("work").containsExactly(Application.CERTIFYING);
    }

    @Test
    void countsAsAcceptedAsFarAsItGoes() {
        Application awarded = accepted().award(LATER).state();

        assertThat(awarded.subject().reached()).isEqualTo(ApplicationState.ACCEPTED);
        assertThat(awarded.complete(TODAY, LATER).state().subject().reached()).isEqualTo(ApplicationState.ACCEPTED);
    }

    @Test
    void nothingElseIsTakenUpAndNothingTwice() {
        Application awarded = accepted().award(LATER).state();
        Application completed = awarded.complete(TODAY, LATER).state();

        assertThat(refusal(() -> offered().award(LATER)).problem()).isEqualTo(ApplicationProblem.STATE_CONFLICT);
        assertThat(refusal(() -> awarded.award(LATER)).problem()).isEqualTo(ApplicationProblem.STATE_CONFLICT);
        assertThat(refusal(() -> completed.award(LATER)).problem()).isEqualTo(ApplicationProblem.STATE_CONFLICT);
        assertThat(refusal(() -> accepted().complete(TODAY, LATER)).problem())
                .isEqualTo(ApplicationProblem.STATE_CONFLICT);
        assertThat(refusal(() -> completed.complete(TODAY, LATER)).problem())
                .isEqualTo(ApplicationProblem.STATE_CONFLICT);
    }

    @Test
    void nobodyIsDoneOnADayThatHasNotComeAnywhere() {
        Application awarded = accepted().award(LATER).state();

        // It is noon in Greenwich, and tomorrow already where days begin.
        assertThat(awarded.complete(TODAY.plusDays(1), LATER).state().state()).isEqualTo(ApplicationState.COMPLETED);
        assertThat(refusal(() -> awarded.complete(TODAY.plusDays(2), LATER)).errors())
                .extracting("pointer")
                .containsExactly("/endedOn");
    }

    @Test
    void ofAnErasedPersonNothingIsSaidAnyMore() {
        Application nobodys = accepted().withoutPerson().state();

        assertThat(nobodys.isAwardable()).isFalse();
        assertThat(accepted().award(LATER).state().withoutPerson().state().isCompletable())
                .isFalse();
    }

    private static Refused refusal(ThrowingCallable asked) {
        return catchThrowableOfType(Refused.class, asked);
    }
}
