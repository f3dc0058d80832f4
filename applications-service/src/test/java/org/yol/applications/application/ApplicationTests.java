package org.yol.applications.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.yol.applications.application.ApplicationFixtures.AIGERIM;
import static org.yol.applications.application.ApplicationFixtures.ANSWER_BY;
import static org.yol.applications.application.ApplicationFixtures.CALL;
import static org.yol.applications.application.ApplicationFixtures.COMPLETE;
import static org.yol.applications.application.ApplicationFixtures.NOW;
import static org.yol.applications.application.ApplicationFixtures.PASSPORT;
import static org.yol.applications.application.ApplicationFixtures.ZONE;
import static org.yol.applications.call.CallFixtures.CLOSES;
import static org.yol.applications.call.CallFixtures.HIROSHIMA;
import static org.yol.applications.call.CallFixtures.OPENS;
import static org.yol.applications.call.CallFixtures.TSUKUBA;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallFixtures;
import org.yol.applications.canonical.CanonicalJson;
import org.yol.applications.dossier.DossierFixtures;
import org.yol.applications.dossier.Particulars;
import org.yol.applications.submission.Receipt;
import org.yol.applications.submission.Submission;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.OfferAnswer;
import org.yol.platform.access.Role;
import org.yol.platform.document.Change;
import org.yol.platform.due.Schedule;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import tools.jackson.databind.json.JsonMapper;

class ApplicationTests {

    @Test
    void startsAsADraftThatTellsSo() {
        var started = Application.start("kz-1", CALL, AIGERIM, List.of(), NOW);

        assertThat(started.state().state()).isEqualTo(ApplicationState.DRAFT);
        assertThat(started.events()).singleElement().isInstanceOf(ApplicationEvent.Started.class);
    }

    @Test
    void doesNotStartOutsideTheWindowOfTheCall() {
        refused(
                ApplicationProblem.NOT_OPEN_YET,
                () -> Application.start("a", CALL, AIGERIM, List.of(), OPENS.minusMillis(1)));
        refused(
                ApplicationProblem.DEADLINE_PASSED,
                () -> Application.start("a", CALL, AIGERIM, List.of(), CLOSES.plusSeconds(60)));
    }

    @Test
    void doesNotStartForACitizenOfAnotherCountry() {
        Student dilnoza = new Student("dilnoza", "Dilnoza", "UZ");

        refused(ApplicationProblem.NOT_ELIGIBLE, () -> Application.start("a", CALL, dilnoza, List.of(), NOW));
    }

    @Test
    void keepsAnUnfinishedDraft() {
        Answers started = new Answers("Water.", null);

        Application saved = ApplicationFixtures.draft()
                .edit(form -> form.with(started, List.of(), CALL), NOW)
                .state();

        assertThat(saved.form().answers()).isEqualTo(started);
        assertThat(saved.state()).isEqualTo(ApplicationState.DRAFT);
    }

    @Test
    void refusesChoicesTheCallDoesNotHave() {
        assertThat(new DraftForm(COMPLETE, List.of(TSUKUBA, TSUKUBA, "elsewhere"), null).errors(CALL))
                .extracting(FieldError::pointer)
                .containsExactly("/choices", "/choices/1", "/choices/2");
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        Application blank = ApplicationFixtures.draft().stating(Particulars.NOTHING, CALL);

        assertThat(fieldErrors(() ->
                        blank.submit(blank.submission(List.of()), List.of(), UnaryOperator.identity(), CALL, NOW)))
                .containsExactly(
                        "/dossier/passportName/family",
                        "/dossier/birthDate",
                        "/dossier/citizenships",
                        "/dossier/education",
                        "/dossier/consents",
                        "/answers/motivation",
                        "/answers/studyPlan",
                        "/choices",
                        "/documents/passport");
    }

    @Test
    void submitsUntilTheMinuteOfTheDeadlineIsOver() {
        Application complete = ApplicationFixtures.complete();

        assertThat(ApplicationFixtures.submit(complete, CLOSES.plusMillis(59_999))
                        .state()
                        .state())
                .isEqualTo(ApplicationState.SUBMITTED);
        refused(ApplicationProblem.DEADLINE_PASSED, () -> ApplicationFixtures.submit(complete, CLOSES.plusSeconds(60)));
    }

    @Test
    void aLaterDeadlineHoldsForThoseToWhomItWasGrantedAndIsNamedInTheZoneOfTheCall() {
        Call extended = CallFixtures.extendedFor("KZ", CLOSES.plusSeconds(86_400));
        Student nazira = new Student("nazira", "Nazira", "KG");
        Instant after = CLOSES.plusSeconds(3_600);

        assertThat(Application.start("a", extended, AIGERIM, List.of(), after)
                        .state()
                        .state())
                .isEqualTo(ApplicationState.DRAFT);
        assertThat(catchThrowableOfType(Refused.class, () -> Application.start("a", extended, nazira, List.of(), after))
                        .arguments())
                .containsExactly(CLOSES.atZone(ZONE));
        assertThat(CallFacts.of(extended, AIGERIM).closes()).hasToString("2026-12-02T15:00+06:00");
        assertThat(CallFacts.of(extended, nazira).closes()).hasToString("2026-12-01T15:00+06:00");
    }

    @Test
    void givesAReceiptThatNamesEveryPart() {
        Application submitted = ApplicationFixtures.submitted();
        Receipt receipt = submitted.life().receipt();
        Submission submission = submitted.submission(List.of());

        assertThat(receipt.id()).matches("[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}");
        assertThat(receipt.at()).isEqualTo(NOW);
        assertThat(receipt.submission()).isEqualTo(submission.id()).startsWith("kz-");
        assertThat(receipt.sha256())
                .containsOnlyKeys("submission", "dossier", "answers", "choices", "document:passport")
                .containsEntry("document:passport", PASSPORT.sha256())
                .containsEntry("submission", submission.sha256());
    }

    @Test
    void changesNothingThatIsSubmitted() {
        Application submitted = ApplicationFixtures.submitted();

        refused(
                ApplicationProblem.STATE_CONFLICT,
                () -> submitted.edit(form -> form.with(COMPLETE, List.of(HIROSHIMA), CALL), NOW));
        refused(ApplicationProblem.STATE_CONFLICT, () -> submitted.edit(form -> form.with(PASSPORT, CALL), NOW));
        refused(ApplicationProblem.STATE_CONFLICT, () -> submitted.edit(form -> form.without("passport"), NOW));
        refused(ApplicationProblem.STATE_CONFLICT, () -> ApplicationFixtures.submit(submitted, NOW));
    }

    @Test
    void isUnderReviewWithTheFirstReviewAndNotTwice() {
        Change<Application> first = ApplicationFixtures.submitted().reviewBegun(NOW);

        assertThat(first.state().state()).isEqualTo(ApplicationState.UNDER_REVIEW);
        assertThat(first.events()).singleElement().isInstanceOf(ApplicationEvent.ReviewBegun.class);
        assertThat(first.state().reviewBegun(NOW)).isEqualTo(Change.silent(first.state()));
    }

    @Test
    void aWrongFileNoticedBeforeTheDeadlineIsCorrectedWithANewReceiptAndTheOldOneIsKept() {
        Application submitted = ApplicationFixtures.submitted();
        AttachedDocument right =
                new AttachedDocument("passport", "cd".repeat(32), "right.pdf", "application/pdf", 99, NOW);

        Application correcting = submitted
                .beginCorrection(CALL, NOW)
                .state()
                .edit(form -> form.with(right, CALL), NOW)
                .state();

        assertThat(correcting.state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(correcting.form()).as("what stands").isEqualTo(submitted.form());
        assertThat(correcting.names(right.sha256())).isTrue();
        Change<Application> again = ApplicationFixtures.submit(correcting, NOW.plusSeconds(60));
        Application corrected = again.state();
        assertThat(corrected.form().documents()).containsExactly(right);
        assertThat(corrected.correction()).isNull();
        assertThat(corrected.life().receipt().sha256()).containsEntry("document:passport", right.sha256());
        assertThat(corrected.submittedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(corrected.life().earlier()).containsExactly(submitted.life().receipt());
        assertThat(corrected.names(PASSPORT.sha256()))
                .as("of the earlier receipt")
                .isTrue();
        assertThat(again.events()).singleElement().isInstanceOf(ApplicationEvent.Submitted.class);
    }

    @Test
    void aCorrectionThatIsThrownAwayLeavesWhatStands() {
        Application submitted = ApplicationFixtures.submitted();
        Application correcting = submitted.beginCorrection(CALL, NOW).state();

        Application discarded = correcting
                .edit(form -> form.without("passport"), NOW)
                .state()
                .discardCorrection(NOW)
                .state();

        assertThat(discarded).isEqualTo(submitted);
        refused(ApplicationProblem.STATE_CONFLICT, () -> discarded.discardCorrection(NOW));
    }

    @Test
    void aCorrectionThatComesAfterTheDeadlineIsRefusedAndKept() {
        Application correcting = ApplicationFixtures.correcting();
        Instant over = CLOSES.plusSeconds(60);

        assertThat(ApplicationFixtures.submit(correcting, over.minusMillis(1))
                        .state()
                        .correction())
                .isNull();
        refused(ApplicationProblem.DEADLINE_PASSED, () -> ApplicationFixtures.submit(correcting, over));
        refused(
                ApplicationProblem.DEADLINE_PASSED,
                () -> ApplicationFixtures.submitted().beginCorrection(CALL, over));
        assertThat(StudentApplication.of(correcting, CALL, over).actions())
                .containsExactly("discard-correction", "withdraw");
        assertThat(StudentApplication.of(correcting, CALL, over).correction()).isNotNull();
    }

    @Test
    void onceReviewingHasBegunNobodyBeginsACorrectionButWhoHasBegunOneHandsItIn() {
        Application correcting =
                ApplicationFixtures.correcting().reviewBegun(NOW).state();

        refused(
                ApplicationProblem.REVIEW_BEGUN,
                () -> ApplicationFixtures.underReview().beginCorrection(CALL, NOW));
        Application corrected = ApplicationFixtures.submit(correcting, NOW).state();
        assertThat(corrected.state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(corrected.life().reviewed())
                .as("what was reviewed was another submission")
                .isFalse();
    }

    @Test
    void isReturnedForCorrectionBeyondTheDeadlineAndStaysInTime() {
        Application submitted = ApplicationFixtures.submitted();
        Instant asked = CLOSES.plusSeconds(3_600);
        Instant until = asked.plusSeconds(86_400);

        Change<Application> returned = submitted.giveBack(new CorrectionRequest("No stamp.", until, asked));

        assertThat(returned.state().state()).isEqualTo(ApplicationState.RETURNED);
        assertThat(returned.events()).singleElement().isInstanceOf(ApplicationEvent.Returned.class);
        assertThat(returned.due()).containsExactly(new Schedule(Application.CORRECTION_EXPIRY, until.plusSeconds(60)));
        Change<Application> again = ApplicationFixtures.submit(
                returned.state().beginCorrection(CALL, asked).state(), until.plusMillis(59_999));
        assertThat(again.state().state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(again.state().submittedAt()).as("counts").isEqualTo(NOW);
        assertThat(again.state().life().receipt().at()).isEqualTo(until.plusMillis(59_999));
        assertThat(again.due()).containsExactly(new Schedule(Application.CORRECTION_EXPIRY, null));
        refused(
                ApplicationProblem.CORRECTION_TOO_LATE,
                () -> returned.state().beginCorrection(CALL, until.plusSeconds(60)));
    }

    @ParameterizedTest
    @CsvSource({"false, SUBMITTED", "true, UNDER_REVIEW"})
    void standsAsItWasWhenNoCorrectionComes(boolean reviewed, ApplicationState stands) {
        Application before = reviewed ? ApplicationFixtures.underReview() : ApplicationFixtures.submitted();
        Instant until = NOW.plusSeconds(3_600);
        Application returned = before.giveBack(new CorrectionRequest("No stamp.", until, NOW))
                .state()
                .beginCorrection(CALL, NOW)
                .state();

        assertThat(returned.expireCorrection(until.plusMillis(59_999))).isEqualTo(Change.silent(returned));
        Change<Application> expired = returned.expireCorrection(until.plusSeconds(60));

        assertThat(expired.state().state()).isEqualTo(stands);
        assertThat(expired.state().form()).isEqualTo(before.form());
        assertThat(expired.state().correction()).as("to be read").isNotNull();
        assertThat(expired.state().life().asked()).isNull();
        assertThat(expired.events()).singleElement().isInstanceOf(ApplicationEvent.CorrectionExpired.class);
    }

    @Test
    void aReviewThatComesWhileItIsReturnedShowsWhenItStandsAgain() {
        Application returned = ApplicationFixtures.submitted()
                .giveBack(new CorrectionRequest("No stamp.", NOW.plusSeconds(60), NOW))
                .state();

        Application reviewed = returned.reviewBegun(NOW).state();

        assertThat(reviewed.state()).isEqualTo(ApplicationState.RETURNED);
        assertThat(reviewed.expireCorrection(NOW.plusSeconds(120)).state().state())
                .isEqualTo(ApplicationState.UNDER_REVIEW);
    }

    @Test
    void isReturnedOnlyWhileItIsLookedAtAndWithTimeToAnswer() {
        CorrectionRequest tomorrow = new CorrectionRequest("No stamp.", NOW.plusSeconds(86_400), NOW);

        refused(
                ApplicationProblem.STATE_CONFLICT,
                () -> ApplicationFixtures.offered().giveBack(tomorrow));
        refused(
                ApplicationProblem.STATE_CONFLICT,
                () -> ApplicationFixtures.draft().giveBack(tomorrow));
        assertThat(fieldErrors(() -> ApplicationFixtures.submitted()
                        .giveBack(new CorrectionRequest("No stamp.", NOW.minusSeconds(60), NOW))))
                .containsExactly("/until");
        assertThat(fieldErrors(() -> ApplicationFixtures.submitted()
                        .giveBack(new CorrectionRequest("No stamp.", NOW.plusSeconds(61 * 86_400), NOW))))
                .containsExactly("/until");
    }

    @Test
    void startsAgainWithWhatWasWrittenLast() {
        Application withdrawn = ApplicationFixtures.correcting()
                .edit(form -> form.without("passport"), NOW)
                .state()
                .withdraw(null, NOW)
                .state();

        Application again = withdrawn.startAgain(CALL, List.of(), NOW).state();

        assertThat(again.form().documents()).isEmpty();
        assertThat(again.correction()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void tellsTheStudentWhatWasDecided(Outcome outcome) {
        Application told = ApplicationFixtures.announced(outcome);

        assertThat(told.state()).isEqualTo(outcome.announced());
        assertThat(told.life().announcement().outcome()).isEqualTo(outcome);
        assertThat(told.offer() != null).isEqualTo(outcome == Outcome.SELECTED);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void theStudentAloneCanShowWhichEntryOfTheLogTheDecisionIs(Outcome outcome) {
        Change<Application> told = ApplicationFixtures.announce(ApplicationFixtures.underReview(), outcome);
        Change<Application> alike = ApplicationFixtures.announce(ApplicationFixtures.underReview(), outcome);

        Announcement announced = told.state().life().announcement();
        Map<String, String> opening = new HashMap<>(Map.of(
                "application", told.state().id(),
                "salt", announced.salt(),
                "state", outcome.announced().toString()));
        if (outcome == Outcome.SELECTED) {
            opening.put("place", CallFixtures.TSUKUBA);
        }
        assertThat(commitment(told)).isEqualTo(CanonicalJson.sha256(opening)).isNotEqualTo(commitment(alike));
        assertThat(JsonMapper.shared().writeValueAsString(announced)).doesNotContain("salt", announced.salt());
    }

    private static String commitment(Change<Application> told) {
        return ((ApplicationEvent.DecisionPublished) told.events().getFirst()).commitment();
    }

    @Test
    void tellsNothingToWhoHasWithdrawn() {
        Application withdrawn =
                ApplicationFixtures.underReview().withdraw(null, NOW).state();

        assertThat(ApplicationFixtures.announce(withdrawn, Outcome.SELECTED)).isEqualTo(Change.silent(withdrawn));
    }

    @Test
    void offersAPlaceFromTheReserveListLater() {
        Application reserve = ApplicationFixtures.announced(Outcome.RESERVE);

        assertThat(ApplicationFixtures.announce(reserve, Outcome.SELECTED)
                        .state()
                        .state())
                .isEqualTo(ApplicationState.OFFERED);
    }

    @Test
    void answersAnOfferOnceAndInTime() {
        Application offered = ApplicationFixtures.offered();
        Application accepted = offered.answerOffer(OfferAnswer.ACCEPTED, List.of(), ZONE, ANSWER_BY)
                .state();

        assertThat(accepted.state()).isEqualTo(ApplicationState.ACCEPTED);
        refused(
                ApplicationProblem.STATE_CONFLICT,
                () -> accepted.answerOffer(OfferAnswer.DECLINED, List.of(), ZONE, NOW));
        refused(
                ApplicationProblem.OFFER_EXPIRED,
                () -> offered.answerOffer(OfferAnswer.ACCEPTED, List.of(), ZONE, ANSWER_BY.plusMillis(1)));
    }

    @Test
    void offerExpiresWhenItsTimeIsOverAndNotBefore() {
        Application offered = ApplicationFixtures.offered();
        assertThat(offered.expire(ANSWER_BY)).isEqualTo(Change.silent(offered));

        Change<Application> expired = offered.expire(ANSWER_BY.plusMillis(1));

        assertThat(expired.state().state()).isEqualTo(ApplicationState.EXPIRED);
        assertThat(expired.events()).singleElement().isInstanceOf(ApplicationEvent.OfferExpired.class);
        assertThat(expired.state().life().timeline().getLast().by()).isNull();
        refused(
                ApplicationProblem.OFFER_EXPIRED,
                () -> expired.state().answerOffer(OfferAnswer.ACCEPTED, List.of(), ZONE, ANSWER_BY.plusMillis(2)));
    }

    @Test
    void offerThatIsAnsweredOrTakenBackDoesNotExpire() {
        Change<Application> offered = ApplicationFixtures.announce(ApplicationFixtures.underReview(), Outcome.SELECTED);
        assertThat(offered.due())
                .containsExactly(
                        new Schedule(Application.OFFER_EXPIRY, ANSWER_BY.plusMillis(1)),
                        new Schedule(Application.OFFER_REMINDER, null));

        assertThat(offered.state()
                        .answerOffer(OfferAnswer.DECLINED, List.of(), ZONE, NOW)
                        .due())
                .containsExactly(
                        new Schedule(Application.OFFER_EXPIRY, null), new Schedule(Application.OFFER_REMINDER, null));
        assertThat(offered.state().withdraw(null, NOW).due())
                .containsExactly(
                        new Schedule(Application.OFFER_EXPIRY, null), new Schedule(Application.OFFER_REMINDER, null));
        Application accepted = offered.state()
                .answerOffer(OfferAnswer.ACCEPTED, List.of(), ZONE, NOW)
                .state();
        assertThat(accepted.expire(ANSWER_BY.plusSeconds(1))).isEqualTo(Change.silent(accepted));
    }

    @Test
    void remindsOfAnOfferOnceTwoDaysBeforeItEndsAndNeverAfterAnAnswer() {
        Application offered = ApplicationFixtures.offered();
        Instant due = ANSWER_BY.minus(Duration.ofDays(2));

        Change<Application> reminded = offered.remindOfOffer(due);

        assertThat(reminded.events())
                .containsExactly(
                        new ApplicationEvent.OfferEndsSoon(offered.subject(), "University of Tsukuba", ANSWER_BY));
        assertThat(reminded.due()).containsExactly(new Schedule(Application.OFFER_REMINDER, null));
        assertThat(reminded.state()).isEqualTo(offered);
        assertThat(offered.reminder(due.minusMillis(1))).contains(due);
        assertThat(offered.remindOfOffer(due.minusMillis(1)).events()).isEmpty();
        assertThat(offered.remindOfOffer(ANSWER_BY.plusMillis(1)).events()).isEmpty();
        assertThat(ApplicationFixtures.accepted().remindOfOffer(due).events()).isEmpty();
    }

    @Test
    void offerOfAnEarlierReleaseIsRemindedOfWhereThereIsTime() {
        Application offered = ApplicationFixtures.offered();
        Instant due = ANSWER_BY.minus(Duration.ofDays(2));

        assertThat(offered.remindOfEarlierOffer(due.minusMillis(1)).due())
                .containsExactly(new Schedule(Application.OFFER_REMINDER, due));
        assertThat(offered.remindOfEarlierOffer(due).due())
                .as("it may have gone out")
                .isEmpty();
        assertThat(ApplicationFixtures.accepted()
                        .remindOfEarlierOffer(due.minusMillis(1))
                        .due())
                .isEmpty();
    }

    @Test
    void whoHasNoMoreThanTwoDaysForAnAnswerIsNotReminded() {
        assertThat(offeredFor(Duration.ofDays(2)).due()).contains(new Schedule(Application.OFFER_REMINDER, null));
        assertThat(offeredFor(Duration.ofDays(14)).due())
                .contains(new Schedule(Application.OFFER_REMINDER, NOW.plus(Duration.ofDays(12))));
    }

    private static Change<Application> offeredFor(Duration time) {
        return ApplicationFixtures.underReview()
                .announce(
                        Announcement.of(Outcome.SELECTED, TSUKUBA, "Strong plan.", NOW, null),
                        "University of Tsukuba",
                        NOW.plus(time));
    }

    @Test
    void anOfferThatIsGivenUpIsDeclinedAndAnAcceptedPlaceIsFreeAgain() {
        Application offered = ApplicationFixtures.offered();
        Application accepted = ApplicationFixtures.accepted();
        Elsewhere kept = new Elsewhere("kz-2", Map.of("en", "MEXT"), "Hiroshima University");

        Change<Application> declined = offered.giveUp(kept, NOW);
        Change<Application> givenUp = accepted.giveUp(kept, NOW);

        assertThat(declined.state().state()).isEqualTo(ApplicationState.DECLINED);
        assertThat(declined.events())
                .containsExactly(
                        new ApplicationEvent.OfferAnswered(declined.state().subject(), OfferAnswer.DECLINED));
        assertThat(givenUp.state().state()).isEqualTo(ApplicationState.DECLINED);
        assertThat(givenUp.state().subject().reached()).isEqualTo(ApplicationState.OFFERED);
        assertThat(givenUp.events())
                .containsExactly(
                        new ApplicationEvent.PlaceGivenUp(givenUp.state().subject(), "University of Tsukuba"));
        assertThat(givenUp.state().life().timeline().getLast().elsewhere()).containsExactly(kept);
        assertThat(givenUp.state().giveUp(kept, NOW)).isEqualTo(Change.silent(givenUp.state()));
        assertThat(ApplicationFixtures.submitted().giveUp(kept, NOW).events()).isEmpty();
    }

    @Test
    void whereSomebodyGoesInsteadIsForTheirOwnEyes() {
        Elsewhere kept = new Elsewhere("kz-2", Map.of("en", "MEXT"), "Hiroshima University");
        Application givenUp = ApplicationFixtures.accepted().giveUp(kept, NOW).state();

        ApplicationFacts.StepView read = ApplicationFacts.of(givenUp).timeline().getLast();
        ApplicationFacts.StepView own =
                ApplicationFacts.ofOwn(givenUp).timeline().getLast();

        assertThat(read.exchange()).isTrue();
        assertThat(read.elsewhere()).isNull();
        assertThat(own.elsewhere()).containsExactly(kept);
        assertThat(givenUp.withoutPerson().state().life().timeline().getLast().elsewhere())
                .containsExactly(new Elsewhere(null, Map.of(), null));
    }

    @Test
    void isWithdrawnUntilAnOfferIsAnswered() {
        assertThat(ApplicationFixtures.offered()
                        .withdraw("Other plans", NOW)
                        .state()
                        .state())
                .isEqualTo(ApplicationState.WITHDRAWN);
        Application accepted = ApplicationFixtures.offered()
                .answerOffer(OfferAnswer.ACCEPTED, List.of(), ZONE, NOW)
                .state();
        refused(ApplicationProblem.STATE_CONFLICT, () -> accepted.withdraw(null, NOW));
    }

    @Test
    void startsAgainWithTheOldAnswersWhileTheCallIsOpen() {
        Application submitted = ApplicationFixtures.submitted();
        Application withdrawn = submitted.withdraw(null, NOW).state();

        Application again = withdrawn.startAgain(CALL, List.of(), NOW).state();

        assertThat(again.state()).isEqualTo(ApplicationState.DRAFT);
        assertThat(again.form()).isEqualTo(submitted.form());
        assertThat(ApplicationFacts.of(again).dossier())
                .as("a draft takes the dossier as it is")
                .isNull();
        assertThat(again.isHandedIn()).isFalse();
        assertThat(again.life().earlier()).containsExactly(submitted.life().receipt());
        Receipt second = ApplicationFixtures.submit(again, NOW.plusSeconds(60))
                .state()
                .life()
                .receipt();
        assertThat(second.id()).isNotEqualTo(submitted.life().receipt().id());
        refused(
                ApplicationProblem.DEADLINE_PASSED,
                () -> withdrawn.startAgain(CALL, List.of(), CLOSES.plusSeconds(60)));
        refused(ApplicationProblem.STATE_CONFLICT, () -> submitted.startAgain(CALL, List.of(), NOW));
    }

    @Test
    void aWithdrawnDraftStartsAgainAndIsSeenByNobodyElse() {
        Application quit = ApplicationFixtures.draft().withdraw(null, NOW).state();

        assertThat(quit.isHandedIn()).isFalse();
        assertThat(quit.startAgain(CALL, List.of(), NOW).state().state()).isEqualTo(ApplicationState.DRAFT);
    }

    @Test
    void writesEveryStepIntoTheTimeline() {
        assertThat(ApplicationFixtures.offered().life().timeline())
                .extracting(Step::state, Step::by)
                .containsExactly(
                        tuple(ApplicationState.DRAFT, Role.STUDENT),
                        tuple(ApplicationState.SUBMITTED, Role.STUDENT),
                        tuple(ApplicationState.UNDER_REVIEW, Role.REVIEWER),
                        tuple(ApplicationState.OFFERED, Role.COORDINATOR));
    }

    @Test
    void tellsHowFarItHasComeWhateverBecameOfItThen() {
        Application taken = ApplicationFixtures.offered();
        Application quit = taken.withdraw(null, ANSWER_BY).state();

        assertThat(quit.subject().state()).isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(quit.subject().reached()).isEqualTo(ApplicationState.OFFERED);
        assertThat(quit.subject().since()).isEqualTo(ANSWER_BY);
        assertThat(quit.subject().country()).isEqualTo("KZ");
        assertThat(quit.startAgain(CALL, List.of(), NOW).state().subject().reached())
                .isEqualTo(ApplicationState.DRAFT);
        assertThat(ApplicationFixtures.announced(Outcome.NOT_SELECTED).subject().reached())
                .isEqualTo(ApplicationState.SUBMITTED);
        assertThat(taken.answerOffer(OfferAnswer.ACCEPTED, List.of(), ZONE, NOW)
                        .state()
                        .subject()
                        .reached())
                .isEqualTo(ApplicationState.ACCEPTED);
        assertThat(taken.answerOffer(OfferAnswer.DECLINED, List.of(), ZONE, NOW)
                        .state()
                        .subject()
                        .reached())
                .isEqualTo(ApplicationState.OFFERED);
    }

    @Test
    void tellsWhichPlaceIsOfferedAsLongAsItIsAboutThat() {
        Application taken = ApplicationFixtures.offered();

        assertThat(ApplicationFixtures.submitted().subject().placeId()).isNull();
        assertThat(taken.subject().placeId()).isEqualTo(TSUKUBA);
        assertThat(taken.answerOffer(OfferAnswer.DECLINED, List.of(), ZONE, NOW)
                        .state()
                        .subject()
                        .placeId())
                .isEqualTo(TSUKUBA);
        assertThat(taken.withdraw(null, NOW)
                        .state()
                        .startAgain(CALL, List.of(), NOW)
                        .state()
                        .subject()
                        .placeId())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "University of Tsukuba,        jp-university-of-tsukuba",
        "' university  of TSUKUBA',    jp-university-of-tsukuba",
        "筑波大学,                      jp-university-of-tsukuba",
        "University of Tsukuba Branch,",
        "' ',",
        ","
    })
    void toAnExchangeTellsFromWhichOfItsUniversitiesTheStudentComes(String institution, String home) {
        Particulars dossier = DossierFixtures.studyingAt(institution);

        Application exchange = ApplicationFixtures.draft().stating(dossier, CallFixtures.exchange());

        assertThat(exchange.subject().homeHostId()).isEqualTo(home);
        assertThat(exchange.edit(form -> form.with(PASSPORT, CALL), NOW)
                        .state()
                        .subject()
                        .homeHostId())
                .isEqualTo(home);
        assertThat(ApplicationFixtures.draft().stating(dossier, CALL).subject().homeHostId())
                .as("nobody else needs to know")
                .isNull();
    }

    @Test
    void askedReferencesAreHandedInAndNeedNotHaveArrived() {
        Call asking = CallFixtures.openAsking(1);
        Application complete = ApplicationFixtures.complete().stating(ApplicationFixtures.DOSSIER, asking);
        List<AskedReferee> asked =
                List.of(new AskedReferee("Ivan Petrov", "KazNU", "petrov@example.org", "Supervisor", NOW));

        assertThat(fieldErrors(() -> complete.submit(
                        complete.submission(List.of()), List.of(), UnaryOperator.identity(), asking, NOW)))
                .containsExactly("/references");
        Submission frozen = complete.submission(asked);
        Application submitted = complete.submit(frozen, asked, UnaryOperator.identity(), asking, NOW)
                .state();

        assertThat(frozen.text()).contains("petrov@example.org");
        assertThat(submitted.life().receipt().sha256()).containsKey("references");
        assertThat(complete.submission(List.of()).text()).doesNotContain("references");
    }

    private static void refused(Problem problem, ThrowingCallable action) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(action)
                .extracting(Refused::problem)
                .isEqualTo(problem);
    }

    private static List<String> fieldErrors(ThrowingCallable action) {
        Refused refused = catchThrowableOfType(Refused.class, action);
        assertThat(refused.problem()).isEqualTo(Problem.FIELD_ERRORS);
        return refused.errors().stream().map(FieldError::pointer).toList();
    }
}
