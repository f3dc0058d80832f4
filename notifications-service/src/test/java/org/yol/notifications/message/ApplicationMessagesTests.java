package org.yol.notifications.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.yol.notifications.message.MessageFixtures.DECEMBER;
import static org.yol.notifications.message.MessageFixtures.FEBRUARY;
import static org.yol.notifications.message.MessageFixtures.PLACE;
import static org.yol.notifications.message.MessageFixtures.accepted;
import static org.yol.notifications.message.MessageFixtures.application;
import static org.yol.notifications.message.MessageFixtures.decided;
import static org.yol.notifications.message.MessageFixtures.deleted;
import static org.yol.notifications.message.MessageFixtures.expired;
import static org.yol.notifications.message.MessageFixtures.message;
import static org.yol.notifications.message.MessageFixtures.offered;
import static org.yol.notifications.message.MessageFixtures.submitted;
import static org.yol.notifications.message.MessageFixtures.withdrawn;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.CertificateEvent;
import org.yol.contracts.EventType;
import org.yol.contracts.GoldenEvents;
import org.yol.contracts.MessageCreated;
import org.yol.contracts.OfferAnswer;

class ApplicationMessagesTests {

    @Test
    void submissionIsConfirmedWithReceiptAndInstant() {
        Message message = message(submitted("a1", "aigerim"));

        assertThat(message.recipientId()).isEqualTo("aigerim");
        assertThat(message.template()).isEqualTo(Template.SUBMITTED);
        assertThat(message.particulars().receiptId()).isEqualTo("receipt-a1");
        assertThat(message.particulars().when()).isEqualTo(DECEMBER);
        assertThat(message.link()).isEqualTo("/applications/a1");
        assertThat(message.read()).isFalse();
    }

    @Test
    void offerNamesThePlaceAndUntilWhenItStands() {
        Message message = message(offered("a1", "aigerim"));

        assertThat(message.template()).isEqualTo(Template.OFFERED);
        assertThat(message.particulars().place()).isEqualTo(PLACE);
        assertThat(message.particulars().when()).isEqualTo(FEBRUARY);
    }

    @Test
    void expiryNamesThePlaceAndUntilWhenTheOfferStood() {
        Message message = message(expired("a1", "aigerim"));

        assertThat(message.template()).isEqualTo(Template.EXPIRED);
        assertThat(message.particulars().place()).isEqualTo(PLACE);
        assertThat(message.particulars().when()).isEqualTo(FEBRUARY);
    }

    @Test
    void reminderNamesThePlaceAndUntilWhenTheOfferStands() {
        Message message = message(new ApplicationEvent.OfferEndsSoon(
                application("a1", "aigerim", ApplicationState.OFFERED), PLACE, FEBRUARY));

        assertThat(message.template()).isEqualTo(Template.OFFER_ENDS_SOON);
        assertThat(message.particulars().place()).isEqualTo(PLACE);
        assertThat(message.particulars().when()).isEqualTo(FEBRUARY);
    }

    @Test
    void whoGivesUpAPlaceIsToldWhich() {
        Message message = message(
                new ApplicationEvent.PlaceGivenUp(application("a1", "aigerim", ApplicationState.DECLINED), PLACE));

        assertThat(message.template()).isEqualTo(Template.GIVEN_UP);
        assertThat(message.particulars().place()).isEqualTo(PLACE);
    }

    static Stream<ApplicationEvent> withAWordOfANewerRelease() {
        return Stream.of(
                decided("a1", "aigerim", ApplicationState.UNKNOWN),
                new ApplicationEvent.OfferAnswered(
                        application("a1", "aigerim", ApplicationState.UNKNOWN), OfferAnswer.UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("withAWordOfANewerRelease")
    void wordOfANewerReleaseMakesNoMessage(ApplicationEvent event) {
        assertThat(ApplicationMessages.about(event, 1, DECEMBER)).isEmpty();
    }

    @Test
    void everyOtherHappeningHasItsTemplate() {
        assertThat(message(withdrawn("a1", "aigerim")).template()).isEqualTo(Template.WITHDRAWN);
        assertThat(message(decided("a1", "aigerim", ApplicationState.RESERVE)).template())
                .isEqualTo(Template.RESERVE);
        assertThat(message(decided("a1", "aigerim", ApplicationState.NOT_SELECTED))
                        .template())
                .isEqualTo(Template.NOT_SELECTED);
        assertThat(message(accepted("a1", "aigerim")).template()).isEqualTo(Template.ACCEPTED);
        assertThat(message(new ApplicationEvent.OfferAnswered(
                                application("a1", "aigerim", ApplicationState.DECLINED), OfferAnswer.DECLINED))
                        .template())
                .isEqualTo(Template.DECLINED);
        assertThat(message(new ApplicationEvent.Awarded(application("a1", "aigerim", ApplicationState.AWARDED)))
                        .template())
                .isEqualTo(Template.AWARDED);
        assertThat(message(new ApplicationEvent.Completed(
                                application("a1", "aigerim", ApplicationState.COMPLETED), LocalDate.EPOCH))
                        .template())
                .isEqualTo(Template.COMPLETED);
    }

    static Stream<ApplicationEvent> notForTheStudent() {
        return Stream.of(
                new ApplicationEvent.Started(application("a1", "aigerim", ApplicationState.DRAFT)),
                new ApplicationEvent.ToldAgain(application("a1", "aigerim", ApplicationState.WITHDRAWN)),
                deleted("a1", "aigerim"),
                new ApplicationEvent.ReviewBegun(application("a1", "aigerim", ApplicationState.UNDER_REVIEW)));
    }

    @ParameterizedTest
    @MethodSource("notForTheStudent")
    void whatIsNotForTheStudentMakesNoMessage(ApplicationEvent event) {
        assertThat(ApplicationMessages.about(event, 1, DECEMBER)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "^(APPLICATION|REVIEW_|DECISION|OFFER|PLACE).*")
    void goldenEventOfEveryTypeIsUnderstood(EventType type) {
        ApplicationEvent event = (ApplicationEvent) GoldenEvents.event(type);

        assertThat(ApplicationMessages.about(event, 1, DECEMBER).map(Message::recipientId))
                .isIn(java.util.Optional.empty(), java.util.Optional.of("nurlan"));
    }

    @Test
    void holderIsToldThatACertificateIsRevokedUnlessTheyAreErased() {
        var revoked = (CertificateEvent.Revoked) GoldenEvents.event(EventType.CERTIFICATE_REVOKED);
        var of = revoked.certificate();
        var nobodys = new CertificateEvent.Subject(
                of.applicationId(), of.callId(), null, of.programmeTitle(), of.kind(), of.digest());

        assertThat(CertificateMessages.about(revoked, 2)).hasValueSatisfying(message -> {
            assertThat(message.recipientId()).isEqualTo("nurlan");
            assertThat(message.template()).isEqualTo(Template.CERTIFICATE_REVOKED);
            assertThat(message.link()).isEqualTo("/applications/" + of.applicationId());
        });
        assertThat(CertificateMessages.about(new CertificateEvent.Revoked(nobodys, revoked.reason(), revoked.at()), 2))
                .isEmpty();
    }

    @Test
    void newsIsToldWithTheMessage() {
        Message message = message(submitted("a1", "aigerim"));

        assertThat(message.created(DECEMBER).events()).containsExactly(new MessageCreated(message.id(), "aigerim"));
    }

    @Test
    void halfAnEventIsRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> message(new ApplicationEvent.Submitted(
                        application("a1", "aigerim", ApplicationState.SUBMITTED), null, DECEMBER, null, null)));
        assertThatNullPointerException()
                .isThrownBy(() -> message(submitted("a1", null)))
                .withMessage("no student");
        assertThatNullPointerException().isThrownBy(() -> new Particulars(Map.of("ja", "研究留学生"), null, null, DECEMBER));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> message(decided("a1", "aigerim", ApplicationState.UNDER_REVIEW)));
    }

    @Test
    void titleFallsBackToEnglish() {
        Particulars particulars = message(submitted("a1", "aigerim")).particulars();

        assertThat(particulars.title("ja")).isEqualTo("研究留学生 2027");
        assertThat(particulars.title("ru")).isEqualTo("Research students 2027");
    }
}
