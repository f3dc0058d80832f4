package org.yol.contracts;

import java.time.Instant;
import java.util.Map;

/**
 * What happened to one application. Key: application id. Who the student is beyond the account stays with the
 * applications-service: nobody else needs it.
 */
public sealed interface ApplicationEvent extends Event {

    /** The application and its state after the event: all that a count or a list needs. */
    Subject application();

    /**
     * The application an event is about.
     *
     * @param studentId the student's account
     * @param state the state after the event
     * @param programmeTitle by language tag, for messages to people; {@code en} is always there
     */
    record Subject(
            String applicationId,
            String callId,
            String programmeId,
            String studentId,
            ApplicationState state,
            Map<String, String> programmeTitle) {}

    /** A draft exists. */
    record Started(Subject application) implements ApplicationEvent {}

    /** Handed in before the deadline; the receipt names what was handed in. */
    record Submitted(Subject application, String receiptId, Instant submittedAt) implements ApplicationEvent {}

    /** Taken back by the student. */
    record Withdrawn(Subject application) implements ApplicationEvent {}

    /** A reviewer recorded or changed a review of it at one place. */
    record Reviewed(Subject application, String placeId) implements ApplicationEvent {}

    /** A coordinator decided; not yet for the student's eyes. */
    record Decided(Subject application) implements ApplicationEvent {}

    /**
     * The decision is public to the student. The state is offered, reserve or not-selected.
     *
     * @param placeName the offered place as people call it; null without an offer
     * @param answerBy until when the offer stands; null without an offer
     */
    record DecisionPublished(Subject application, String placeName, Instant answerBy) implements ApplicationEvent {}

    /** The student accepted or declined the offer. */
    record OfferAnswered(Subject application, OfferAnswer answer) implements ApplicationEvent {}
}
