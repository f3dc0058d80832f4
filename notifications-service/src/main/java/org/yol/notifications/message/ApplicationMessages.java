package org.yol.notifications.message;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.yol.contracts.ApplicationEvent;
import org.yol.contracts.ApplicationEvent.DecisionPublished;
import org.yol.contracts.ApplicationEvent.OfferAnswered;
import org.yol.contracts.ApplicationEvent.Subject;
import org.yol.contracts.ApplicationEvent.Submitted;
import org.yol.contracts.ApplicationEvent.Withdrawn;

/**
 * What the student is told of their application's life. An event that lacks what the message has to say is refused with
 * a {@link NullPointerException}: nobody is told half a thing.
 */
final class ApplicationMessages {

    private ApplicationMessages() {}

    /**
     * The message an event makes, if it makes one.
     *
     * @param seq the event's number within the application
     * @param at when it happened
     * @param now when the mail may go
     */
    static Optional<Message> about(ApplicationEvent event, long seq, Instant at, Instant now) {
        Subject subject = event.application();
        return content(event, at).map(content -> {
            String student = Objects.requireNonNull(subject.studentId(), "no student");
            return new Message(
                    MessageId.of(subject.applicationId(), seq, student, content.template()),
                    0,
                    student,
                    content.template(),
                    content.particulars(),
                    "/applications/" + subject.applicationId(),
                    at,
                    false,
                    Delivery.startingAt(now));
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
            case Withdrawn _ -> Optional.of(new Content(Template.WITHDRAWN, new Particulars(title, null, null, at)));
            case DecisionPublished decision -> Optional.of(decision(decision, at));
            case OfferAnswered answered -> {
                Template template = switch (answered.answer()) {
                    case ACCEPTED -> Template.ACCEPTED;
                    case DECLINED -> Template.DECLINED;
                };
                yield Optional.of(new Content(template, new Particulars(title, null, null, at)));
            }
            case ApplicationEvent.Started _, ApplicationEvent.Reviewed _, ApplicationEvent.Decided _ ->
                Optional.empty();
        };
    }

    private static Content decision(DecisionPublished decision, Instant at) {
        var title = decision.application().programmeTitle();
        return switch (decision.application().state()) {
            case OFFERED -> {
                String place = Objects.requireNonNull(decision.placeName(), "no place");
                Instant answerBy = Objects.requireNonNull(decision.answerBy(), "no instant to answer by");
                yield new Content(Template.OFFERED, new Particulars(title, place, null, answerBy));
            }
            case RESERVE -> new Content(Template.RESERVE, new Particulars(title, null, null, at));
            case NOT_SELECTED -> new Content(Template.NOT_SELECTED, new Particulars(title, null, null, at));
            case DRAFT, SUBMITTED, UNDER_REVIEW, SELECTED, ACCEPTED, DECLINED, WITHDRAWN ->
                throw new IllegalArgumentException("No decision is published in the state "
                        + decision.application().state());
        };
    }
}
