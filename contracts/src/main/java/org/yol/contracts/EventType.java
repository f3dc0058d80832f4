package org.yol.contracts;

import java.util.Arrays;
import java.util.Optional;

/** Every event of the platform: its CloudEvents type, its topic and its payload. The one catalogue of all of them. */
public enum EventType {
    CALL_PUBLISHED("org.yol.call.published.v1", Topics.CALLS, CallPublished.class),
    APPLICATION_STARTED("org.yol.application.started.v1", Topics.APPLICATIONS, ApplicationEvent.Started.class),
    APPLICATION_SUBMITTED("org.yol.application.submitted.v1", Topics.APPLICATIONS, ApplicationEvent.Submitted.class),
    APPLICATION_RETURNED("org.yol.application.returned.v1", Topics.APPLICATIONS, ApplicationEvent.Returned.class),
    CORRECTION_EXPIRED(
            "org.yol.application.correction-expired.v1", Topics.APPLICATIONS, ApplicationEvent.CorrectionExpired.class),
    APPLICATION_WITHDRAWN("org.yol.application.withdrawn.v1", Topics.APPLICATIONS, ApplicationEvent.Withdrawn.class),
    APPLICATION_NOMINATED("org.yol.application.nominated.v1", Topics.APPLICATIONS, ApplicationEvent.Nominated.class),
    NOMINATION_DECLINED(
            "org.yol.application.nomination-declined.v1",
            Topics.APPLICATIONS,
            ApplicationEvent.NominationDeclined.class),
    PASSED_OVER("org.yol.application.passed-over.v1", Topics.APPLICATIONS, ApplicationEvent.PassedOver.class),
    REVIEW_BEGUN("org.yol.application.review-begun.v1", Topics.APPLICATIONS, ApplicationEvent.ReviewBegun.class),
    DECISION_PUBLISHED(
            "org.yol.application.decision-published.v1", Topics.APPLICATIONS, ApplicationEvent.DecisionPublished.class),
    OFFER_ANSWERED("org.yol.application.offer-answered.v1", Topics.APPLICATIONS, ApplicationEvent.OfferAnswered.class),
    OFFER_EXPIRED("org.yol.application.offer-expired.v1", Topics.APPLICATIONS, ApplicationEvent.OfferExpired.class),
    PLACE_GIVEN_UP("org.yol.application.place-given-up.v1", Topics.APPLICATIONS, ApplicationEvent.PlaceGivenUp.class),
    OFFER_ENDS_SOON(
            "org.yol.application.offer-ends-soon.v1", Topics.APPLICATIONS, ApplicationEvent.OfferEndsSoon.class),
    APPLICATION_TOLD_AGAIN("org.yol.application.told-again.v1", Topics.APPLICATIONS, ApplicationEvent.ToldAgain.class),
    APPLICATION_AWARDED("org.yol.application.awarded.v1", Topics.APPLICATIONS, ApplicationEvent.Awarded.class),
    APPLICATION_COMPLETED("org.yol.application.completed.v1", Topics.APPLICATIONS, ApplicationEvent.Completed.class),
    CERTIFICATE_ISSUED("org.yol.certificate.issued.v1", Topics.APPLICATIONS, CertificateEvent.Issued.class),
    CERTIFICATE_REVOKED("org.yol.certificate.revoked.v1", Topics.APPLICATIONS, CertificateEvent.Revoked.class),
    CALL_CHANGED("org.yol.application.call-changed.v1", Topics.APPLICATIONS, CallChanged.class),
    DEADLINE_NEAR("org.yol.application.deadline-near.v1", Topics.APPLICATIONS, DeadlineNear.class),
    NOMINATIONS_WANTED("org.yol.nominations.wanted.v1", Topics.APPLICATIONS, NominationsWanted.class),
    LOTTERY_COMMITTED("org.yol.lottery.committed.v1", Topics.APPLICATIONS, LotteryEvent.Committed.class),
    LOTTERY_ENTERED("org.yol.lottery.entered.v1", Topics.APPLICATIONS, LotteryEvent.Entered.class),
    LOTTERY_OPENED("org.yol.lottery.opened.v1", Topics.APPLICATIONS, LotteryEvent.Opened.class),
    REVIEWS_WANTED("org.yol.reviews.wanted.v1", Topics.APPLICATIONS, ReviewsWanted.class),
    REFERENCE_MAIL_WANTED("org.yol.reference.mail-wanted.v1", Topics.APPLICATIONS, ReferenceEvent.MailWanted.class),
    REFERENCE_ANSWERED("org.yol.reference.answered.v1", Topics.APPLICATIONS, ReferenceEvent.Answered.class),
    REFERENCE_UNDELIVERABLE(
            "org.yol.reference.undeliverable.v1", Topics.NOTIFICATIONS, ReferenceEvent.Undeliverable.class),
    PERSON_ERASED("org.yol.person.erased.v1", Topics.APPLICATIONS, PersonErased.class),
    MESSAGE_CREATED("org.yol.message.created.v1", Topics.NOTIFICATIONS, MessageCreated.class),
    SELECTION_FIXED("org.yol.selection.fixed.v1", Topics.APPLICATIONS, SelectionEvent.Fixed.class),
    SELECTION_PUBLISHED("org.yol.selection.published.v1", Topics.APPLICATIONS, SelectionEvent.Published.class),
    CHECKPOINT_SIGNED("org.yol.log.checkpoint-signed.v1", Topics.LOG, CheckpointSigned.class);

    private final String type;
    private final String topic;
    private final Class<? extends Event> payload;

    EventType(String type, String topic, Class<? extends Event> payload) {
        this.type = type;
        this.topic = topic;
        this.payload = payload;
    }

    /** The CloudEvents type, such as {@code org.yol.application.submitted.v1}. */
    public String type() {
        return type;
    }

    /** The Kafka topic that carries it. */
    public String topic() {
        return topic;
    }

    /** The record its JSON data is read into. */
    public Class<? extends Event> payload() {
        return payload;
    }

    /** The entry for a CloudEvents type; empty when this release does not know it. */
    public static Optional<EventType> of(String type) {
        return Arrays.stream(values()).filter(entry -> entry.type.equals(type)).findFirst();
    }

    /**
     * The entry for an event about to be told.
     *
     * @throws IllegalArgumentException when the event stands in no entry, which only {@link UnknownEvent} does
     */
    public static EventType of(Event event) {
        return Arrays.stream(values())
                .filter(entry -> entry.payload == event.getClass())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No event type for " + event.getClass()));
    }
}
