package org.yol.notifications.message;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.ApplicationEvent.CorrectionExpired;
import org.yol.contracts.ApplicationEvent.DecisionPublished;
import org.yol.contracts.ApplicationEvent.OfferAnswered;
import org.yol.contracts.ApplicationEvent.OfferEndsSoon;
import org.yol.contracts.ApplicationEvent.OfferExpired;
import org.yol.contracts.ApplicationEvent.PlaceGivenUp;
import org.yol.contracts.ApplicationEvent.Returned;
import org.yol.contracts.ApplicationEvent.Subject;
import org.yol.contracts.ApplicationEvent.Submitted;
import org.yol.contracts.ApplicationEvent.Withdrawn;
import org.yol.contracts.ApplicationState;

/**
 * What the student is told of their application's life. An event that lacks what the message has to say is refused with
 * a {@link NullPointerException}: nobody is told half a thing. One with a word this release does not know makes no
 * message.
 */
final class ApplicationMessages {

    private ApplicationMessages() {}

    /**
     * The message an event makes, if it makes one.
     *
     * @param seq the event's number within the application
     * @param at when it happened
     */
    static Optional<Message> about(ApplicationEvent event, long seq, Instant at) {
        Subject subject = event.application();
        return content(event, at).map(content -> {
            String student = Objects.requireNonNull(subject.studentId(), "no student");
            return new Message(
                    MessageId.of(subject.applicationId(), seq, student, content.template()),
                    0,
                    student,
                    content.template(),
                    content.particulars().ofCall(subject.callId()),
                    "/applications/" + subject.applicationId(),
                    at,
                    false,
                    Delivery.PENDING);
        });
    }

    private record Content(Template template, Particulars particulars) {}

    private static Optional<Content> content(ApplicationEvent event, Instant at) {
        var title = event.application().programmeTitle();
        return switch (event) {
            case Submitted submitted -> {
                String receipt = Objects.requireNonNull(submitted.receiptId(), "no receipt");
                Instant when = Objects.requireNonNull(submitted.submittedAt(), "no instant of submission");
                yield Optional.of(new Content(Template.SUBMITTED, new Particulars(title, null, receipt, when)));
            }
            case Returned returned -> {
                Instant until = Objects.requireNonNull(returned.until(), "no instant to correct by");
                yield Optional.of(new Content(Template.RETURNED, new Particulars(title, null, null, until)));
            }
            case CorrectionExpired expired -> {
                Instant until = Objects.requireNonNull(expired.until(), "no instant to correct by");
                yield Optional.of(new Content(Template.CORRECTION_EXPIRED, new Particulars(title, null, null, until)));
            }
            case ApplicationEvent.Nominated _ ->
                Optional.of(new Content(Template.NOMINATED, new Particulars(title, null, null, at)));
            case ApplicationEvent.NominationDeclined _ ->
                Optional.of(new Content(Template.NOMINATION_DECLINED, new Particulars(title, null, null, at)));
            case ApplicationEvent.PassedOver _ ->
                Optional.of(new Content(Template.NOMINATION_PASSED_OVER, new Particulars(title, null, null, at)));
            case Withdrawn withdrawn when neverHandedIn(withdrawn.application()) -> Optional.empty();
            case Withdrawn _ -> Optional.of(new Content(Template.WITHDRAWN, new Particulars(title, null, null, at)));
            case DecisionPublished decision -> decision(decision, at);
            case OfferAnswered answered ->
                switch (answered.answer()) {
                    case ACCEPTED ->
                        Optional.of(new Content(Template.ACCEPTED, new Particulars(title, null, null, at)));
                    case DECLINED ->
                        Optional.of(new Content(Template.DECLINED, new Particulars(title, null, null, at)));
                    case UNKNOWN -> Optional.empty();
                };
            case OfferEndsSoon ending -> {
                String place = Objects.requireNonNull(ending.placeName(), "no place");
                Instant answerBy = Objects.requireNonNull(ending.answerBy(), "no instant to answer by");
                yield Optional.of(new Content(Template.OFFER_ENDS_SOON, new Particulars(title, place, null, answerBy)));
            }
            case PlaceGivenUp given -> {
                String place = Objects.requireNonNull(given.placeName(), "no place");
                yield Optional.of(new Content(Template.GIVEN_UP, new Particulars(title, place, null, at)));
            }
            case OfferExpired expired -> {
                String place = Objects.requireNonNull(expired.placeName(), "no place");
                Instant when = Objects.requireNonNull(expired.expiredAt(), "no instant of expiry");
                yield Optional.of(new Content(Template.EXPIRED, new Particulars(title, place, null, when)));
            }
            case ApplicationEvent.Awarded _ ->
                Optional.of(new Content(Template.AWARDED, new Particulars(title, null, null, at)));
            case ApplicationEvent.Completed _ ->
                Optional.of(new Content(Template.COMPLETED, new Particulars(title, null, null, at)));
            case ApplicationEvent.Started _, ApplicationEvent.ReviewBegun _, ApplicationEvent.ToldAgain _ ->
                Optional.empty();
        };
    }

    /**
     * Whether a draft was deleted, which nobody but its student has seen, so that there is nothing to tell. One that
     * was handed in before, taken back and begun again is a draft too: its student was told when it was taken back.
     */
    private static boolean neverHandedIn(ApplicationEvent.Subject application) {
        return application.reached() == ApplicationState.DRAFT;
    }

    private static Optional<Content> decision(DecisionPublished decision, Instant at) {
        var title = decision.application().programmeTitle();
        return switch (decision.application().state()) {
            case OFFERED -> {
                String place = Objects.requireNonNull(decision.placeName(), "no place");
                Instant answerBy = Objects.requireNonNull(decision.answerBy(), "no instant to answer by");
                yield Optional.of(new Content(Template.OFFERED, new Particulars(title, place, null, answerBy)));
            }
            case RESERVE -> Optional.of(new Content(Template.RESERVE, new Particulars(title, null, null, at)));
            case NOT_SELECTED ->
                Optional.of(new Content(Template.NOT_SELECTED, new Particulars(title, null, null, at)));
            case UNKNOWN -> Optional.empty();
            case DRAFT,
                    SUBMITTED,
                    RETURNED,
                    NOMINATED,
                    UNDER_REVIEW,
                    SELECTED,
                    ACCEPTED,
                    AWARDED,
                    COMPLETED,
                    DECLINED,
                    EXPIRED,
                    WITHDRAWN ->
                throw new IllegalArgumentException("No decision is published in the state "
                        + decision.application().state());
        };
    }
}
