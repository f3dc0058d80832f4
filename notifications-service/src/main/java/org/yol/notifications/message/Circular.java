package org.yol.notifications.message;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.CallChanged;
import org.yol.contracts.CallChanged.Applicant;
import org.yol.contracts.Deadline;
import org.yol.contracts.DeadlineNear;
import org.yol.platform.event.ReceivedEvent;

/**
 * What many are told at once, until each has a message of their own. Public because the record codec can read no other.
 *
 * @param id of the event that makes it
 * @param change of a call; null where it is a reminder
 * @param reminder of a deadline; null where it is a change
 * @param at when the reminder was told; null where it is a change, which says so itself
 */
public record Circular(@BsonId String id, CallChanged change, DeadlineNear reminder, Instant at) {

    /** The due work of writing to everybody. */
    static final String SENDING = "sending";

    private static final String NO_STUDENT = "no student";

    /** @throws NullPointerException when the event lacks what the messages have to say */
    static Circular of(CallChanged change, ReceivedEvent event) {
        Objects.requireNonNull(change.change().reason(), "no reason");
        Objects.requireNonNull(change.change().at(), "no instant of the change");
        change.applicants().forEach(applicant -> Objects.requireNonNull(applicant.studentId(), NO_STUDENT));
        return new Circular(idOf(event), change, null, null);
    }

    /** @throws NullPointerException likewise */
    static Circular of(DeadlineNear reminder, ReceivedEvent event) {
        Objects.requireNonNull(reminder.closes(), "no deadline");
        Objects.requireNonNull(reminder.reminder(), "no instant of the reminder");
        reminder.applicants().forEach(applicant -> Objects.requireNonNull(applicant.studentId(), NO_STUDENT));
        return new Circular(idOf(event), null, reminder, event.time());
    }

    private static String idOf(ReceivedEvent event) {
        return event.aggregateId() + "/" + event.seq();
    }

    /**
     * The messages, of each the same however often it is made; none of a kind that this release does not know, and of a
     * deadline none once it is over.
     */
    List<Message> messages(Instant now) {
        return change == null ? reminders(now) : changes();
    }

    private List<Message> changes() {
        return change.applicants().stream()
                .flatMap(applicant ->
                        Template.of(change.change().kind()).stream().map(template -> message(template, applicant)))
                .toList();
    }

    private List<Message> reminders(Instant now) {
        return new Deadline(reminder.closes(), ZoneId.of(reminder.zone()), 0).hasPassed(now)
                ? List.of()
                : reminder.applicants().stream().map(this::message).toList();
    }

    private Message message(Template template, Applicant applicant) {
        Changed changed = new Changed(
                change.change().reason(),
                change.change().closes(),
                change.zone(),
                change.callSeq(),
                applicant.country(),
                applicant.handedIn());
        return message(
                change.callId() + "/" + change.change().id(),
                applicant.studentId(),
                applicant.applicationId(),
                template,
                new Particulars(
                        change.title(),
                        null,
                        null,
                        change.callId(),
                        change.change().at(),
                        changed));
    }

    private Message message(DeadlineNear.Applicant applicant) {
        Changed deadline =
                new Changed(null, reminder.closes(), reminder.zone(), reminder.callSeq(), applicant.country(), false);
        return message(
                String.join(
                        "/",
                        reminder.callId(),
                        reminder.closes().toString(),
                        reminder.reminder().toString()),
                applicant.studentId(),
                applicant.applicationId(),
                Template.DEADLINE_NEAR,
                new Particulars(reminder.title(), null, null, reminder.callId(), at, deadline));
    }

    private static Message message(
            String subject, String studentId, String applicationId, Template template, Particulars particulars) {
        return new Message(
                MessageId.of(subject, 0, studentId, template),
                0,
                studentId,
                template,
                particulars,
                "/applications/" + applicationId,
                particulars.when(),
                false,
                Delivery.PENDING);
    }
}
