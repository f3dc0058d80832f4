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
import static org.yol.applications.application.ApplicationFixtures.SATO;
import static org.yol.applications.application.ApplicationFixtures.TANAKA;
import static org.yol.applications.call.CallFixtures.CLOSES;
import static org.yol.applications.call.CallFixtures.HIROSHIMA;
import static org.yol.applications.call.CallFixtures.OPENS;
import static org.yol.applications.call.CallFixtures.TSUKUBA;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.OfferAnswer;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

class ApplicationTests {

    @Test
    void startsAsADraftThatTellsSo() {
        var started = Application.start("application-1", CALL, AIGERIM, NOW);

        assertThat(started.state().state()).isEqualTo(ApplicationState.DRAFT);
        assertThat(started.events()).singleElement().isInstanceOf(ApplicationEvent.Started.class);
    }

    @Test
    void doesNotStartOutsideTheWindowOfTheCall() {
        refused(ApplicationProblem.NOT_OPEN_YET, () -> Application.start("a", CALL, AIGERIM, OPENS.minusMillis(1)));
        refused(ApplicationProblem.DEADLINE_PASSED, () -> Application.start("a", CALL, AIGERIM, CLOSES.plusMillis(1)));
    }

    @Test
    void doesNotStartForACitizenOfAnotherCountry() {
        Student dilnoza = new Student("dilnoza", "Dilnoza", "UZ");

        refused(ApplicationProblem.NOT_ELIGIBLE, () -> Application.start("a", CALL, dilnoza, NOW));
    }

    @Test
    void keepsAnUnfinishedDraft() {
        Answers started = new Answers("Bekova", null, null, null, null, null, null, null);

        Application saved =
                ApplicationFixtures.draft().save(started, List.of(), CALL, NOW).state();

        assertThat(saved.answers()).isEqualTo(started);
        assertThat(saved.state()).isEqualTo(ApplicationState.DRAFT);
    }

    @Test
    void refusesChoicesTheCallDoesNotHave() {
        assertThat(fieldErrors(() ->
                        ApplicationFixtures.draft().save(COMPLETE, List.of(TSUKUBA, TSUKUBA, "elsewhere"), CALL, NOW)))
                .containsExactly("/choices", "/choices/1", "/choices/2");
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThat(fieldErrors(() -> ApplicationFixtures.draft().submit(CALL, NOW)))
                .containsExactly(
                        "/answers/familyName",
                        "/answers/givenName",
                        "/answers/birthDate",
                        "/answers/citizenship",
                        "/answers/institution",
                        "/answers/degree",
                        "/answers/motivation",
                        "/answers/studyPlan",
                        "/choices",
                        "/documents/passport");
    }

    @Test
    void submitsUpToTheLastInstantAndNotAMillisecondLater() {
        Application complete = ApplicationFixtures.complete();

        assertThat(complete.submit(CALL, CLOSES).state().state()).isEqualTo(ApplicationState.SUBMITTED);
        refused(ApplicationProblem.DEADLINE_PASSED, () -> complete.submit(CALL, CLOSES.plusMillis(1)));
    }

    @Test
    void givesAReceiptThatNamesEveryPart() {
        Receipt receipt = ApplicationFixtures.submitted().receipt();

        assertThat(receipt.id()).matches("[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}");
        assertThat(receipt.at()).isEqualTo(NOW);
        assertThat(receipt.sha256()).containsOnlyKeys("answers", "choices", "document:passport");
        assertThat(receipt.sha256().get("document:passport")).isEqualTo(PASSPORT.sha256());
    }

    @Test
    void changesNothingThatIsSubmitted() {
        Application submitted = ApplicationFixtures.submitted();

        refused(ApplicationProblem.STATE_CONFLICT, () -> submitted.save(COMPLETE, List.of(HIROSHIMA), CALL, NOW));
        refused(ApplicationProblem.STATE_CONFLICT, () -> submitted.attach(PASSPORT, CALL));
        refused(ApplicationProblem.STATE_CONFLICT, () -> submitted.detach("passport", NOW));
        refused(ApplicationProblem.STATE_CONFLICT, () -> submitted.submit(CALL, NOW));
    }

    @Test
    void scoresByTheWeightsOfTheRubric() {
        Application reviewed = ApplicationFixtures.underReview();

        assertThat(reviewed.state()).isEqualTo(ApplicationState.UNDER_REVIEW);
        assertThat(reviewed.scores().get(TSUKUBA)).isEqualByComparingTo("82.00");
        assertThat(reviewed.score()).isEqualByComparingTo("82.00");
    }

    @Test
    void takesTheMeanOfTheReviewersAndTheLastWordOfEach() {
        Application reviewed = ApplicationFixtures.underReview()
                .review(TSUKUBA, TANAKA, Map.of("academic", 10, "plan", 10), null, CALL, NOW)
                .state()
                .review(TSUKUBA, new Actor("ito", "reviewer"), Map.of("academic", 6, "plan", 7), null, CALL, NOW)
                .state();

        assertThat(reviewed.reviews()).hasSize(2);
        assertThat(reviewed.scores().get(TSUKUBA)).isEqualByComparingTo("82.00");
    }

    @Test
    void refusesScoresOutsideTheRubric() {
        assertThat(fieldErrors(() -> ApplicationFixtures.submitted()
                        .review(TSUKUBA, TANAKA, Map.of("academic", 11), null, CALL, NOW)))
                .containsExactly("/scores/academic", "/scores/plan");
    }

    @ParameterizedTest
    @EnumSource(
            value = ApplicationState.class,
            names = {"SELECTED", "RESERVE", "NOT_SELECTED"})
    void hidesADecisionFromTheStudentUntilItIsPublished(ApplicationState outcome) {
        Application decided = ApplicationFixtures.decided(outcome);

        assertThat(decided.state()).isEqualTo(outcome);
        assertThat(decided.publicState()).isEqualTo(ApplicationState.UNDER_REVIEW);
        assertThat(ApplicationFixtures.published(outcome).publicState())
                .isEqualTo(outcome == ApplicationState.SELECTED ? ApplicationState.OFFERED : outcome);
    }

    @ParameterizedTest
    @EnumSource(
            value = ApplicationState.class,
            names = {"SELECTED", "RESERVE", "NOT_SELECTED"})
    void doesNotShowByWhatIsAllowedThatThereIsADecision(ApplicationState outcome) {
        Application decided = ApplicationFixtures.decided(outcome);

        assertThat(decided.isWithdrawable()).isTrue();
        assertThat(decided.isReviewable()).isTrue();
        assertThat(decided.publiclyUpdatedAt())
                .isEqualTo(ApplicationFixtures.underReview().publiclyUpdatedAt());
        assertThat(decided.announced()).isNull();
    }

    @Test
    void keepsTheAnnouncedDecisionWhileAnotherIsPrepared() {
        Application again = ApplicationFixtures.published(ApplicationState.RESERVE)
                .decide(ApplicationState.NOT_SELECTED, null, "No seat became free.", SATO, NOW)
                .state();

        assertThat(again.announced().outcome()).isEqualTo(ApplicationState.RESERVE);
        assertThat(again.isWithdrawable()).isTrue();
    }

    @Test
    void refusesCriteriaTheRubricDoesNotHave() {
        assertThat(fieldErrors(() -> ApplicationFixtures.submitted()
                        .review(TSUKUBA, TANAKA, Map.of("academic", 9, "plan", 7, "charm", 10), null, CALL, NOW)))
                .containsExactly("/scores");
    }

    @Test
    void selectsOnlyForAPlaceTheStudentRanked() {
        assertThat(fieldErrors(() ->
                        ApplicationFixtures.underReview().decide(ApplicationState.SELECTED, HIROSHIMA, "x", SATO, NOW)))
                .containsExactly("/placeId");
    }

    @Test
    void publishesNoDecisionThatWasNotMade() {
        refused(
                ApplicationProblem.DECISION_MISSING,
                () -> ApplicationFixtures.underReview().publishDecision(ANSWER_BY, SATO, CALL, NOW));
        refused(
                ApplicationProblem.DECISION_MISSING,
                () -> ApplicationFixtures.offered().publishDecision(ANSWER_BY, SATO, CALL, NOW));
    }

    @Test
    void offersAPlaceFromTheReserveListLater() {
        Application again = ApplicationFixtures.published(ApplicationState.RESERVE)
                .decide(ApplicationState.SELECTED, TSUKUBA, "A seat became free.", SATO, NOW)
                .state();

        assertThat(again.publicState()).isEqualTo(ApplicationState.RESERVE);
        assertThat(again.publishDecision(ANSWER_BY, SATO, CALL, NOW).state().state())
                .isEqualTo(ApplicationState.OFFERED);
    }

    @Test
    void answersAnOfferOnceAndInTime() {
        Application offered = ApplicationFixtures.offered();
        Application accepted =
                offered.answerOffer(OfferAnswer.ACCEPTED, ANSWER_BY).state();

        assertThat(accepted.state()).isEqualTo(ApplicationState.ACCEPTED);
        refused(ApplicationProblem.STATE_CONFLICT, () -> accepted.answerOffer(OfferAnswer.DECLINED, NOW));
        refused(
                ApplicationProblem.OFFER_EXPIRED,
                () -> offered.answerOffer(OfferAnswer.ACCEPTED, ANSWER_BY.plusMillis(1)));
    }

    @Test
    void isWithdrawnUntilAnOfferIsAnswered() {
        assertThat(ApplicationFixtures.offered()
                        .withdraw("Other plans", NOW)
                        .state()
                        .state())
                .isEqualTo(ApplicationState.WITHDRAWN);
        Application accepted = ApplicationFixtures.offered()
                .answerOffer(OfferAnswer.ACCEPTED, NOW)
                .state();
        refused(ApplicationProblem.STATE_CONFLICT, () -> accepted.withdraw(null, NOW));
    }

    @Test
    void writesEveryStepIntoTheTimeline() {
        assertThat(ApplicationFixtures.offered().timeline())
                .extracting(TimelineEntry::state, TimelineEntry::by, TimelineEntry::internal)
                .containsExactly(
                        tuple(ApplicationState.DRAFT, "student", false),
                        tuple(ApplicationState.SUBMITTED, "student", false),
                        tuple(ApplicationState.UNDER_REVIEW, "reviewer", false),
                        tuple(ApplicationState.SELECTED, "coordinator", true),
                        tuple(ApplicationState.OFFERED, "coordinator", false));
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
