package org.yol.applications.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.yol.applications.call.CallFixtures.CLOSES;
import static org.yol.applications.call.CallFixtures.OPENS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yol.applications.application.Applicant;
import org.yol.applications.application.Draft;
import org.yol.applications.application.Step;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallFixtures;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.CallChange;
import org.yol.contracts.ChangeKind;
import org.yol.contracts.DeadlineNear;
import org.yol.contracts.Extension;
import org.yol.platform.access.Role;

/** Who is reminded when, of a call for Kazakhstan and Kyrgyzstan. */
class RemindersTests {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOURS = Duration.ofHours(3);
    private static final Instant END = CLOSES.plus(Duration.ofMinutes(1));

    private static final Call CALL = CallFixtures.open();
    private static final Draft OF_KZ = draft("KZ", OPENS);
    private static final Draft OF_KG = draft("KG", OPENS);
    private static final Reminders PLANNED =
            Reminders.none("call-1").planned(CALL, OPENS).state();

    @Test
    void everybodyWithADraftIsRemindedThreeTimesAndNeverAgain() {
        Reminders reminders = PLANNED;
        for (Duration before : List.of(WEEK, DAY, HOURS)) {
            Instant at = CLOSES.minus(before);
            assertThat(reminders.next()).isEqualTo(at);
            Reminders round = reminders.begun(CALL, at).state();
            assertThat(round.due(List.of(OF_KZ, OF_KG), CALL, at))
                    .singleElement()
                    .satisfies(told -> {
                        assertThat(told.closes()).isEqualTo(CLOSES);
                        assertThat(told.reminder()).isEqualTo(at);
                        assertThat(told.applicants())
                                .extracting(DeadlineNear.Applicant::studentId)
                                .containsExactly("student-KZ", "student-KG");
                    });
            reminders = round.told(List.of(), null, CALL).state();
            assertThat(begins(reminders, CALL, at.plusSeconds(1))).isFalse();
        }
        assertThat(reminders.next()).isNull();
    }

    @Test
    void ofSeveralThatAreOverdueOnlyTheLastIsSent() {
        Instant now = CLOSES.minus(Duration.ofHours(20));
        Reminders round = PLANNED.begun(CALL, now).state();

        assertThat(round.due(List.of(OF_KZ), CALL, now))
                .extracting(DeadlineNear::reminder)
                .containsExactly(CLOSES.minus(DAY));
        assertThat(round.told(List.of(), null, CALL).state().next()).isEqualTo(CLOSES.minus(HOURS));
    }

    @Test
    void whoBeganAfterAReminderGetsTheNextOneOnly() {
        Draft late = draft("KZ", CLOSES.minus(WEEK));
        Draft again = new Draft(
                "again",
                new Applicant.Citizen("again", "KZ"),
                new Draft.Progress(List.of(
                        step(ApplicationState.DRAFT, OPENS),
                        step(ApplicationState.WITHDRAWN, OPENS.plusSeconds(1)),
                        step(ApplicationState.DRAFT, CLOSES.minus(WEEK)))),
                OPENS);

        assertThat(due(PLANNED, CALL, CLOSES.minus(WEEK), late, again)).isEmpty();
        assertThat(due(PLANNED, CALL, CLOSES.minus(DAY), late, again)).hasSize(1);
    }

    @Test
    void nobodyIsRemindedOnceItIsTooLate() {
        assertThat(begins(PLANNED, CALL, END)).isFalse();
        Reminders round = PLANNED.begun(CALL, END.minusSeconds(1)).state();

        assertThat(round.due(List.of(OF_KZ), CALL, END.minusSeconds(1))).hasSize(1);
        assertThat(round.due(List.of(OF_KZ), CALL, END)).isEmpty();
    }

    @Test
    void anExtensionForSomeLetsTheirRemindersCountFromTheNewDeadline() {
        Instant later = CLOSES.plus(Duration.ofDays(2));
        Call extended = CallFixtures.extendedFor("KZ", later);
        Reminders planned = PLANNED.planned(extended, OPENS).state();

        assertThat(due(planned, extended, CLOSES.minus(WEEK), OF_KZ, OF_KG))
                .flatExtracting(DeadlineNear::applicants)
                .extracting(DeadlineNear.Applicant::studentId)
                .containsExactly("student-KG");
        Instant both = CLOSES.minus(HOURS);
        assertThat(due(planned, extended, both, OF_KZ, OF_KG))
                .extracting(DeadlineNear::closes, DeadlineNear::reminder)
                .containsExactlyInAnyOrder(tuple(CLOSES, both), tuple(later, later.minus(WEEK)));
    }

    @Test
    void anExtensionAfterAReminderLetsItComeAgain() {
        Instant granted = CLOSES.minus(Duration.ofHours(12));
        Instant later = CLOSES.plus(Duration.ofDays(1));
        Reminders done = done(PLANNED, CALL, CLOSES.minus(DAY));

        Call extended = changed(later, granted, ChangeKind.EXTENSION);
        Reminders planned = done.planned(extended, granted).state();

        assertThat(planned.next()).isEqualTo(later.minus(DAY));
        assertThat(begins(planned, extended, granted)).isFalse();
        assertThat(due(planned, extended, later.minus(DAY), OF_KZ)).hasSize(1);
    }

    @Test
    void whoIsToldThatTheCallClosesEarlierIsNotRemindedBesides() {
        Instant earlier = OPENS.plus(Duration.ofDays(10));
        Instant at = earlier.minus(Duration.ofDays(3));
        Call closing = changed(earlier, at, ChangeKind.CLOSING);
        Reminders planned = PLANNED.planned(closing, at).state();

        assertThat(planned.next()).isEqualTo(earlier.minus(DAY));
        assertThat(begins(planned, closing, at)).isFalse();
        assertThat(due(planned, closing, earlier.minus(DAY), OF_KZ)).hasSize(1);
    }

    @Test
    void aRoundGoesOnWhereItWasAndLeavesWhatHasComeSinceToTheNext() {
        Instant began = CLOSES.minus(WEEK);
        Reminders half = PLANNED.begun(CALL, began)
                .state()
                .told(List.of(), "cursor", CALL)
                .state();
        assertThat(half.position()).isEqualTo("cursor");
        assertThat(half.due(List.of(OF_KZ), CALL, CLOSES.minus(DAY).minusMillis(1)))
                .hasSize(1);

        assertThat(half.due(List.of(OF_KZ), CALL, CLOSES.minus(DAY))).isEmpty();

        Reminders over = half.told(List.of(), null, CALL).state();
        assertThat(over.position()).isNull();
        assertThat(over.next()).isEqualTo(CLOSES.minus(DAY));
        assertThat(due(over, CALL, CLOSES.minus(DAY), OF_KZ)).hasSize(1);
    }

    @Test
    void aCallThatIsHeardOfAgainChangesNothingAndANewerOneTakesTheWorkFromWhoeverIsAtIt() {
        assertThat(PLANNED.planned(CALL, CLOSES).due()).isEmpty();
        Reminders half = PLANNED.begun(CALL, CLOSES.minus(WEEK))
                .state()
                .told(List.of(), "cursor", CALL)
                .state();

        var planned = half.planned(CallFixtures.extendedFor("KZ", CLOSES.plus(DAY)), CLOSES);

        assertThat(planned.state().position()).isEqualTo("cursor");
        assertThat(planned.due())
                .singleElement()
                .satisfies(work -> assertThat(work.at()).isEqualTo(CLOSES));
    }

    private static Reminders done(Reminders reminders, Call call, Instant now) {
        return reminders.begun(call, now).state().told(List.of(), null, call).state();
    }

    private static boolean begins(Reminders reminders, Call call, Instant now) {
        return reminders.begun(call, now).state().round() != null;
    }

    private static List<DeadlineNear> due(Reminders reminders, Call call, Instant now, Draft... drafts) {
        return reminders.begun(call, now).state().due(List.of(drafts), call, now);
    }

    private static Call changed(Instant closes, Instant at, ChangeKind kind) {
        CallChange change = new CallChange("call-1", kind, at, "Snow", closes, List.of());
        return kind == ChangeKind.EXTENSION
                ? CallFixtures.openChanged(CLOSES, List.of(new Extension(List.of(), closes, "Snow", at)), change)
                : CallFixtures.openChanged(closes, List.of(), change);
    }

    private static Draft draft(String country, Instant begun) {
        return new Draft(
                "draft-" + country,
                new Applicant.Citizen("student-" + country, country),
                new Draft.Progress(List.of(step(ApplicationState.DRAFT, begun))),
                begun);
    }

    private static Step step(ApplicationState state, Instant at) {
        return new Step(state, at, Role.STUDENT, null);
    }
}
