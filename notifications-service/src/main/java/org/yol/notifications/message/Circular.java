package org.yol.notifications.message;

import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.CallChanged;
import org.yol.contracts.CallChanged.Applicant;
import org.yol.platform.event.ReceivedEvent;

/**
 * What many are told at once, until each has a message of their own. Public because the record codec can read no other.
 *
 * @param id of the event that makes it
 */
public record Circular(@BsonId String id, CallChanged change) {

    /** The due work of writing to everybody. */
    static final String SENDING = "sending";

    /** @throws NullPointerException when the event lacks what the messages have to say */
    static Circular of(CallChanged change, ReceivedEvent event) {
        Objects.requireNonNull(change.change().reason(), "no reason");
        Objects.requireNonNull(change.change().at(), "no instant of the change");
        change.applicants().forEach(applicant -> Objects.requireNonNull(applicant.studentId(), "no student"));
        return new Circular(event.aggregateId() + "/" + event.seq(), change);
    }

    /** The messages, of each the same however often it is made; none of a kind that this release does not know. */
    List<Message> messages() {
        return change.applicants().stream()
                .flatMap(applicant ->
                        Template.of(change.change().kind()).stream().map(template -> message(template, applicant)))
                .toList();
    }

    private Message message(Template template, Applicant applicant) {
        Changed changed = new Changed(
                change.change().reason(),
                change.change().closes(),
                change.zone(),
                change.callSeq(),
                applicant.country(),
                applicant.handedIn());
        return new Message(
                MessageId.of(change.callId() + "/" + change.change().id(), 0, applicant.studentId(), template),
                0,
                applicant.studentId(),
                template,
                new Particulars(
                        change.title(),
                        null,
                        null,
                        change.callId(),
                        change.change().at(),
                        changed),
                "/applications/" + applicant.applicationId(),
                change.change().at(),
                false,
                Delivery.PENDING);
    }
}
