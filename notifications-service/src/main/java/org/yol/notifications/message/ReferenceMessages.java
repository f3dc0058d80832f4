package org.yol.notifications.message;

import java.util.Objects;
import java.util.Optional;
import org.yol.contracts.ReferenceEvent.Answered;

/** What a student is told of the references they asked for: which referee it is, they see beside the application. */
final class ReferenceMessages {

    private ReferenceMessages() {}

    /**
     * The message an event makes; none of an answer that this release does not know.
     *
     * @param seq the event's number within the reference
     * @throws NullPointerException when the event lacks what the message has to say
     */
    static Optional<Message> about(Answered answered, long seq) {
        String student = Objects.requireNonNull(answered.studentId(), "no student");
        String application = Objects.requireNonNull(answered.applicationId(), "no application");
        return Template.of(answered.answer())
                .map(template -> new Message(
                        MessageId.of(answered.referenceId(), seq, student, template),
                        0,
                        student,
                        template,
                        new Particulars(answered.programmeTitle(), null, null, answered.callId(), answered.at(), null),
                        "/applications/" + application,
                        answered.at(),
                        false,
                        Delivery.PENDING));
    }
}
