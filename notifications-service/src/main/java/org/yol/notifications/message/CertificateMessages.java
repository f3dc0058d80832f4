package org.yol.notifications.message;

import java.util.Objects;
import java.util.Optional;
import org.yol.contracts.CertificateEvent;
import org.yol.contracts.CertificateEvent.Revoked;

/** What somebody is told of their certificates: that there is one, the news of the award or the end says already. */
final class CertificateMessages {

    private CertificateMessages() {}

    /**
     * The message an event makes; none where its holder has been erased.
     *
     * @param seq the event's number within the certificate
     * @throws NullPointerException when the event lacks what the message has to say
     */
    static Optional<Message> about(Revoked revoked, long seq) {
        CertificateEvent.Subject certificate = revoked.certificate();
        String application = Objects.requireNonNull(certificate.applicationId(), "no application");
        return Optional.ofNullable(certificate.studentId())
                .map(student -> new Message(
                        MessageId.of(
                                application + "/" + certificate.kind(), seq, student, Template.CERTIFICATE_REVOKED),
                        0,
                        student,
                        Template.CERTIFICATE_REVOKED,
                        new Particulars(
                                certificate.programmeTitle(), null, null, certificate.callId(), revoked.at(), null),
                        "/applications/" + application,
                        revoked.at(),
                        false,
                        Delivery.PENDING));
    }
}
