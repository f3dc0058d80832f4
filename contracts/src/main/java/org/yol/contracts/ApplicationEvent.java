package org.yol.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * What happened to one application. Key: application id. Who the student is beyond the account, the citizenship and, of
 * an exchange, the university, by which public figures count, stays with the applications-service: nobody else needs
 * it. What the student may not know yet is told to nobody: neither who reviews nor what is decided and not announced.
 */
public sealed interface ApplicationEvent extends Event {

    /** The application and its public state after the event: all that a count or a list needs. */
    Subject application();

    /**
     * The application an event is about.
     *
     * @param studentId the student's account
     * @param state the state after the event, as the student may know it
     * @param programmeTitle by language tag, for messages to people; {@code en} is always there
     * @param country ISO 3166-1 alpha-2 of the citizenship the account states, for public figures; null where it states
     *     none, and from releases that did not tell it
     * @param reached how far it has come since it was last begun, whatever became of it then: draft, submitted, offered
     *     or accepted (then awarded and completed too); null from releases that did not tell it
     * @param since when it came into its state; null from releases that did not tell it
     * @param placeId of the call: the place that is offered, or was since it was last begun; null without, and from
     *     releases that did not tell it
     * @param homeHostId of an exchange: which of the universities of the call the student says to come from; null
     *     elsewhere, when it is none of them, and from releases that did not tell it
     */
    record Subject(
            String applicationId,
            String callId,
            String programmeId,
            String studentId,
            ApplicationState state,
            Map<String, String> programmeTitle,
            String country,
            ApplicationState reached,
            Instant since,
            String placeId,
            String homeHostId) {}

    /** A draft exists. */
    record Started(Subject application) implements ApplicationEvent {}

    /**
     * Handed in before the deadline; the receipt names what was handed in.
     *
     * @param replaces the receipt of what this corrects, and which counts no more; null for what corrects nothing, and
     *     from releases that did not tell it
     * @param commitment what stands for it in the public log: SHA-256, lower-case hex, of what the receipt's holder can
     *     show; null from releases that did not tell it
     */
    record Submitted(Subject application, String receiptId, Instant submittedAt, String replaces, String commitment)
            implements ApplicationEvent {}

    /**
     * A coordinator asks for a correction; what was handed in stands until one is. Why is in the application, for its
     * student to read there.
     *
     * @param until when the correction may be handed in
     */
    record Returned(Subject application, Instant until) implements ApplicationEvent {}

    /**
     * The correction that was asked for was not handed in: what stood before stands. The state is submitted or
     * under-review, as before it was asked for.
     *
     * @param until when it could have been handed in
     */
    record CorrectionExpired(Subject application, Instant until) implements ApplicationEvent {}

    /** Taken back by the student. */
    record Withdrawn(Subject application) implements ApplicationEvent {}

    /** The authority of the student's country nominates it. In which rank is for those to know who decide. */
    record Nominated(Subject application) implements ApplicationEvent {}

    /**
     * The authority of the student's country does not nominate it: it will not be considered. Why is in the
     * application, for its student to read there.
     */
    record NominationDeclined(Subject application) implements ApplicationEvent {}

    /**
     * The authority of the student's country has sent its list, and this application is neither nominated nor declined
     * there: it will not be considered.
     */
    record PassedOver(Subject application) implements ApplicationEvent {}

    /**
     * The first review of it is there: it is under review from now on. Who reviews, and how, is nobody else's concern.
     */
    record ReviewBegun(Subject application) implements ApplicationEvent {}

    /**
     * The decision is public to the student. The state is offered, reserve or not-selected.
     *
     * @param placeName the offered place as people call it; null without an offer
     * @param answerBy until when the offer stands; null without an offer
     * @param commitment what stands for it in the public log: SHA-256, lower-case hex, of what the student can show;
     *     null from releases that did not tell it
     */
    record DecisionPublished(Subject application, String placeName, Instant answerBy, String commitment)
            implements ApplicationEvent {}

    /** The student accepted or declined the offer. */
    record OfferAnswered(Subject application, OfferAnswer answer) implements ApplicationEvent {}

    /**
     * The student let the offer pass: its place is free again.
     *
     * @param placeName the place that was offered, as people call it
     * @param expiredAt until when the offer stood
     */
    record OfferExpired(Subject application, String placeName, Instant expiredAt) implements ApplicationEvent {}

    /**
     * The student has accepted a place of another call and gives up the one accepted here: it is free again. The state
     * is declined, as of an offer that was not accepted in the first place. Which other one is nobody else's concern.
     *
     * @param placeName the place that is given up, as people call it
     */
    record PlaceGivenUp(Subject application, String placeName) implements ApplicationEvent {}

    /**
     * The offer ends soon, and the student has not answered.
     *
     * @param placeName the place that is offered, as people call it
     * @param answerBy until when it stands
     */
    record OfferEndsSoon(Subject application, String placeName, Instant answerBy) implements ApplicationEvent {}

    /** The place that was accepted is taken up: the scholarship is theirs. */
    record Awarded(Subject application) implements ApplicationEvent {}

    /**
     * What the place was given for has been done to its end.
     *
     * @param endedOn the day on which it ended
     */
    record Completed(Subject application, LocalDate endedOn) implements ApplicationEvent {}

    /** Nothing has happened: how it stands is said once more, for readers who have lost what they knew of it. */
    record ToldAgain(Subject application) implements ApplicationEvent {}
}
