package org.yol.applications.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.yol.applications.application.CallReference;
import org.yol.applications.application.Student;
import org.yol.applications.call.CallFixtures;
import org.yol.contracts.Event;
import org.yol.contracts.IntakeMode;
import org.yol.contracts.Language;
import org.yol.contracts.ReferenceAnswer;
import org.yol.contracts.ReferenceEvent;
import org.yol.contracts.ReferenceMail;
import org.yol.platform.document.Change;
import org.yol.platform.due.Schedule;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

class ReferenceTests {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant END = Instant.parse("2026-12-01T09:01:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Bishkek");
    private static final Mailing ASKED = new Mailing(ReferenceMail.ASKED, "digest-1", "sealed-1");
    private static final Mailing REMINDED = new Mailing(ReferenceMail.REMINDED, "digest-2", "sealed-2");

    private final Reference named = new Reference(
            "kz-1",
            0,
            "kz-application-1",
            new CallReference("call-1", "programme-1", "jica-jice", Map.of("en", "JDS"), IntakeMode.OPEN),
            new Student("aigerim", "Aigerim Bekova", "KZ"),
            null,
            new Referee("Ivan Petrov", "KazNU", "petrov@example.org", Language.RUSSIAN, "Supervisor"),
            ReferenceState.NAMED,
            Mails.NONE,
            NOW,
            null,
            null,
            null);

    @Test
    void askingTellsWhatIsSealedAndKeepsOnlyTheDigestOfTheLink() {
        Change<Reference> asked = asked(NOW);

        assertThat(asked.state().state()).isEqualTo(ReferenceState.ASKED);
        assertThat(asked.state().mails().links()).containsExactly("digest-1");
        assertThat(asked.events())
                .containsExactly(new ReferenceEvent.MailWanted("kz-1", ReferenceMail.ASKED, "sealed-1"));
    }

    @Test
    void nobodyIsAskedTwice() {
        refused(
                ReferenceProblem.REFERENCE_STATE,
                () -> asked(NOW).state().ask(ASKED, "Aigerim Bekova", left(NOW.plus(Duration.ofDays(2))), ZONE));
    }

    @Test
    void studentRemindsOnceADayAndFiveTimesInAll() {
        Reference reference = asked(NOW).state();
        Reference first = reference;
        refused(ReferenceProblem.REMINDED_ENOUGH, () -> first.remind(REMINDED, NOW.plus(Duration.ofHours(23)), ZONE));
        for (int day = 1; day <= 5; day++) {
            assertThat(reference.mayBeRemindedAt(day(day))).isTrue();
            reference = reference.remind(REMINDED, day(day), ZONE).state();
        }
        Reference last = reference;

        assertThat(last.mails().links()).hasSize(6);
        assertThat(last.mayBeRemindedAt(day(9))).isFalse();
        refused(ReferenceProblem.REMINDED_ENOUGH, () -> last.remind(REMINDED, day(9), ZONE));
    }

    @Test
    void whoIsNamedAgainIsWrittenToNoEarlier() {
        Reference again = asked(NOW)
                .state()
                .withdraw(NOW)
                .state()
                .namedAgain(named.referee(), NOW)
                .state();

        assertThat(again.mails().links()).isEmpty();
        refused(
                ReferenceProblem.REMINDED_ENOUGH,
                () -> again.ask(ASKED, "Aigerim Bekova", left(NOW.plusSeconds(60)), ZONE));
        assertThat(again.ask(ASKED, "Aigerim Bekova", left(day(1)), ZONE)
                        .state()
                        .state())
                .isEqualTo(ReferenceState.ASKED);
    }

    @Test
    void clockRemindsSevenDaysAndOneDayBeforeTheEndOnceEach() {
        Reference asked = asked(NOW).state();
        Change<Reference> tooEarly = asked.watched(REMINDED, left(day(3)), true);
        Change<Reference> week = asked.watched(REMINDED, left(END.minus(Duration.ofDays(7))), true);
        Change<Reference> weekAgain = week.state().watched(REMINDED, left(END.minus(Duration.ofDays(5))), true);
        Change<Reference> day = weekAgain.state().watched(REMINDED, left(END.minus(Duration.ofDays(1))), true);
        Change<Reference> hours = day.state().watched(REMINDED, left(END.minus(Duration.ofHours(2))), true);

        assertThat(tooEarly.events()).isEmpty();
        assertThat(tooEarly.due()).containsExactly(new Schedule(Reference.WATCHING, day(4)));
        assertThat(week.events())
                .containsExactly(new ReferenceEvent.MailWanted("kz-1", ReferenceMail.REMINDED, "sealed-2"));
        assertThat(weekAgain.events()).isEmpty();
        assertThat(day.events()).hasSize(1);
        assertThat(hours.events()).isEmpty();
        assertThat(hours.due()).containsExactly(new Schedule(Reference.WATCHING, END));
    }

    @Test
    void whoIsAskedThreeDaysBeforeTheEndIsRemindedOfTheLastDayOnly() {
        Reference asked = asked(END.minus(Duration.ofDays(3))).state();

        assertThat(asked.watched(REMINDED, left(END.minus(Duration.ofDays(2))), true)
                        .events())
                .isEmpty();
        assertThat(asked.watched(REMINDED, left(END.minus(Duration.ofDays(1))), true)
                        .events())
                .hasSize(1);
    }

    @Test
    void clockDoesNotWriteWithinADayOfAnotherMail() {
        Instant lastDay = END.minus(Duration.ofDays(1));
        Reference reminded = asked(NOW)
                .state()
                .remind(REMINDED, lastDay.minusSeconds(60), ZONE)
                .state();

        assertThat(reminded.watched(REMINDED, left(lastDay), true).events()).isEmpty();
    }

    @Test
    void missingIsToldOnceAndOnlyOfWhatIsHandedIn() {
        Change<Reference> late = asked(NOW).state().watched(REMINDED, left(END), true);

        assertThat(late.state().state()).isEqualTo(ReferenceState.LATE);
        assertThat(late.events()).containsExactly(answered(ReferenceAnswer.MISSING, END));
        assertThat(late.state()
                        .watched(REMINDED, left(END.plusSeconds(60)), true)
                        .events())
                .isEmpty();
        assertThat(asked(NOW).state().watched(REMINDED, left(END), false).events())
                .isEmpty();
    }

    @Test
    void letterIsTakenAfterTheDeadlineWasExtended() {
        Reference late = asked(NOW).state().watched(REMINDED, left(END), true).state();

        Change<Reference> received = late.received(END.plusSeconds(3_600));

        assertThat(received.state().state()).isEqualTo(ReferenceState.RECEIVED);
        assertThat(received.events()).containsExactly(answered(ReferenceAnswer.RECEIVED, END.plusSeconds(3_600)));
    }

    @Test
    void onlyTheFirstAnswerCounts() {
        Reference received = asked(NOW).state().received(day(1)).state();
        Reference declined = asked(NOW).state().decline(day(1)).state();
        Reference withdrawn = asked(NOW).state().withdraw(day(1)).state();

        refused(ReferenceProblem.REFERENCE_ANSWERED, () -> received.decline(day(2)));
        refused(ReferenceProblem.REFERENCE_STATE, () -> received.withdraw(day(2)));
        refused(ReferenceProblem.REFERENCE_STATE, () -> declined.withdraw(day(2)));
        assertThat(received.received(day(2)).events()).isEmpty();
        assertThat(declined.received(day(2)).state()).isEqualTo(declined);
        assertThat(withdrawn.received(day(2)).state()).isEqualTo(withdrawn);
        assertThat(received.opened(day(2)).state()).isEqualTo(received);
    }

    @Test
    void addressThatTakesNoMailIsToldOnceAndWrittenToNoMore() {
        Change<Reference> unreachable = asked(NOW).state().undeliverable(day(1));

        assertThat(unreachable.events()).containsExactly(answered(ReferenceAnswer.UNDELIVERABLE, day(1)));
        assertThat(unreachable.state().undeliverable(day(2)).events()).isEmpty();
        assertThat(unreachable
                        .state()
                        .watched(REMINDED, left(END.minus(Duration.ofDays(1))), true)
                        .events())
                .isEmpty();
        refused(ReferenceProblem.REFERENCE_STATE, () -> unreachable.state().remind(REMINDED, day(3), ZONE));
    }

    @Test
    void onlyTheSecretOfALinkOpensIt() {
        Token token = Token.fresh("kz-1");
        Reference asked = named.ask(
                        new Mailing(ReferenceMail.ASKED, token.digest(), "sealed"), "Aigerim Bekova", left(NOW), ZONE)
                .state();

        assertThat(Token.of(token.text()))
                .hasValueSatisfying(found -> assertThat(found.opens(asked)).isTrue());
        assertThat(Token.fresh("kz-1").opens(asked)).isFalse();
        assertThat(token.opens(asked.withdraw(NOW)
                        .state()
                        .namedAgain(named.referee(), NOW)
                        .state()))
                .isFalse();
        assertThat(token.secret()).hasSize(43).matches("[A-Za-z0-9_-]+");
        assertThat(token.toString()).doesNotContain(token.secret());
        for (String wrong :
                new String[] {null, "", ".", "kz-1", "kz-1.", token.secret(), token.text() + "x", "x".repeat(5_000)}) {
            assertThat(Token.of(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void addressesThatNoMailCanBeSentToAreRefused() {
        for (String wrong : List.of(
                "petrov",
                "petrov@",
                "@example.org",
                "petrov@example",
                "a b@example.org",
                "a@example..org",
                "a@-example.org",
                "a@example.org\nBcc: b@example.org",
                "Петров@example.org",
                "a@b@example.org")) {
            assertThatThrownBy(() -> request(wrong).referee(null))
                    .as(wrong)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.errors().getFirst().pointer())
                                    .isEqualTo("/email"));
        }
        assertThat(request(" Petrov.I+refs@mail.kaznu.kz ")
                        .referee("aigerim@example.org")
                        .email())
                .isEqualTo("Petrov.I+refs@mail.kaznu.kz");
    }

    @Test
    void nobodyWritesTheirOwnReference() {
        assertThatThrownBy(() -> request("AIGERIM@Example.org").referee("aigerim@example.org"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.errors().getFirst().message())
                                .isEqualTo("referee.own"));
    }

    @Test
    void namesLoseWhatNobodySeesAndWhatWouldBeALineOfAMail() {
        Referee referee = new RefereeRequest(
                        "Иван\r\n Петров\u200b", "KazNU", "petrov@example.org", Language.KAZAKH, "Supervisor")
                .referee(null);

        assertThat(referee.name()).isEqualTo("Иван Петров");
        assertThatThrownBy(
                        () -> new RefereeRequest("\u200b", "KazNU", "petrov@example.org", Language.KAZAKH, "Supervisor")
                                .referee(null))
                .isInstanceOf(Refused.class);
    }

    @Test
    void referencesCloseWhenTheCallSaysAndNeverBeforeApplicationsDo() {
        Instant later = CallFixtures.CLOSES.plus(Duration.ofDays(10));

        assertThat(CallFixtures.openTakingReferencesUntil(later)
                        .referencesClose("KZ")
                        .end())
                .isEqualTo(later.plusSeconds(60));
        assertThat(CallFixtures.openTakingReferencesUntil(null)
                        .referencesClose("KZ")
                        .stated())
                .isEqualTo(CallFixtures.CLOSES);
        assertThat(CallFixtures.openTakingReferencesUntil(CallFixtures.CLOSES.minusSeconds(1))
                        .referencesClose("KZ")
                        .stated())
                .isEqualTo(CallFixtures.CLOSES);
    }

    @Test
    void letterIsSentOnceAndNotBeforeItSaysSomething() {
        Letter blank = Letter.blank(named);
        LetterAnswers all = new LetterAnswers("3 years", "Supervisor", PeerRank.TOP_5, "Good.");

        assertThatThrownBy(() -> blank.send(LetterAnswers.NONE, NOW))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.errors()).hasSize(4));
        Letter sent = blank.send(all, NOW).state();
        refused(ReferenceProblem.REFERENCE_ANSWERED, () -> sent.send(all, NOW));
        refused(ReferenceProblem.REFERENCE_ANSWERED, () -> sent.save(all, NOW));
        refused(ReferenceProblem.REFERENCE_ANSWERED, () -> sent.attach(null, NOW));
    }

    private Change<Reference> asked(Instant at) {
        return named.ask(ASKED, "Aigerim Bekova", left(at), ZONE);
    }

    private static RefereeRequest request(String email) {
        return new RefereeRequest("Ivan Petrov", "KazNU", email, Language.RUSSIAN, "Supervisor");
    }

    private static TimeLeft left(Instant now) {
        return new TimeLeft(now, END);
    }

    private static Instant day(int number) {
        return NOW.plus(Duration.ofDays(number));
    }

    private static Event answered(ReferenceAnswer answer, Instant at) {
        return new ReferenceEvent.Answered(
                "kz-1", "kz-application-1", "call-1", "aigerim", Map.of("en", "JDS"), answer, at);
    }

    private static void refused(Problem problem, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problem()).isEqualTo(problem));
    }
}
